package chat.salas.kernel;

/**
 * Who acts, as proven by a live session or token. Made only where a credential was checked.
 *
 * @param id the account's id
 * @param displayName the name shown to others
 * @param administrator whether the account administers this instance (which opens no room)
 * @param credential what proved it, so that ending the credential can end what it opened
 */
public record Actor(long id, String displayName, boolean administrator, Credential credential) {

    /** What proves who somebody is. */
    public sealed interface Credential {
        /** A browser's session row. */
        record Session(long id) implements Credential {}

        /** An API token's row. */
        record Token(long id) implements Credential {}

        /** The operator at the command line. */
        record Operator() implements Credential {}
    }
}
