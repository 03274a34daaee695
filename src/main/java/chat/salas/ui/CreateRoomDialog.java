package chat.salas.ui;

import chat.salas.kernel.Problem;
import chat.salas.room.Encryption;
import chat.salas.room.NewRoom;
import chat.salas.room.RoomView;
import chat.salas.room.Rooms;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;

/** Makes a room and goes there. */
final class CreateRoomDialog extends Dialog {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TOPIC = 250;

    private final Rooms rooms;
    private final Fields fields = new Fields();
    private final TextField name = fields.add("name", new TextField());
    private final TextField topic = fields.add("topic", new TextField());
    private final RadioButtonGroup<Boolean> listed = new RadioButtonGroup<>();
    private final Div alert = new Div();

    CreateRoomDialog(Rooms rooms) {
        this.rooms = rooms;
        addClassName("form-dialog");
        setHeaderTitle(getTranslation("create.title"));
        describe();
        alert.addClassName("form-alert");
        alert.getElement().setAttribute("role", "alert");
        alert.setVisible(false);
        Div form = new Div(alert, name, topic, listed, note());
        form.addClassName("form");
        add(form);
        Button create = new Button(getTranslation("create.submit"), click -> submit());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.ENTER).listenOn(name, topic);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), create);
    }

    private void describe() {
        name.setLabel(getTranslation("create.name"));
        name.setPlaceholder(getTranslation("create.name.example"));
        name.setMaxLength(LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        topic.setLabel(getTranslation("create.topic"));
        topic.setHelperText(getTranslation("create.topic.hint"));
        topic.setMaxLength(LONGEST_TOPIC);
        listed.setLabel(getTranslation("create.listed"));
        listed.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        listed.setItems(true, false);
        listed.setValue(true);
        listed.setRenderer(new ComponentRenderer<>(this::choice));
    }

    private Div choice(boolean visible) {
        String key = visible ? "create.listed.yes" : "create.listed.no";
        Span hint = new Span(getTranslation(key + ".hint"));
        hint.addClassName("hint");
        Div choice = new Div(new Span(getTranslation(key)), hint);
        choice.addClassName("choice");
        return choice;
    }

    private Div note() {
        Div note = new Div(new Glyph("lock"), new Paragraph(getTranslation("create.encryption")));
        note.addClassName("note");
        return note;
    }

    private void submit() {
        fields.clear();
        alert.setVisible(false);
        if (name.getValue().isBlank()) {
            fields.refuse("name", getTranslation("field.required"));
        }
        if (fields.valid()) {
            attempt();
        }
        fields.focusFirstInvalid();
    }

    private void attempt() {
        try {
            RoomView made = rooms.create(Viewer.current(), draft());
            close();
            UI.getCurrent().navigate("rooms/" + made.room().slug());
        } catch (Problem problem) {
            if (!fields.show(problem)) {
                alert.setText(ProblemText.of(problem));
                alert.setVisible(true);
            }
        }
    }

    private NewRoom draft() {
        return new NewRoom(
                name.getValue(),
                topic.getValue(),
                Encryption.AT_REST,
                listed.getValue(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
