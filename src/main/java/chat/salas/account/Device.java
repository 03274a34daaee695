package chat.salas.account;

/**
 * From where somebody signs in, as shown in the list of sessions.
 *
 * @param name what the client says it is, at most 200 characters; more is cut, control characters are left out
 * @param address the network address, for throttling and for the list; at most 60 characters
 */
public record Device(String name, String address) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 60;

    public Device {
        name = plain(name, LONGEST_NAME);
        address = plain(address, LONGEST_ADDRESS);
    }

    private static String plain(String text, int longest) {
        StringBuilder kept = new StringBuilder();
        text.substring(0, Math.min(text.length(), longest))
                .codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }
}
