package chat.salas.ui.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What is to change in the drawn log, as calls of the DOM's own functions. A place is named from the log down, as
 * {@code children.outbox}: the DOM finds an element's children by their ids.
 *
 * <p>What comes in at one place is one call, however much it is. Places are those that stand before any of this: what goes,
 * goes first, and what comes in names nothing that came in.
 */
final class LogPatches {
    /** Where the room begins, before the first day; empty where it does not. */
    static final String BEGINNING = "children.beginning";

    /** The list of own messages that are on the way, behind the last day. */
    static final String OUTBOX = "children.outbox";

    private static final String INSERT = ".insertAdjacentHTML";

    private final List<Call> calls = new ArrayList<>();
    private final Map<Place, StringBuilder> insertions = new LinkedHashMap<>();

    private record Call(String function, List<String> arguments) {}

    private record Place(String path, String position) {}

    boolean isEmpty() {
        return calls.isEmpty() && insertions.isEmpty();
    }

    void remove(String place) {
        calls.add(new Call(place + ".remove", List.of()));
    }

    /** Takes the place of what is in there; the element itself stays. */
    void fill(String place, String html) {
        calls.add(new Call(place + ".replaceChildren", List.of()));
        if (!html.isEmpty()) {
            calls.add(new Call(place + INSERT, List.of("beforeend", html)));
        }
    }

    void text(String place, String text) {
        calls.add(new Call(place + ".replaceChildren", List.of(text)));
    }

    /** Where the HTML is put that stands right before this place. */
    StringBuilder before(String place) {
        return insertion(place, "beforebegin");
    }

    /** Where the HTML is put that stands at the end of what is in there. */
    StringBuilder atEndOf(String place) {
        return insertion(place, "beforeend");
    }

    private StringBuilder insertion(String place, String position) {
        return insertions.computeIfAbsent(new Place(place, position), made -> new StringBuilder());
    }

    /** Calls each function, named by its path, with its arguments. */
    void callOn(BiConsumer<String, Object[]> log) {
        calls.forEach(call -> log.accept(call.function(), call.arguments().toArray()));
        insertions.forEach(
                (place, html) -> log.accept(place.path() + INSERT, new Object[] {place.position(), html.toString()}));
    }
}
