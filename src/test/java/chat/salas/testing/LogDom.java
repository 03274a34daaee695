package chat.salas.testing;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** The log of a room as a browser would have it: as much of a document as the calls need that the server sends. */
public final class LogDom {
    private final Element log;

    /** @param frame what is in the log before the first call */
    public LogDom(String frame) {
        log = Jsoup.parseBodyFragment("<div>" + frame + "</div>").body().child(0);
    }

    /**
     * Calls a function.
     *
     * @param path from the log to the function, such as {@code children.outbox.remove}
     * @throws IllegalStateException when there is no such place
     */
    public void call(String path, Object... arguments) {
        List<String> steps = new ArrayList<>(List.of(path.split("\\.")));
        String function = steps.removeLast();
        Element place = log;
        for (int i = 0; i < steps.size(); i++) {
            Element next = step(place, steps.get(i).equals("children") ? "#" + steps.get(++i) : steps.get(i));
            if (next == null) {
                throw new IllegalStateException("not there: " + path);
            }
            place = next;
        }
        call(place, function, arguments);
    }

    private static @Nullable Element step(Element from, String step) {
        return switch (step) {
            case "firstChild" -> from.firstElementChild();
            case "lastChild" -> from.lastElementChild();
            default ->
                from.children().stream()
                        .filter(each -> step.equals("#" + each.id()))
                        .findFirst()
                        .orElse(null);
        };
    }

    private static void call(Element place, String function, Object[] arguments) {
        switch (function) {
            case "remove" -> place.remove();
            case "replaceChildren" -> {
                place.empty();
                for (Object text : arguments) {
                    place.appendText((String) text);
                }
            }
            case "insertAdjacentHTML" -> {
                switch ((String) arguments[0]) {
                    case "beforebegin" -> place.before((String) arguments[1]);
                    case "beforeend" -> place.append((String) arguments[1]);
                    default -> throw new IllegalStateException("not known: " + arguments[0]);
                }
            }
            default -> throw new IllegalStateException("not known: " + function);
        }
    }

    /** What is in the log. */
    public String html() {
        return log.html();
    }

    /** Elements in the order in which they are seen. */
    public Elements all(String selector) {
        return log.select(selector);
    }

    /** The numbers of the messages, in the order in which they are seen. */
    public List<Long> seqs() {
        return all(".msg[data-seq]").eachAttr("data-seq").stream()
                .map(Long::valueOf)
                .toList();
    }

    /** A message that is there. */
    public Element message(long seq) {
        return all("#m" + seq).getFirst();
    }
}
