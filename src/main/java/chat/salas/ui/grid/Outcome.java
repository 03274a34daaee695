package chat.salas.ui.grid;

import chat.salas.kernel.Problem;
import com.vaadin.flow.component.UI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What came of doing something to many: to how many it was done, and how many were skipped for which reason.
 *
 * @param skipped by the key of the reason: {@code grid.skipped.<reason>} says it, with the number
 */
public record Outcome(int done, Map<String, Integer> skipped) {

    /** Does it to each; whom it is refused for is skipped. Whatever is no refusal goes on to the caller. */
    public static <T> Outcome each(Iterable<T> all, Consumer<T> work) {
        int done = 0;
        Map<String, Integer> skipped = new LinkedHashMap<>();
        for (T one : all) {
            try {
                work.accept(one);
                done++;
            } catch (Problem problem) {
                skipped.merge(reason(problem), 1, Integer::sum);
            }
        }
        return new Outcome(done, skipped);
    }

    private static String reason(Problem problem) {
        return switch (problem) {
            case Problem.Forbidden _ -> "forbidden";
            case Problem.NotFound _, Problem.Gone _ -> "gone";
            default -> "refused";
        };
    }

    /**
     * Such as "98 muted, 2 skipped: admins".
     *
     * @param key of the text that says how many it was done to
     */
    public String words(String key) {
        UI ui = UI.getCurrent();
        StringBuilder words = new StringBuilder(ui.getTranslation(key, done));
        skipped.forEach(
                (reason, number) -> words.append(", ").append(ui.getTranslation("grid.skipped." + reason, number)));
        return words.toString();
    }
}
