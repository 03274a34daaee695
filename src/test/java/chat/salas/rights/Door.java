package chat.salas.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A row of the table: a way into the server, and what it answers to each persona.
 *
 * @param kind a method of HTTP, WS for a command over the socket, PAGE for a route of the UI
 * @param path as the server itself names it, with placeholders
 * @param body what is sent, with placeholders; may be empty
 * @param expected one word for each {@link Persona}
 */
record Door(String kind, String path, String body, List<String> expected) {
    /** All rows of {@code doors.txt}. */
    static List<Door> table() {
        try (InputStream in = Objects.requireNonNull(Door.class.getResourceAsStream("doors.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Door::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Door parse(String line) {
        String[] cells = line.split("\\s\\|", -1);
        List<String> expected = Arrays.asList(cells[2].strip().split("\\s+"));
        if (cells.length != 3 || expected.size() != Persona.values().length) {
            throw new IllegalArgumentException("not a row: " + line);
        }
        String[] name = cells[0].strip().split(" ", 2);
        return new Door(name[0], name[1], cells[1].strip(), expected);
    }

    String name() {
        return kind + " " + path;
    }

    String expected(Persona persona) {
        return expected.get(persona.ordinal());
    }

    /** Whether it leads into a room that is named by its slug. */
    boolean isOfARoom() {
        return (path + body).contains("slug");
    }

    boolean isRest() {
        return !kind.equals("WS") && !kind.equals("PAGE");
    }

    @Override
    public String toString() {
        return name();
    }
}
