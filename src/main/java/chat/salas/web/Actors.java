package chat.salas.web;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import io.micronaut.http.HttpRequest;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a request to who acts. The credential was checked when the request came in. */
public final class Actors {
    private Actors() {}

    /** Nobody, when the principal is not one that our own check made. */
    public static Optional<Actor> of(@Nullable Principal principal) {
        return principal instanceof ActorAuthentication mine ? Optional.of(mine.actor()) : Optional.empty();
    }

    public static Optional<Actor> of(HttpRequest<?> request) {
        return of(request.getUserPrincipal().orElse(null));
    }

    /** @throws Problem.Unauthenticated when nobody is signed in */
    public static Actor require(HttpRequest<?> request) {
        return of(request).orElseThrow(() -> new Problem.Unauthenticated("Sign in first"));
    }
}
