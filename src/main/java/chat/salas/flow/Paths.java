package chat.salas.flow;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Paths of requests, which arrive percent-encoded. */
final class Paths {
    private Paths() {}

    /** @throws IllegalArgumentException if an escape is malformed or a control character is hidden in it */
    static String decode(String raw) {
        String path = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        if (path.chars().anyMatch(Character::isISOControl) || path.indexOf('\uFFFD') >= 0) {
            throw new IllegalArgumentException("path: control character or malformed escape");
        }
        return path;
    }

    /** The way from the page to the root; counts segments before decoding, as an encoded slash is no separator. */
    static String toRoot(String raw) {
        long segments = raw.chars().filter(c -> c == '/').count() - 1;
        return "." + "/..".repeat((int) Math.max(0, segments));
    }
}
