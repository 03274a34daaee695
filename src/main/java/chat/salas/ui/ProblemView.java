package chat.salas.ui;

import chat.salas.kernel.Problem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;

/** A view could not be opened for a reason that can be said, such as a room that one is not in. */
@Prototype
@AnonymousAllowed
final class ProblemView extends Main implements HasErrorParameter<Problem>, HasDynamicTitle {
    ProblemView() {
        addClassName("error-view");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Problem> parameter) {
        Problem problem = parameter.getException();
        Anchor home = new Anchor("/rooms", getTranslation("error.home"));
        home.addClassName("secondary-button");
        removeAll();
        add(EmptyState.page("info").say(key(problem)).offer(home));
        return problem.status();
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(getTranslation("error.problem.title"));
    }

    private static String key(Problem problem) {
        return switch (problem) {
            case Problem.NotFound _ -> "error.notFound";
            case Problem.Forbidden _ -> "error.forbidden";
            default -> "error.problem";
        };
    }
}
