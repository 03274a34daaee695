package chat.salas.account;

import chat.salas.kernel.Actor;

/**
 * A sign-in that succeeded.
 *
 * @param token the session's cookie value, known to the client only; the server keeps its SHA-256
 */
public record SignedIn(Account account, Actor actor, String token) {
    /** Never shows the token. */
    @Override
    public String toString() {
        return "SignedIn[" + actor + "]";
    }
}
