package chat.salas.ui;

import chat.salas.room.Room;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes an invite's link. Also for somebody whose address is invited: addresses are not verified here, so that the link in the
 * mail is the only proof that the right one came.
 */
final class InviteLinkDialog extends Dialog {
    private static final Pattern LINK = Pattern.compile("(?:.*/invite/)?([A-Za-z0-9_-]{43})/?");
    private static final int LONGEST = 500;

    private final TextField link = new TextField(getTranslation("join.link"));

    private InviteLinkDialog(String title, String words) {
        addClassName("form-dialog");
        setHeaderTitle(title);
        link.setPlaceholder(getTranslation("join.link.example"));
        link.setMaxLength(LONGEST);
        link.setAutofocus(true);
        link.setClearButtonVisible(true);
        link.getElement().setAttribute("autocomplete", "off");
        link.addValueChangeListener(typed -> link.setInvalid(false));
        Div form = new Div(new Paragraph(words), link);
        form.addClassName("form");
        add(form);
        Button open = new Button(getTranslation("join.open"), click -> follow());
        open.addThemeVariants(ButtonVariant.PRIMARY);
        open.addClickShortcut(Key.ENTER).listenOn(link);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), open);
    }

    /** For a room that is known to wait. */
    static InviteLinkDialog invitedTo(Room room) {
        UI ui = UI.getCurrent();
        return new InviteLinkDialog(
                ui.getTranslation("join.invited.title", room.name()), ui.getTranslation("join.invited.words"));
    }

    /** For whatever room the link leads to. */
    static InviteLinkDialog any() {
        UI ui = UI.getCurrent();
        return new InviteLinkDialog(ui.getTranslation("join.any.title"), ui.getTranslation("join.any.words"));
    }

    private void follow() {
        Matcher matcher = LINK.matcher(link.getValue().strip());
        if (matcher.matches()) {
            close();
            UI.getCurrent().navigate("invite/" + matcher.group(1));
        } else {
            link.setErrorMessage(getTranslation("join.link.refused"));
            link.setInvalid(true);
            link.focus();
        }
    }
}
