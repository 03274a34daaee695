package chat.salas.account;

import chat.salas.kernel.Actor;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The people of this instance. */
@Singleton
public final class Accounts {

    /**
     * Makes an account and signs it in. The first one administers the instance.
     *
     * @param displayName null or blank: the address's local part
     * @throws chat.salas.kernel.Problem EmailTaken (409), WeakPassword (422), RegistrationClosed (403), throttled (429)
     */
    public SignedIn register(String email, String password, @Nullable String displayName, Device device) {
        throw new UnsupportedOperationException();
    }

    /**
     * Signs in with a new session. Unknown address and wrong password are answered alike and in the same time.
     *
     * @throws chat.salas.kernel.Problem 401, or 429 with the time to wait
     */
    public SignedIn signIn(String email, String password, Device device) {
        throw new UnsupportedOperationException();
    }

    /** The actor's own account. */
    public Account me(Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Changes what is not null. */
    public Account update(Actor actor, @Nullable String displayName, @Nullable Locale locale) {
        throw new UnsupportedOperationException();
    }

    /** Changes the password and ends all other sessions. */
    public void changePassword(Actor actor, String current, String replacement) {
        throw new UnsupportedOperationException();
    }

    /**
     * Deletes the account: the row stays without address, password and name so that its messages keep an author.
     *
     * @throws chat.salas.kernel.Problem 409 while it owns rooms, 403 on a wrong password
     */
    public void delete(Actor actor, String password) {
        throw new UnsupportedOperationException();
    }
}
