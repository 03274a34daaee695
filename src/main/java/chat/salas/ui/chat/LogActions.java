package chat.salas.ui.chat;

import chat.salas.message.Message;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.popover.Popover;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one does inside the log, with the pointer or the keyboard: heard once by the log for all its messages. */
final class LogActions {
    private static final String ACTION = "event.target.closest('[data-a]')?.dataset.a";
    private static final String SEQ = "event.target.closest('[data-seq]')?.dataset.seq";
    private static final String ID = "event.target.closest('[data-id]')?.dataset.id";
    private static final String EMOJI = "event.target.closest('[data-e]')?.dataset.e";
    private static final String QUOTED = "event.target.closest('[data-q]')?.dataset.q";
    private static final String KEY = "event.key";
    private static final String KEYS = "['r', 'e', '+', '/', 'Escape'].includes(event.key)"
            + " && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest('vaadin-popover')"
            // some browsers search the page with it
            + " && (event.key !== '/' || (event.preventDefault(), true))";

    private final LogView log;
    private final HasComponents place;
    private final Words words;
    private final MessageActions actions;
    private @Nullable Popover open;

    /** @param place where menus are put while they are open */
    LogActions(LogView log, HasComponents place, Words words, MessageActions actions) {
        this.log = log;
        this.place = place;
        this.words = words;
        this.actions = actions;
        log.getElement()
                .addEventListener("click", event -> clicked(event.getEventData()))
                .setFilter("event.target.closest('[data-a]') !== null")
                .addEventData(ACTION)
                .addEventData(SEQ)
                .addEventData(ID)
                .addEventData(EMOJI)
                .addEventData(QUOTED);
        log.getElement()
                .addEventListener("keydown", event -> pressed(event.getEventData()))
                .setFilter(KEYS)
                .addEventData(KEY)
                .addEventData(SEQ);
    }

    private void clicked(JsonNode data) {
        long seq = number(data, SEQ);
        switch (text(data, ACTION)) {
            case "jump" -> actions.jump(number(data, QUOTED));
            case "emoji" -> actions.react(seq, text(data, EMOJI));
            case "react" -> pick(seq);
            case "reply" -> actions.reply(seq);
            case "more" -> menu(seq);
            case "retry" -> actions.retry(id(data));
            case "discard" -> actions.discard(id(data));
            default -> {}
        }
    }

    private void pressed(JsonNode data) {
        long seq = number(data, SEQ);
        switch (text(data, KEY)) {
            case "r" -> actions.reply(seq);
            case "e" -> actions.edit(seq);
            case "+" -> pick(seq);
            case "/" -> actions.search(seq);
            default -> actions.escape();
        }
    }

    private void pick(long seq) {
        if (actions.find(seq) != null) {
            open(new EmojiPicker(words, "r" + seq, emoji -> actions.react(seq, emoji)), seq);
        }
    }

    private void menu(long seq) {
        Message message = actions.find(seq);
        if (message == null) {
            return;
        }
        MessageMenu menu = new MessageMenu(words, "o" + seq);
        menu.offerLink("rooms/" + message.room() + "/" + seq, actions::copied);
        if (actions.mayEdit(message)) {
            menu.offerEdit(() -> actions.edit(seq));
        }
        if (actions.mayDelete(message)) {
            menu.offerDelete(() -> actions.delete(seq));
        }
        open(menu, seq);
    }

    private void open(Popover popover, long seq) {
        if (open != null) {
            open.removeFromParent();
        }
        open = popover;
        place.add(popover);
        popover.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                popover.removeFromParent();
                if (change.isFromClient()) {
                    log.focus(seq);
                }
            }
        });
        popover.open();
    }

    private static UUID id(JsonNode data) {
        try {
            return UUID.fromString(text(data, ID));
        } catch (IllegalArgumentException forged) {
            return new UUID(0, 0);
        }
    }

    private static long number(JsonNode data, String key) {
        String digits = text(data, key);
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }

    private static String text(JsonNode data, String key) {
        @Nullable JsonNode value = data.get(key);
        return value == null || !value.isString() ? "" : value.asString();
    }
}
