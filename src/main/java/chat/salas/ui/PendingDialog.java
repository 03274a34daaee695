package chat.salas.ui;

import chat.salas.kernel.Problem;
import chat.salas.room.AccessRequests;
import chat.salas.room.Room;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Says that a request waits for an answer, and takes it back on demand. */
final class PendingDialog extends Dialog {
    /** @param done the request is taken back, or decided already */
    PendingDialog(AccessRequests requests, Room room, Runnable done) {
        addClassName("small-dialog");
        setHeaderTitle(room.name());
        add(new Paragraph(getTranslation("pending.words")));
        Button withdraw = new Button(getTranslation("pending.withdraw"), click -> {
            try {
                requests.withdraw(Viewer.current(), room.slug());
                Toast.show(getTranslation("pending.withdrawn"));
            } catch (Problem gone) {
                Toast.show(ProblemText.of(gone));
            }
            close();
            done.run();
        });
        Button wait = new Button(getTranslation("pending.wait"), click -> close());
        wait.addThemeVariants(ButtonVariant.PRIMARY);
        wait.setAutofocus(true);
        getFooter().add(withdraw, wait);
    }
}
