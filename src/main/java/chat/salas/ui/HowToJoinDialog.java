package chat.salas.ui;

import chat.salas.room.Access;
import chat.salas.room.RoomView;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Says to somebody outside a room how one gets in. */
final class HowToJoinDialog extends Dialog {
    HowToJoinDialog(RoomView view) {
        addClassName("small-dialog");
        setHeaderTitle(getTranslation("join.title", view.room().name()));
        add(new Paragraph(getTranslation(view.access() == Access.BANNED ? "join.banned" : "join.words")));
        Button close = new Button(getTranslation("close"), click -> close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        close.setAutofocus(true);
        getFooter().add(close);
    }
}
