package chat.salas.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TranslationsTest {
    private static final Path SOURCES = Path.of("src/main/java/chat/salas/ui");
    /** Of a call that names its text, or one of two. */
    private static final Pattern KEY = Pattern.compile("(?:getTranslation|words\\.say)\\(\\s*(?:[^\";]*?\\?\\s*)?"
            + "\"([a-zA-Z0-9.]+)\"(?:\\s*:\\s*\"([a-zA-Z0-9.]+)\")?\\s*[,)]");

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\d)");
    private static final Pattern SHOWN = Pattern.compile(
            "(?:setText|setLabel|setPlaceholder|setHelperText|setHeaderTitle|setErrorMessage|setAriaLabel|setTooltipText"
                    + "|setTitle|new Button|new NativeButton|new Paragraph|new H[1-6]|Toast\\.show)\\(\\s*\"[A-Za-z]");

    private final Translations translations = new Translations();

    @ParameterizedTest
    @ValueSource(strings = {"shell", "chat", "settings", "admin"})
    void bothLanguagesHaveTheSameTextsWithTheSameParameters(String bundle) {
        Properties english = Translations.read(bundle, Languages.ENGLISH);
        Properties portuguese = Translations.read(bundle, Languages.PORTUGUESE);

        assertThat(portuguese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> assertThat(parameters(portuguese.getProperty(key)))
                .as(key)
                .isEqualTo(parameters(english.getProperty(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shell", "chat", "settings", "admin"})
    void everyTextIsAPatternThatCanBeFilled(String bundle) {
        for (Locale language : Languages.ALL) {
            Properties texts = Translations.read(bundle, language);
            assertThat(texts.stringPropertyNames()).allSatisfy(key -> assertThat(
                            new MessageFormat(texts.getProperty(key), language).format(new Object[] {1, 2, 3}))
                    .as(key)
                    .isNotBlank());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shell", "chat", "settings", "admin", "mail"})
    void quotesAreDoubledWhereATextIsAPatternAndNowhereElse(String bundle) {
        for (Locale language : Languages.ALL) {
            Translations.read(bundle, language).forEach((key, text) -> {
                boolean pattern = bundle.equals("mail") || text.toString().contains("{");
                assertThat(text.toString())
                        .as("%s in %s", key, language)
                        .matches(pattern ? "([^']|'')*" : "(?!.*'').*");
            });
        }
    }

    @Test
    void aTextWithoutParametersIsTakenAsItIsWhateverIsPassed() {
        assertThat(translations.getTranslation("invite.rest", Languages.ENGLISH))
                .contains("server's disk")
                .isEqualTo(translations.getTranslation("invite.rest", Languages.ENGLISH, "ignored"));
    }

    @Test
    void everyTextThatTheScreensAskForIsThere() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String source : sources()) {
            KEY.matcher(source).results().forEach(match -> asked.addAll(keys(match)));
        }

        assertThat(asked).hasSizeGreaterThan(300).contains("chat.sending", "chat.deleted.self", "chat.deleted.admin");
        for (Locale language : Languages.ALL) {
            assertThat(asked).allSatisfy(key -> assertThat(translations.getTranslation(key, language))
                    .isNotBlank());
        }
    }

    @Test
    void noTextOfTheScreensIsWrittenInTheCode() throws IOException {
        List<String> found = new ArrayList<>();
        for (String source : sources()) {
            SHOWN.matcher(source).results().forEach(match -> found.add(match.group()));
        }

        assertThat(sources()).hasSizeGreaterThan(30);
        assertThat(found).isEmpty();
    }

    @Test
    void aMissingTextIsADefectAndNotAnEmptyScreen() {
        assertThatThrownBy(() -> translations.getTranslation("no.such.text", Languages.ENGLISH))
                .hasMessageContaining("no.such.text");
    }

    @Test
    void anyRegionOfALanguageIsSpoken() {
        assertThat(translations.getTranslation("cancel", Locale.of("pt", "PT"))).isEqualTo("Cancelar");
        assertThat(translations.getTranslation("cancel", Locale.UK)).isEqualTo("Cancel");
        assertThat(Languages.best(List.of(Locale.JAPANESE, Locale.of("pt")))).isEqualTo(Languages.PORTUGUESE);
        assertThat(Languages.best(List.of(Locale.JAPANESE))).isEqualTo(Languages.ENGLISH);
    }

    @Test
    void oneIsNotMany() {
        assertThat(translations.getTranslation("members", Languages.ENGLISH, 1)).isEqualTo("1 member");
        assertThat(translations.getTranslation("members", Languages.ENGLISH, 1234))
                .isEqualTo("1,234 members");
        assertThat(translations.getTranslation("members", Languages.PORTUGUESE, 1234))
                .isEqualTo("1.234 membros");
    }

    private static List<String> keys(MatchResult call) {
        return Stream.of(1, 2).map(call::group).filter(Objects::nonNull).toList();
    }

    private static Set<String> parameters(String text) {
        return PARAMETER.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TranslationsTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
