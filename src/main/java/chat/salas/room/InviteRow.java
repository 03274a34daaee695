package chat.salas.room;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** An invite's row. */
@MappedEntity("invite")
record InviteRow(
        @Id long id,
        long roomId,
        byte[] tokenHash,
        String label,
        @Nullable String email,
        long createdBy,
        long createdAt,
        long expiresAt,
        int maxUses,
        int uses,
        @Nullable Long revokedAt) {

    /** @param now epoch milliseconds */
    Invites.State state(long now) {
        return state(revokedAt, uses, maxUses, expiresAt, now);
    }

    @SuppressWarnings("TooManyParameters")
    static Invites.State state(@Nullable Long revokedAt, int uses, int maxUses, long expiresAt, long now) {
        if (revokedAt != null) {
            return Invites.State.REVOKED;
        }
        if (uses >= maxUses) {
            return Invites.State.USED_UP;
        }
        return expiresAt <= now ? Invites.State.EXPIRED : Invites.State.OPEN;
    }
}
