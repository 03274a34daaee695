package chat.salas.ui.settings;

import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long something lasts. */
final class Terms extends Select<Optional<Duration>> {
    private static final List<Duration> LENGTHS = List.of(
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(8),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(30));

    /** @param endless whether it may also last until somebody ends it */
    Terms(boolean endless) {
        List<Optional<Duration>> choices = new ArrayList<>();
        LENGTHS.forEach(length -> choices.add(Optional.of(length)));
        if (endless) {
            choices.addFirst(Optional.empty());
        }
        setItems(choices);
        setItemLabelGenerator(each -> each.map(this::words).orElseGet(() -> getTranslation("settings.term.endless")));
        setValue(endless ? Optional.empty() : Optional.of(Duration.ofHours(1)));
        setLabel(getTranslation("settings.term"));
    }

    private String words(Duration length) {
        if (length.toDays() > 0) {
            return getTranslation("inviting.days", length.toDays());
        }
        return length.toHours() > 0
                ? getTranslation("inviting.hours", length.toHours())
                : getTranslation("settings.term.minutes", length.toMinutes());
    }
}
