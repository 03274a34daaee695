package chat.salas.flow;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.Arrays;

/**
 * A file of the UI, in one encoding.
 *
 * @param encoding {@code identity}, {@code br} or {@code gzip}
 * @param etag quoted, another one for each encoding
 */
record StaticFile(byte[] content, String mediaType, String encoding, String etag, boolean immutable) {
    HttpResponse<?> answer(HttpRequest<?> request) {
        if (isKnown(request.getHeaders().get("If-None-Match"))) {
            return describe(HttpResponse.status(HttpStatus.NOT_MODIFIED));
        }
        return describe(HttpResponse.ok(content))
                .header("Content-Type", mediaType)
                .header("X-Content-Type-Options", "nosniff");
    }

    private boolean isKnown(@org.jspecify.annotations.Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
    }

    private <T> MutableHttpResponse<T> describe(MutableHttpResponse<T> response) {
        if (!encoding.equals("identity")) {
            response.header("Content-Encoding", encoding);
        }
        return response.header("ETag", etag)
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", immutable ? "public, max-age=31536000, immutable" : "no-cache");
    }
}
