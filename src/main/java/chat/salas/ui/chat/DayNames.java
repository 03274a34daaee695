package chat.salas.ui.chat;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days as people call them: today, yesterday, and the full date before. */
final class DayNames {
    private final Words words;
    private final InstantSource clock;
    private final ZoneId zone;
    private final DateTimeFormatter full;

    DayNames(Words words, InstantSource clock, Locale locale, ZoneId zone) {
        this.words = words;
        this.clock = clock;
        this.zone = zone;
        this.full = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
    }

    LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    String name(LocalDate day) {
        LocalDate today = today();
        if (day.equals(today)) {
            return words.say("chat.today");
        }
        return day.equals(today.minusDays(1)) ? words.say("chat.yesterday") : full.format(day);
    }
}
