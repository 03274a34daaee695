package chat.salas.ui;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as the reader's language and time zone write them.
 *
 * @param zone the browser's, or UTC when it told none
 */
public record Moments(java.util.Locale locale, ZoneId zone) {

    /** For this page. */
    public static Moments of(UI ui) {
        return new Moments(ui.getLocale(), zone(ui));
    }

    private static ZoneId zone(UI ui) {
        var details = ui.getPage().getExtendedClientDetails();
        return details == null ? ZoneOffset.UTC : zone(details.getTimeZoneId());
    }

    private static ZoneId zone(@Nullable String id) {
        try {
            return id == null || id.isBlank() ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /** Such as 14:02 or 2:02 PM. */
    public String time(Instant at) {
        return format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), at);
    }

    /** Such as Nov 22, 2026. */
    public String date(Instant at) {
        return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), at);
    }

    /** Date and time. */
    public String full(Instant at) {
        return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), at);
    }

    /** Date and time of a moment near by, without the year. */
    public String soon(Instant at) {
        return DateTimeFormatter.ofPattern(locale.getLanguage().equals("pt") ? "d MMM, HH:mm" : "MMM d, HH:mm", locale)
                .withZone(zone)
                .format(at);
    }

    /** The reader's day. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private String format(DateTimeFormatter style, Instant at) {
        return style.withLocale(locale).withZone(zone).format(at);
    }
}
