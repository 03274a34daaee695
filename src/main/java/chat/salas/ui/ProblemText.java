package chat.salas.ui;

import chat.salas.kernel.Problem;
import com.vaadin.flow.component.UI;
import java.time.Duration;

/** What a failure is called on the screen, in the page's language. */
public final class ProblemText {
    private ProblemText() {}

    /** A sentence for people: what happened and, where it helps, when to try again. */
    public static String of(Problem problem) {
        UI ui = UI.getCurrent();
        return switch (problem) {
            case Problem.TooMany many -> ui.getTranslation("problem.tooMany", seconds(many.retryAfter()));
            case Problem.Unauthenticated _ -> ui.getTranslation("problem.signedOut");
            case Problem.Forbidden _ -> ui.getTranslation("problem.forbidden");
            case Problem.NotFound _ -> ui.getTranslation("problem.notFound");
            case Problem.Conflict _ -> ui.getTranslation("problem.conflict");
            case Problem.Gone _ -> ui.getTranslation("problem.gone");
            case Problem.TooLarge _ -> ui.getTranslation("problem.tooLarge");
            case Problem.Unavailable _ -> ui.getTranslation("problem.unavailable");
            case Problem.Refused _, Problem.Malformed _ -> ui.getTranslation("problem.refused");
        };
    }

    /** Whole seconds, at least one. */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
