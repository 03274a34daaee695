package chat.salas.ui.settings;

import chat.salas.kernel.Problem;
import chat.salas.room.Room;
import chat.salas.room.RoomSettings;
import chat.salas.room.SettingsChange;
import chat.salas.ui.Fields;
import chat.salas.ui.ProblemText;
import chat.salas.ui.Toast;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Some settings of a room and the button that saves them. What others change is shown as long as nobody has begun to type
 * here.
 */
final class SettingsForm extends Div {
    private final Seat seat;
    private final RoomSettings settings;
    private final Fields fields = new Fields();
    private final Div alert = new Div();
    private final Div place = new Div();
    private final Button save = new Button(getTranslation("save"), click -> save());
    private Consumer<Room> show = room -> {};
    private Supplier<SettingsChange> change = () -> SettingsChange.NONE;
    private boolean touched;

    SettingsForm(Seat seat, RoomSettings settings) {
        this.seat = seat;
        this.settings = settings;
        addClassNames("form", "settings-form");
        place.addClassName("form");
        alert.addClassName("form-alert");
        alert.getElement().setAttribute("role", "alert");
        alert.setVisible(false);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setEnabled(false);
        Div buttons = new Div(save);
        buttons.addClassName("settings-buttons");
        add(alert, place, buttons);
    }

    /** Takes in a field for the setting of this name. */
    <F extends Component & HasValue<?, ?>> F with(F field) {
        field.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                touch();
            }
        });
        place.add(field);
        return field;
    }

    Fields fields() {
        return fields;
    }

    /** Puts something that is no field between them. */
    void note(Component words) {
        place.add(words);
    }

    /**
     * How settings come into the fields and out of them.
     *
     * @param changed only what is set here; the other settings stay as they are
     */
    void bind(Consumer<Room> shown, Supplier<SettingsChange> changed) {
        show = shown;
        change = changed;
        show.accept(seat.room());
        save.addClickShortcut(Key.ENTER).listenOn(place);
    }

    void refresh() {
        if (!touched) {
            show.accept(seat.room());
        }
    }

    private void touch() {
        touched = true;
        save.setEnabled(true);
    }

    private void save() {
        if (!touched) {
            return;
        }
        fields.clear();
        alert.setVisible(false);
        try {
            settings.change(seat.actor(), seat.slug(), change.get());
            touched = false;
            save.setEnabled(false);
            show.accept(seat.room());
            Toast.show(getTranslation("saved"));
        } catch (Problem problem) {
            refuse(problem);
        }
    }

    private void refuse(Problem problem) {
        if (!fields.show(problem)) {
            alert.setText(ProblemText.of(problem));
            alert.setVisible(true);
        }
        fields.focusFirstInvalid();
    }
}
