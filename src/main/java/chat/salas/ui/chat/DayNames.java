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
    private final Locale locale;

    DayNames(Words words, InstantSource clock, Locale locale, ZoneId zone) {
        this.words = words;
        this.clock = clock;
        this.zone = zone;
        this.locale = locale;
    }

    LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    String name(LocalDate day) {
        LocalDate today = today();
        if (day.equals(today)) {
            return words.say("chat.today");
        }
        if (day.equals(today.minusDays(1))) {
            return words.say("chat.yesterday");
        }
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
    }
}
