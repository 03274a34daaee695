package chat.salas.vault;

/**
 * What was sealed cannot be opened: changed, moved to another place, or its key is gone. Safe because it never says which, so
 * that nobody learns from failures.
 */
public final class CannotOpen extends RuntimeException {
    CannotOpen() {
        super("cannot be opened", null, false, false);
    }
}
