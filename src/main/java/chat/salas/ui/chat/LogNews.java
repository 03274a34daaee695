package chat.salas.ui.chat;

import java.time.LocalDate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is different in the log since it was last drawn, for {@link Scripts#draw}. */
final class LogNews {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    boolean isEmpty() {
        return json.isEmpty();
    }

    ObjectNode json() {
        return json;
    }

    /** The message with this number is gone. */
    void drop(long seq) {
        array("drop").add(seq);
    }

    /** The message is there now, or looks like this now. */
    void put(long seq, LocalDate day, String html) {
        array("put").addArray().add(seq).add(day.toString()).add(html);
    }

    void name(LocalDate day, String name) {
        json.withObjectProperty("names").put(day.toString(), name);
    }

    /** Stands before the first message. */
    void start(String html) {
        json.put("start", html);
    }

    /** The content of the list of what is on its way. */
    void outbox(String html) {
        json.put("out", html);
    }

    private ArrayNode array(String name) {
        return json.withArrayProperty(name);
    }
}
