package chat.salas.flow;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Whoever shows the cookie {@code who} is believed. */
@Singleton
@Requires(property = "flow.test")
final class TestGate implements AuthenticationFetcher<HttpRequest<?>> {
    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.justOrEmpty(request.getCookies()
                .findCookie("who")
                .map(cookie -> Authentication.build(cookie.getValue(), List.of())));
    }
}
