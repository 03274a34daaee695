package chat.salas.room;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An invite to be made.
 *
 * @param label for those who look after the room; 0..80 characters
 * @param email only this address can use it, and gets it by mail; null for anybody
 * @param expiresIn 1 hour to 365 days
 * @param maxUses 1..10,000
 * @param delivery null: nothing is mailed
 */
public record NewInvite(
        String label,
        @Nullable String email,
        Duration expiresIn,
        int maxUses,
        @Nullable Delivery delivery) {

    /**
     * What a mail needs to know.
     *
     * @param baseUrl scheme, host and port that its link begins with; must not be what just any client says, as a mail from
     *     this server must not lead elsewhere
     * @param language of the page on which somebody invites, for an address whose owner chose none
     */
    public record Delivery(String baseUrl, @Nullable Locale language) {}
}
