package chat.salas.mail;

/** Words of people, made fit for a header. */
final class Lines {
    private static final int LONGEST = 200;

    private Lines() {}

    /** One line: what breaks lines, controls, or turns the direction of writing becomes a space; at most 200 characters. */
    static String one(String words) {
        StringBuilder line = new StringBuilder();
        words.codePoints().map(c -> harmless(c) ? c : ' ').forEach(line::appendCodePoint);
        String bare = line.toString().strip().replaceAll(" {2,}", " ");
        return bare.codePointCount(0, bare.length()) <= LONGEST
                ? bare
                : bare.substring(0, bare.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static boolean harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            case Character.FORMAT -> !turnsDirection(c);
            default -> true;
        };
    }

    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
