package chat.salas.ui;

import com.vaadin.flow.i18n.I18NProvider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The words on the screens, from {@code i18n/shell}, {@code chat}, {@code settings} and {@code admin} in each language, read once. Texts with parameters
 * are {@link MessageFormat} patterns (a single quote is written twice there); texts without are taken as they are.
 */
@Singleton
final class Translations implements I18NProvider {
    private static final List<String> BUNDLES = List.of("shell", "chat", "settings", "admin");

    private final Map<Locale, Map<String, String>> words =
            Languages.ALL.stream().collect(Collectors.toUnmodifiableMap(each -> each, Translations::read));

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.ALL;
    }

    @Override
    public Locale getDefaultLocale() {
        return Languages.ENGLISH;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        Locale language = Languages.best(List.of(locale));
        String text = Objects.requireNonNull(words.get(language)).get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key + " in " + language);
        }
        return parameters.length == 0 || text.indexOf('{') < 0
                ? text
                : new MessageFormat(text, language).format(parameters);
    }

    private static Map<String, String> read(Locale language) {
        Map<String, String> all = new HashMap<>();
        BUNDLES.forEach(bundle -> read(bundle, language)
                .forEach((key, text) -> all.put(key.toString().intern(), text.toString())));
        return Map.copyOf(all);
    }

    static Properties read(String bundle, Locale language) {
        String suffix = language.equals(Languages.ENGLISH) ? "" : "_" + language;
        Properties texts = new Properties();
        try (var stream = Objects.requireNonNull(
                Translations.class.getResourceAsStream("/i18n/" + bundle + suffix + ".properties"), bundle)) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
