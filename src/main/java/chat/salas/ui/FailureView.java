package chat.salas.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A defect of ours: the log gets the cause, the visitor an apology and a way on. */
@Prototype
@AnonymousAllowed
final class FailureView extends Main implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final Logger LOG = LoggerFactory.getLogger(FailureView.class);

    FailureView() {
        addClassName("error-view");
        Anchor home = new Anchor("/", getTranslation("error.home"));
        home.addClassName("secondary-button");
        add(EmptyState.page("alert").say("error.problem").offer(home));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        LOG.error("A view could not be opened", parameter.getException());
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(getTranslation("error.problem.title"));
    }
}
