package chat.salas.ui.settings;

import chat.salas.kernel.Problem;
import chat.salas.message.Retention;
import chat.salas.room.Room;
import chat.salas.room.RoomSettings;
import chat.salas.room.SettingsChange;
import chat.salas.ui.Amounts;
import chat.salas.ui.ProblemText;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.micronaut.context.annotation.Prototype;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How long the room keeps what is said, and what would go by it. */
@Prototype
final class RetentionTab extends SettingsTab {
    private final RoomSettings settings;
    private final Retention retention;
    private final IntegerField days = new IntegerField(getTranslation("settings.retention.days"));
    private final Div trial = new Div();
    private @Nullable Seat seat;
    private @Nullable SettingsForm form;

    RetentionTab(RoomSettings settings, Retention retention) {
        this.settings = settings;
        this.retention = retention;
        head("retention");
        days.setMin(0);
        days.setMax(RoomSettings.MAX_RETENTION_DAYS);
        days.setStepButtonsVisible(true);
        days.setHelperText(getTranslation("settings.retention.days.hint"));
        days.setValueChangeMode(ValueChangeMode.LAZY);
        days.addClassName("short-field");
        days.addValueChangeListener(change -> tryOut());
        trial.addClassName("note");
        trial.getElement().setAttribute("role", "status");
    }

    @Override
    void enter(Seat taken) {
        seat = taken;
        SettingsForm made = new SettingsForm(taken, settings);
        made.with(made.fields().add("retentionDays", days));
        made.note(new Button(getTranslation("settings.retention.try"), click -> tryOut()));
        made.note(trial);
        made.bind(this::show, this::change);
        form = made;
        put(made);
        tryOut();
    }

    @Override
    void refresh() {
        if (form != null) {
            form.refresh();
        }
    }

    private void show(Room room) {
        days.setValue(room.retentionDays());
    }

    private SettingsChange change() {
        return new SettingsChange(null, null, null, null, null, null, null, null, typed(), null);
    }

    private int typed() {
        return Objects.requireNonNullElse(days.getValue(), 0);
    }

    private void tryOut() {
        if (seat == null) {
            return;
        }
        if (typed() == 0) {
            trial.setText(getTranslation("settings.retention.forEver"));
            return;
        }
        try {
            Retention.Excess excess = retention.wouldErase(seat.actor(), seat.slug(), typed());
            trial.setText(getTranslation(
                    "settings.retention.would", excess.messages(), Amounts.bytes(excess.bytes(), getLocale())));
        } catch (Problem problem) {
            trial.setText(ProblemText.of(problem));
        }
    }
}
