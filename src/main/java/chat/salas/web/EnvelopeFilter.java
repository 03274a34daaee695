package chat.salas.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** The outermost filter: the request id and the headers that every answer bears. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(EnvelopeFilter.ORDER)
final class EnvelopeFilter {
    static final int ORDER = -2000;

    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    private final RequestId ids;
    private final PublicAddress address;

    EnvelopeFilter(RequestId ids, PublicAddress address) {
        this.ids = ids;
        this.address = address;
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        headers.set(RequestId.HEADER, ids.of(request));
        headers.set("X-Content-Type-Options", "nosniff");
        setIfAbsent(headers, "Referrer-Policy", "same-origin");
        setIfAbsent(headers, "X-Frame-Options", "DENY");
        setIfAbsent(headers, "Cross-Origin-Opener-Policy", "same-origin");
        setIfAbsent(headers, "Cross-Origin-Resource-Policy", "same-origin");
        if (address.isSecure(request)) {
            setIfAbsent(headers, "Strict-Transport-Security", "max-age=31536000");
        }
        if (ApiPaths.isApi(request.getPath()) || response.code() >= 400) {
            setIfAbsent(headers, "Content-Security-Policy", API_POLICY);
            setIfAbsent(headers, "Cache-Control", "no-store");
        }
    }

    private static void setIfAbsent(MutableHttpHeaders headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
