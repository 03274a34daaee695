package chat.salas.room;

import chat.salas.kernel.Actor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Links that let somebody into a room. Tokens are 256 random bits; only their SHA-256 is stored. */
@Singleton
public final class Invites {
    /** A new invite; the only moment at which its token is known. */
    public record Created(
            long id, String token, String url, @Nullable String email, Instant expiresAt, int maxUses, int uses) {}

    /** What somebody who holds a token may see before accepting it. */
    public record Preview(String roomName, String topic, int members, Encryption encryption, String invitedBy) {}

    /**
     * @param email only this address can use it; null for anybody
     * @param expiresIn 1 hour to 365 days
     * @param maxUses 1..10,000
     */
    public Created create(Membership admin, @Nullable String email, Duration expiresIn, int maxUses) {
        throw new UnsupportedOperationException();
    }

    /** For the page that accepts it; also for somebody who has still to sign up. 404 unknown, 410 expired, used up or revoked. */
    public Preview preview(String token) {
        throw new UnsupportedOperationException();
    }

    /** Makes the actor a member; a member already is answered with the room and uses nothing up. */
    public RoomView accept(Actor actor, String token) {
        throw new UnsupportedOperationException();
    }
}
