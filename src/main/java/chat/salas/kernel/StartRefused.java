package chat.salas.kernel;

/**
 * The server cannot start, for a reason that the operator can do something about. The message is one sentence for the
 * operator, shown without a stack trace; it never holds a secret.
 */
public final class StartRefused extends RuntimeException {
    public StartRefused(String sentence) {
        super(sentence, null, false, false);
    }
}
