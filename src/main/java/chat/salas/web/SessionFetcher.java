package chat.salas.web;

import chat.salas.account.Sessions;
import chat.salas.account.Tokens;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Finds out who a request comes from: by the bearer token when there is one (never by the cookie then, so that a request that
 * is exempt from the origin check has nothing of the browser's), otherwise by the session cookie. An unknown cookie is nobody,
 * as browsers keep old ones; an unknown token is 401, as whoever sends it believes to be somebody.
 */
@Singleton
final class SessionFetcher implements AuthenticationFetcher<HttpRequest<?>> {
    private final Sessions sessions;
    private final Tokens tokens;
    private final Scheduler virtualThreads;

    SessionFetcher(Sessions sessions, Tokens tokens, @Named(TaskExecutors.VIRTUAL) ExecutorService executor) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.virtualThreads = Schedulers.fromExecutorService(executor);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        if (request.getPath().equals(MetricsDoor.PATH)) {
            // what is shown there is no account's
            return Mono.empty();
        }
        if (OriginCheck.hasBearer(request)) {
            return byToken(OriginCheck.bearer(request));
        }
        return SessionCookie.read(request).map(this::bySession).orElseGet(Mono::empty);
    }

    private Mono<Authentication> byToken(String token) {
        return tokens.remembered(token)
                .map(SessionFetcher::known)
                .orElseGet(() -> Mono.fromCallable(() -> required(token)).subscribeOn(virtualThreads));
    }

    private Authentication required(String token) {
        Actor actor = tokens.resolve(token).orElseThrow(() -> new Problem.Unauthenticated("The token is not valid"));
        return new ActorAuthentication(actor);
    }

    private Mono<Authentication> bySession(String token) {
        return sessions.remembered(token)
                .map(SessionFetcher::known)
                .orElseGet(() -> Mono.fromCallable(() -> optional(token)).subscribeOn(virtualThreads));
    }

    private @Nullable Authentication optional(String token) {
        return sessions.resolve(token).map(ActorAuthentication::new).orElse(null);
    }

    private static Mono<Authentication> known(Actor actor) {
        return Mono.just(new ActorAuthentication(actor));
    }
}
