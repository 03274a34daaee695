package chat.salas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.ui.RailNews.Moved;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SmallThingsTest {
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T01:30:00Z");

    @Test
    void timesAreWrittenAsTheReaderWritesThem() {
        Moments english = new Moments(Languages.ENGLISH, ZoneId.of("UTC"));
        Moments brazilian = new Moments(Languages.PORTUGUESE, ZoneId.of("America/Sao_Paulo"));

        assertThat(english.date(NEW_YEAR)).isEqualTo("Jan 1, 2027");
        assertThat(brazilian.date(NEW_YEAR)).isEqualTo("31 de dez. de 2026");
        assertThat(brazilian.time(NEW_YEAR)).isEqualTo("22:30");
        assertThat(brazilian.day(NEW_YEAR)).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void aRowsNumbersNeverGoBack() {
        RailRow row = new RailRow(1, "ops", "Ops", "hash", false, false, 0, 10, 4);

        assertThat(row.with(new Moved(12, 0)).unread()).isEqualTo(8);
        assertThat(row.with(new Moved(9, 10)).unread()).isZero();
        assertThat(row.with(new Moved(0, 3))).isEqualTo(row);
    }

    @Test
    void manyUnreadMessagesAreWrittenShort() {
        assertThat(Unread.number(99)).isEqualTo("99");
        assertThat(Unread.number(100)).isEqualTo("99+");
        assertThat(PageTitles.withUnread("Ops · Salas", 3)).isEqualTo("(3) Ops · Salas");
        assertThat(PageTitles.withUnread("Ops · Salas", 0)).isEqualTo("Ops · Salas");
    }

    @Test
    void peopleGetAllTheColours() {
        assertThat(LongStream.range(0, 200).map(PersonAvatar::colourOf).distinct())
                .containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(PersonAvatar.colourOf(42)).isEqualTo(PersonAvatar.colourOf(42));
    }

    @Test
    void aWaitIsNeverZeroSeconds() {
        assertThat(ProblemText.seconds(Duration.ZERO)).isEqualTo(1);
        assertThat(ProblemText.seconds(Duration.ofMillis(2_001))).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox|Linux|false",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0|Edge|Windows|false",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1|Safari|iPhone|true",
                "curl/8.5.0|curl/8.5.0|''|false"
            })
    void aDeviceIsCalledAsItsOwnerWouldCallIt(String agent, String browser, String system, boolean phone) {
        assertThat(Devices.of(agent)).isEqualTo(new Devices(browser, system, phone));
    }
}
