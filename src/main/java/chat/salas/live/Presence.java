package chat.salas.live;

import jakarta.inject.Singleton;

/**
 * Who is online: an account is as long as it has a socket or a page, and for a few seconds longer, so that a reload goes
 * unnoticed.
 */
@Singleton
public final class Presence {
    /** An account came or went; published to the account's own topic and through {@link Bus#onEveryAccount}. */
    public record PresenceChanged(long accountId, boolean online) implements AccountEvent {}

    /** Counts one connection until the subscription is closed. */
    public Bus.Subscription connect(long accountId) {
        throw new UnsupportedOperationException();
    }

    public boolean isOnline(long accountId) {
        throw new UnsupportedOperationException();
    }
}
