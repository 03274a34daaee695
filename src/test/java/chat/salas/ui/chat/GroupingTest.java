package chat.salas.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.message.Message;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private final Grouping grouping = new Grouping(ZoneOffset.UTC);
    private final Message first = Lines.line(1, 2, "a", Lines.NOON);

    @Test
    void oneAuthorWithinFiveMinutesIsAGroup() {
        assertThat(grouping.startsGroup(null, first)).isTrue();
        assertThat(grouping.startsGroup(first, after(Duration.ofMinutes(5)))).isFalse();
        assertThat(grouping.startsGroup(first, after(Duration.ofMinutes(5).plusMillis(1))))
                .isTrue();
        assertThat(grouping.startsGroup(first, Lines.line(2, 3, "b", Lines.NOON)))
                .isTrue();
    }

    @Test
    void aNewDayOfTheReaderStartsAGroup() {
        Grouping auckland = new Grouping(ZoneId.of("Pacific/Auckland"));
        Message late = Lines.line(1, 2, "a", Lines.NOON.minusSeconds(3_660));
        Message next = Lines.line(2, 2, "b", Lines.NOON.minusSeconds(3_540));
        assertThat(auckland.day(late)).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(auckland.day(next)).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(auckland.startsGroup(late, next)).isTrue();
        assertThat(grouping.startsGroup(late, next)).isFalse();
    }

    @Test
    void daysAreCalledAsPeopleCallThem() {
        DayNames names = new DayNames((key, any) -> key, InstantSource.fixed(Lines.NOON), Locale.US, ZoneOffset.UTC);
        assertThat(names.name(LocalDate.of(2026, 3, 5))).isEqualTo("chat.today");
        assertThat(names.name(LocalDate.of(2026, 3, 4))).isEqualTo("chat.yesterday");
        assertThat(names.name(LocalDate.of(2026, 3, 3))).isEqualTo("Tuesday, March 3, 2026");
    }

    @Test
    void emojiAloneAreTold() {
        assertThat(Emoji.only("😀")).isTrue();
        assertThat(Emoji.only("👨‍👩‍👧 🇧🇷 👍🏽 ❤️")).isTrue();
        assertThat(Emoji.only("42")).isFalse();
        assertThat(Emoji.only("ok 👍")).isFalse();
        assertThat(Emoji.only("")).isFalse();
        assertThat(Emoji.only("😀".repeat(30))).isFalse();
    }

    private Message after(Duration later) {
        return Lines.line(2, 2, "b", Lines.NOON.plus(later));
    }
}
