package chat.salas.ui.chat;

import static chat.salas.ui.chat.Markdown.escape;

import chat.salas.room.RoomView;

/** Where a room begins, or what an empty one says, as HTML. */
final class Beginning {
    private Beginning() {}

    static String html(Words words, RoomView room) {
        return "<div class=beginning><div class=beginning-mark>"
                + "<span class=\"glyph glyph-hash\" aria-hidden=true></span></div><p class=beginning-title>"
                + escape(words.say("chat.beginning", room.room().name())) + "</p><p>"
                + escape(words.say(room.lastSeq() == 0 ? "chat.empty" : "chat.beginning.text")) + "</p></div>";
    }
}
