package chat.salas.ui.chat;

import chat.salas.ui.Glyph;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;

/** What else can be done with a message; made when it is wanted and gone when it closes. */
final class MessageMenu extends Popover {
    private final Words words;
    private final Div items = new Div();

    /** @param target the id of the button that opened it */
    MessageMenu(Words words, String target) {
        this.words = words;
        setFor(target);
        setOpenOnClick(false);
        setPosition(PopoverPosition.BOTTOM_END);
        setAriaLabel(words.say("chat.more"));
        setAutofocus(true);
        addClassName("menu-popover");
        items.addClassName("message-menu");
        add(items);
    }

    /** @param path of the message's page */
    void offerLink(String path, Runnable copied) {
        NativeButton button = item("link", "chat.copyLink", copied);
        Scripts.copyOnClick(button.getElement(), path);
    }

    void offerEdit(Runnable edit) {
        item("pencil", "chat.edit", edit);
    }

    void offerDelete(Runnable delete) {
        item("trash", "chat.delete", delete).addClassName("danger");
    }

    private NativeButton item(String glyph, String text, Runnable action) {
        NativeButton button = new NativeButton();
        button.add(new Glyph(glyph), new Span(words.say(text)));
        button.addClickListener(click -> {
            close();
            action.run();
        });
        items.add(button);
        return button;
    }
}
