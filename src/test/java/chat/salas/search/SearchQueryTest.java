package chat.salas.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class SearchQueryTest {
    @Test
    void wordsAreFoundWhateverTheirCaseAccentsAndScript() {
        List.of(
                        List.of("São Paulo é linda", "sao"),
                        List.of("São Paulo é linda", "LINDA"),
                        List.of("a reunião de amanhã", "amanha reuniao"),
                        List.of("Straße", "STRASSE"),
                        List.of("ΟΔΥΣΣΕΥΣ", "οδυσσευς"),
                        List.of("我明天去上海开会", "上海"),
                        List.of("我明天去上海开会", "海"),
                        List.of("東京スカイツリー", "カイ"),
                        List.of("서울시에 갑니다", "시"),
                        List.of("deployment", "ploy"),
                        List.of("Deployment is done", "done deploy"),
                        List.of("ok then", "ok"),
                        List.of("well done 👍👍", "👍"),
                        List.of("👍ok", "ok"),
                        List.of("e\u0301clair", "ÉCLAIR"),
                        List.of("co\u00ADoperate", "cooperate"),
                        List.of("ﬁne", "fine"),
                        List.of("foo_bar-baz", "bar"),
                        List.of("İstanbul", "istanbul"),
                        List.of("version 1.25.3", "25"))
                .forEach(each -> assertThat(SearchQuery.of(each.get(1)).matches(each.getFirst()))
                        .as("%s in %s", each.get(1), each.getFirst())
                        .isTrue());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(SearchQuery.of("paulo rio").matches("São Paulo")).isFalse();
        assertThat(SearchQuery.of("海上").matches("去上海")).isFalse();
        assertThat(SearchQuery.of("ab").matches("cab"))
                .as("short words only at the start")
                .isFalse();
        assertThat(SearchQuery.of("abc").matches("ab c")).isFalse();
        assertThat(SearchQuery.of("...").isEmpty()).isTrue();
        assertThat(SearchQuery.of("...").matches("...")).isFalse();
    }

    @Test
    void marksCoverWhatIsSeenOfAWord() {
        assertThat(marked("São Paulo, sao", "SAO")).containsExactly("São", "sao");
        assertThat(marked("e\u0301clair", "eclair")).containsExactly("e\u0301clair");
        assertThat(marked("e\u0301", "e")).containsExactly("e\u0301");
        assertThat(marked("Straße", "strass")).containsExactly("Straß");
        assertThat(marked("去上海!", "上海")).containsExactly("上海");
        assertThat(marked("so 👍🏽 good", "👍")).containsExactly("👍");
        assertThat(marked("done, not undone", "done")).containsExactly("done", "done");
    }

    private static List<String> marked(String text, String words) {
        return SearchQuery.of(words).marks(text).stream()
                .map(mark -> text.substring(mark.start(), mark.end()))
                .toList();
    }

    /** Few letters, so that much is found; all kinds, so that all paths are taken. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "b", "A", "á", "b\u0301", "ß", "ab", "上", "海", "が", "ก", " ", "\n", ".", "_", "👍",
                        "\u200d", "ﬁ", "1")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 5_000)
    void whatMatchesHasEveryRunThatIsAskedFor(@ForAll("texts") String text, @ForAll("texts") String words) {
        SearchQuery query = SearchQuery.of(words);
        Set<Long> runs = new HashSet<>();
        Grams.of(FoldedText.of(text), runs::add);
        boolean all = Arrays.stream(query.grams()).allMatch(runs::contains);
        if (query.matches(text)) {
            assertThat(all).isTrue();
        }
        if (!query.isEmpty()
                && words.codePointCount(0, words.length()) < 3
                && !words.contains("ß")
                && !words.contains("ﬁ")) {
            assertThat(query.matches(text))
                    .as("short words are exactly their runs")
                    .isEqualTo(all);
        }
    }

    @Property(tries = 2_000)
    void everyWordOfATextIsFoundInItHoweverItIsWritten(@ForAll("texts") String text) {
        SearchQuery query = SearchQuery.of(text);
        if (!query.isEmpty()) {
            assertThat(query.matches(text)).isTrue();
            assertThat(query.matches(text.toUpperCase(Locale.ROOT))).isTrue();
            assertThat(query.matches(Normalizer.normalize(text, Normalizer.Form.NFD)))
                    .isTrue();
        }
    }

    @Property(tries = 2_000)
    void foldingTwiceIsFoldingOnce(@ForAll String text) {
        String once = written(FoldedText.of(text));
        assertThat(written(FoldedText.of(once))).isEqualTo(once);
    }

    private static String written(FoldedText text) {
        StringBuilder written = new StringBuilder();
        for (int at = 0; at < text.size(); at++) {
            written.appendCodePoint(text.point(at) == FoldedText.GAP ? ' ' : text.point(at));
        }
        return written.toString();
    }

    @Property(tries = 2_000)
    void marksLieInTheTextAndMatch(@ForAll("texts") String text, @ForAll("texts") String words) {
        SearchQuery query = SearchQuery.of(words);
        for (SearchQuery.Mark mark : query.marks(text)) {
            assertThat(mark.start()).isBetween(0, text.length() - 1);
            assertThat(mark.end()).isBetween(mark.start() + 1, text.length());
        }
        assertThat(query.marks(text).isEmpty() && query.matches(text)).isFalse();
    }
}
