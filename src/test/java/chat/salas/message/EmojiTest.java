package chat.salas.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class EmojiTest {
    @Test
    void everyKindOfEmojiIsTaken() {
        for (String emoji : List.of(
                "👍",
                "👍🏽",
                "❤️",
                "❤",
                "🎉",
                "☑️",
                "©️",
                "1️⃣",
                "#️⃣",
                "🇧🇷",
                "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                "👨‍👩‍👧‍👦",
                "👨🏻‍👩🏻‍👧🏻‍👦🏻",
                "🏳️‍🌈",
                "👨‍🦰",
                "🧑🏿‍💻",
                "❤️‍🔥",
                "🫡")) {
            assertThat(Emoji.check(emoji)).isEqualTo(emoji);
        }
    }

    @Test
    void whatIsNotOneEmojiIsRefused() {
        for (String bad : List.of(
                "",
                "a",
                "1",
                "#",
                "ok",
                "👍👍",
                "👍a",
                " 👍",
                "👍 ",
                "🇧",
                "🇧🇷🇧🇷",
                "\u200d",
                "\ufe0f",
                "👨\u200d",
                "\u200d👨",
                "👍\u0000",
                "\ud83d",
                "1\u20e31",
                "<b>",
                "%F0",
                "👨‍".repeat(20) + "👨",
                "上",
                "é",
                "☃\ufe0e")) {
            assertThat(Talk.status(() -> Emoji.check(bad))).as(bad).isEqualTo(422);
        }
    }

    @Property(tries = 2_000)
    void wordsInLettersAreNeverTaken(@ForAll @StringLength(min = 1, max = 80) String text) {
        boolean letters = text.codePoints().anyMatch(Character::isLetter);
        if (letters) {
            assertThat(Talk.status(() -> Emoji.check(text))).isEqualTo(422);
        }
    }
}
