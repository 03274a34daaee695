package chat.salas.rest;

import chat.salas.room.Invites;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invite as the admins see it.
 *
 * @param createdBy whose invite it is, {@code creator} their present name
 * @param state OPEN, REVOKED, USED_UP or EXPIRED
 */
@Serdeable
record InviteJson(
        String id,
        String label,
        @Nullable String email,
        String createdBy,
        String creator,
        Instant createdAt,
        Instant expiresAt,
        int maxUses,
        int uses,
        Invites.State state) {

    static InviteJson of(Invites.Entry entry) {
        return new InviteJson(
                Long.toString(entry.id()),
                entry.label(),
                entry.email(),
                Long.toString(entry.createdBy()),
                entry.creator(),
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
     * @param mailed whether a mail is on its way to {@code email}: not without an SMTP server, and without SALAS_PUBLIC_URL
     *     only when this server was asked by a private address
     */
    @Serdeable
    record Created(
            String id,
            String url,
            String token,
            String label,
            @Nullable String email,
            Instant expiresAt,
            int maxUses,
            int uses,
            boolean mailed) {

        static Created of(Invites.Created created, String origin) {
            return new Created(
                    Long.toString(created.id()),
                    created.urlAt(origin),
                    created.token(),
                    created.label(),
                    created.email(),
                    created.expiresAt(),
                    created.maxUses(),
                    created.uses(),
                    created.mailed());
        }
    }

    /**
     * Somebody who came by an invite.
     *
     * @param userId the account
     */
    @Serdeable
    @Schema(name = "InviteUse")
    record Use(String userId, String displayName, Instant at) {
        static Use of(Invites.Use use) {
            return new Use(Long.toString(use.accountId()), use.displayName(), use.at());
        }
    }
}
