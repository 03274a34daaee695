package chat.salas.ui.chat;

import chat.salas.room.RoomView;
import chat.salas.ui.Glyph;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Where a room begins, or what an empty one says. */
final class Beginning extends Div {
    Beginning(Words words, RoomView room) {
        addClassName("beginning");
        Div mark = new Div(new Glyph("hash"));
        mark.addClassName("beginning-mark");
        Paragraph title = new Paragraph(words.say("chat.beginning", room.room().name()));
        title.addClassName("beginning-title");
        add(mark, title, new Paragraph(words.say(room.lastSeq() == 0 ? "chat.empty" : "chat.beginning.text")));
    }
}
