package chat.salas.ui;

import chat.salas.kernel.Problem;
import chat.salas.room.AccessRequests;
import chat.salas.room.Room;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Asks to be let into a room, with a few words to those who decide. */
final class RequestDialog extends Dialog {
    private final AccessRequests requests;
    private final Room room;
    private final Runnable done;
    private final TextArea words = new TextArea(getTranslation("request.message"));
    private final Div alert = new Div();

    /** @param done the request is made, or another one stands */
    RequestDialog(AccessRequests requests, Room room, Runnable done) {
        this.requests = requests;
        this.room = room;
        this.done = done;
        addClassName("form-dialog");
        setHeaderTitle(getTranslation("request.title", room.name()));
        alert.addClassName("form-alert");
        alert.getElement().setAttribute("role", "alert");
        alert.setVisible(false);
        describe();
        Div form = new Div(new Paragraph(getTranslation("request.lead")), alert, words);
        form.addClassName("form");
        add(form);
        Button send = new Button(getTranslation("request.send"), click -> send());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), send);
    }

    private void describe() {
        words.setPlaceholder(getTranslation("request.example"));
        words.setMaxLength(AccessRequests.LONGEST_MESSAGE);
        words.setMinRows(3);
        words.setMaxRows(8);
        words.setAutofocus(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(250);
        words.addValueChangeListener(typed -> showLength());
        showLength();
    }

    private void showLength() {
        words.setHelperText(
                getTranslation("request.length", words.getValue().length(), AccessRequests.LONGEST_MESSAGE));
    }

    private void send() {
        try {
            requests.ask(Viewer.current(), room.slug(), words.getValue());
            finish(getTranslation("request.sent", room.name()));
        } catch (Problem.Conflict already) {
            finish(getTranslation("request.already"));
        } catch (Problem problem) {
            alert.setText(problem instanceof Problem.TooMany many ? tooMany(many) : ProblemText.of(problem));
            alert.setVisible(true);
        }
    }

    private String tooMany(Problem.TooMany problem) {
        return getTranslation("request.tooMany", Math.ceilDiv(ProblemText.seconds(problem.retryAfter()), 60));
    }

    private void finish(String said) {
        close();
        done.run();
        Toast.show(said);
    }
}
