package chat.salas.ui.chat;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.function.Consumer;

/** Common emoji beside a message; made when it is wanted and gone when it closes. */
final class EmojiPicker extends Popover {
    private static final String CHOSEN = "event.target.closest('button')?.textContent";

    /** @param target the id of the button that opened it */
    EmojiPicker(Words words, String target, Consumer<String> chosen) {
        setFor(target);
        setOpenOnClick(false);
        setPosition(PopoverPosition.TOP_END);
        setAriaLabel(words.say("chat.react"));
        setAutofocus(true);
        addClassName("emoji-popover");
        Div grid = new Div();
        grid.addClassName("emoji-grid");
        StringBuilder buttons = new StringBuilder();
        Emoji.COMMON.forEach(
                each -> buttons.append("<button type=button>").append(each).append("</button>"));
        grid.getElement().setProperty("innerHTML", buttons.toString());
        grid.getElement()
                .addEventListener("click", event -> {
                    close();
                    String emoji = event.getEventData().get(CHOSEN).asString();
                    if (Emoji.COMMON.contains(emoji)) {
                        chosen.accept(emoji);
                    }
                })
                .setFilter("event.target.closest('button') !== null")
                .addEventData(CHOSEN);
        add(grid);
    }
}
