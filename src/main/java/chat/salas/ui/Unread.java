package chat.salas.ui;

/** How numbers of unread messages are written. */
final class Unread {
    private static final long MOST = 99;

    private Unread() {}

    static String number(long unread) {
        return unread > MOST ? MOST + "+" : Long.toString(unread);
    }
}
