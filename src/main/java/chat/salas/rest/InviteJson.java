package chat.salas.rest;

import chat.salas.room.Invites;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invite as the admins see it.
 *
 * @param state OPEN, REVOKED, USED_UP or EXPIRED
 */
@Serdeable
record InviteJson(
        String id,
        @Nullable String email,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        int maxUses,
        int uses,
        Invites.State state) {

    static InviteJson of(Invites.Entry entry) {
        return new InviteJson(
                Long.toString(entry.id()),
                entry.email(),
                Long.toString(entry.createdBy()),
                entry.createdAt(),
                entry.expiresAt(),
                entry.maxUses(),
                entry.uses(),
                entry.state());
    }

    /**
     * An invite just made.
     *
     * @param url the link to hand on
     * @param token what the link holds; told this once
     */
    @Serdeable
    record Created(
            String id, String url, String token, @Nullable String email, Instant expiresAt, int maxUses, int uses) {

        static Created of(Invites.Created created, String origin) {
            return new Created(
                    Long.toString(created.id()),
                    created.urlAt(origin),
                    created.token(),
                    created.email(),
                    created.expiresAt(),
                    created.maxUses(),
                    created.uses());
        }
    }
}
