package chat.salas.socket;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.security.filters.AuthenticationFetcher;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Has everybody's credential looked up before the check of rights, and comes back to the event loop with it in memory. Otherwise
 * that check, and with it the upgrade, would go on in the thread of the look-up, and a client's first frame could arrive before
 * its reader is in place.
 */
@ServerFilter("/ws")
@Order(IdentityFilter.BEFORE_SECURITY)
final class IdentityFilter {
    static final int BEFORE_SECURITY = 38_700;

    private final List<AuthenticationFetcher<HttpRequest<?>>> identities;

    IdentityFilter(List<AuthenticationFetcher<HttpRequest<?>>> identities) {
        this.identities = identities;
    }

    /** Says nothing about who it is: that is the security filter's word. */
    @RequestFilter
    Publisher<HttpRequest<?>> lookUp(HttpRequest<?> request) {
        return Flux.fromIterable(identities)
                .concatMap(identity -> identity.fetchAuthentication(request))
                .onErrorComplete()
                .then(Mono.<HttpRequest<?>>just(request))
                .publishOn(Schedulers.fromExecutor(Takeover.loopOf(request)));
    }
}
