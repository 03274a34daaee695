package chat.salas.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SmallListTest {
    private final RowSource<String> list = RowSource.small(
            () -> List.of("Pear", "apple", "Plum", "Quince"),
            (row, words) -> row.toLowerCase(java.util.Locale.ROOT).contains(words),
            Map.of("name", String.CASE_INSENSITIVE_ORDER, "length", Comparator.comparing(String::length)));

    private static Wanted wanted(String words, String sort, boolean descending) {
        return new Wanted(words, sort, descending, 0, 50);
    }

    @Test
    void withoutASortTheListKeepsItsOwnOrder() {
        assertThat(list.rows(wanted("", "", false))).containsExactly("Pear", "apple", "Plum", "Quince");
    }

    @Test
    void rowsAreSortedBothWaysAndEqualOnesKeepTheirOrder() {
        assertThat(list.rows(wanted("", "name", false))).containsExactly("apple", "Pear", "Plum", "Quince");
        assertThat(list.rows(wanted("", "name", true))).containsExactly("Quince", "Plum", "Pear", "apple");
        assertThat(list.rows(wanted("", "length", false))).containsExactly("Pear", "Plum", "apple", "Quince");
    }

    @Test
    void wordsAreFoundWithoutCaseAndCountedAlike() {
        assertThat(list.rows(wanted(" PL ", "", false))).containsExactly("apple", "Plum");
        assertThat(list.count(wanted("pl", "", false))).isEqualTo(2);
        assertThat(list.count(wanted("nothing", "", false))).isZero();
    }

    @Test
    void aPageIsAPieceOfWhatWasFound() {
        assertThat(list.rows(new Wanted("", "name", false, 1, 2))).containsExactly("Pear", "Plum");
        assertThat(list.rows(new Wanted("", "name", false, 4, 2))).isEmpty();
    }

    @Test
    void whomSomethingIsRefusedForIsSkippedByTheReasonAndTheOthersAreNot() {
        Outcome outcome = Outcome.each(List.of("a", "b", "gone", "forbidden", "c"), one -> {
            switch (one) {
                case "gone" -> throw new Problem.NotFound("There is no such thing.");
                case "forbidden" -> throw new Problem.Forbidden("Not yours.");
                default -> {}
            }
        });

        assertThat(outcome.done()).isEqualTo(3);
        assertThat(outcome.skipped()).isEqualTo(Map.of("gone", 1, "forbidden", 1));
    }
}
