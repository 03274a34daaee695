package chat.salas.web;

import chat.salas.kernel.Actor;
import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** An {@link Actor} in the words of micronaut-security; holds no secret. */
final class ActorAuthentication implements Authentication {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;

    ActorAuthentication(Actor actor) {
        this.actor = actor;
    }

    Actor actor() {
        return actor;
    }

    /** The account and what proved it: what one credential opened is none of another's, and ends with it. */
    @Override
    public String getName() {
        return actor.id() + " " + actor.credential();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Collection<String> getRoles() {
        return actor.administrator() ? List.of("ADMINISTRATOR") : List.of();
    }
}
