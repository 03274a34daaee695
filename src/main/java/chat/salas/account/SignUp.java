package chat.salas.account;

import org.jspecify.annotations.Nullable;

/**
 * What somebody who wants an account gives.
 *
 * @param displayName null or blank: the address's local part
 * @param invite the token of an invite, which is needed, and accepted, when registration is by invite only
 */
public record SignUp(
        String email,
        String password,
        @Nullable String displayName,
        @Nullable String invite) {

    /** Never shows the password or the invite. */
    @Override
    public String toString() {
        return "SignUp[" + email + "]";
    }
}
