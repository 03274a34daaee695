package chat.salas.bench;

import chat.salas.testing.LogDom;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log that a page's browser would show now, made of nothing but what the server has sent to it. */
final class PageLog {
    private static final Pattern CALL = Pattern.compile("\\.(children\\.[\\w.]+)\\(");
    private static final JsonMapper JSON = new JsonMapper();

    private final LogDom dom = new LogDom("<div id=beginning></div><ol id=outbox></ol>");

    /** Takes in an answer to a call, or a push without its length. */
    void take(String sent) {
        String json = sent.startsWith("for(;;);") ? sent.substring(8) : sent;
        JsonNode message = JSON.readTree(json);
        JsonNode only = message.isArray() ? message.get(0) : message;
        only.path("execute").forEach(this::run);
    }

    private void run(JsonNode execution) {
        Matcher call = CALL.matcher(execution.get(execution.size() - 1).asString());
        if (call.find()) {
            List<Object> arguments = new ArrayList<>();
            for (int i = 0; i < execution.size() - 1; i++) {
                if (execution.get(i).isString()) {
                    arguments.add(execution.get(i).asString());
                }
            }
            dom.call(call.group(1), arguments.toArray());
        }
    }

    List<Long> seqs() {
        return dom.seqs();
    }

    /** What the messages say, as they are seen from the first to the last. */
    List<String> texts() {
        return dom.all(".msg .body").eachText();
    }
}
