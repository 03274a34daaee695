package chat.salas.flow;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;

/** What the browser would like to read, best first. */
final class Languages {
    private static final int LONGEST = 200;

    private Languages() {}

    static List<Locale> of(HttpRequest<?> request) {
        String header = request.getHeaders().get("Accept-Language");
        if (header == null || header.length() > LONGEST) {
            return List.of(Locale.ENGLISH);
        }
        List<Locale> wanted = parse(header);
        return wanted.isEmpty() ? List.of(Locale.ENGLISH) : wanted;
    }

    private static List<Locale> parse(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(Locale.LanguageRange::getRange)
                    .filter(range -> !range.contains("*"))
                    .map(Locale::forLanguageTag)
                    .toList();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
