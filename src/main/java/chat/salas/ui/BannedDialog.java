package chat.salas.ui;

import chat.salas.room.RoomView;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;

/** Says to somebody who was banned from a room that it is so, and until when. */
final class BannedDialog extends Dialog {
    BannedDialog(RoomView view) {
        addClassName("small-dialog");
        setHeaderTitle(view.room().name());
        Instant until = view.bannedUntil();
        add(new Paragraph(
                until == null
                        ? getTranslation("join.banned")
                        : getTranslation(
                                "join.bannedUntil", Moments.of(UI.getCurrent()).full(until))));
        Button close = new Button(getTranslation("close"), click -> close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        close.setAutofocus(true);
        getFooter().add(close);
    }
}
