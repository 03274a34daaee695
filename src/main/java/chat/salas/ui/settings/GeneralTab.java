package chat.salas.ui.settings;

import chat.salas.room.Room;
import chat.salas.room.RoomSettings;
import chat.salas.room.SettingsChange;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.micronaut.context.annotation.Prototype;
import org.jspecify.annotations.Nullable;

/** What the room is called, who finds it, and what newcomers see. */
@Prototype
final class GeneralTab extends SettingsTab {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TOPIC = 250;

    private final RoomSettings settings;
    private final TextField name = new TextField();
    private final TextField topic = new TextField();
    private final RadioButtonGroup<Boolean> listed;
    private final RadioButtonGroup<Boolean> history;
    private @Nullable SettingsForm form;

    GeneralTab(RoomSettings settings) {
        this.settings = settings;
        head("general");
        name.setLabel(getTranslation("create.name"));
        name.setMaxLength(LONGEST_NAME);
        topic.setLabel(getTranslation("create.topic"));
        topic.setHelperText(getTranslation("create.topic.hint"));
        topic.setMaxLength(LONGEST_TOPIC);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        topic.setValueChangeMode(ValueChangeMode.LAZY);
        listed = choice("create.listed");
        history = choice("settings.history");
    }

    @Override
    void enter(Seat seat) {
        SettingsForm made = new SettingsForm(seat, settings);
        made.with(made.fields().add("name", name));
        made.with(made.fields().add("topic", topic));
        made.with(listed);
        made.with(history);
        made.bind(this::show, this::change);
        form = made;
        put(made);
    }

    @Override
    void refresh() {
        if (form != null) {
            form.refresh();
        }
    }

    private void show(Room room) {
        name.setValue(room.name());
        topic.setValue(room.topic());
        listed.setValue(room.listed());
        history.setValue(room.newcomersSeeHistory());
    }

    private SettingsChange change() {
        return new SettingsChange(
                name.getValue(),
                topic.getValue(),
                listed.getValue(),
                null,
                null,
                null,
                null,
                null,
                null,
                history.getValue());
    }

    private RadioButtonGroup<Boolean> choice(String key) {
        RadioButtonGroup<Boolean> group = new RadioButtonGroup<>();
        group.setLabel(getTranslation(key));
        group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        group.setItems(true, false);
        group.setRenderer(new ComponentRenderer<>(yes -> option(key + (yes ? ".yes" : ".no"))));
        return group;
    }

    private Div option(String key) {
        Span hint = new Span(getTranslation(key + ".hint"));
        hint.addClassName("hint");
        Div option = new Div(new Span(getTranslation(key)), hint);
        option.addClassName("choice");
        return option;
    }
}
