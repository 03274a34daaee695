package chat.salas.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The demo's texts, which are resources so that whoever likes can write better ones. */
final class DemoTexts {
    private DemoTexts() {}

    /** The lines of a file under {@code demo/}, without comments. */
    static List<String> lines(String file) {
        try (InputStream in = DemoTexts.class.getResourceAsStream("/demo/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no demo/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
