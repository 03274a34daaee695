package chat.salas.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that the screens are complete in; the first one serves everybody else. */
final class Languages {
    static final Locale ENGLISH = Locale.ENGLISH;
    static final Locale PORTUGUESE = Locale.of("pt", "BR");
    static final List<Locale> ALL = List.of(ENGLISH, PORTUGUESE);

    private Languages() {}

    /** The language of ours that this tag means, whatever its region. */
    static Optional<Locale> named(String tag) {
        return matching(Locale.forLanguageTag(tag));
    }

    static Optional<Locale> matching(Locale wanted) {
        return ALL.stream()
                .filter(each -> each.getLanguage().equals(wanted.getLanguage()))
                .findFirst();
    }

    /** The first of these that we speak, else English. */
    static Locale best(List<Locale> wanted) {
        return wanted.stream()
                .flatMap(each -> matching(each).stream())
                .findFirst()
                .orElse(ENGLISH);
    }

    /** Its own name for itself, capitalised. */
    static String nameOf(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
