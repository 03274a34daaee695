package chat.salas.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;

/** An address that leads nowhere. Never says more than that. */
@Prototype
@AnonymousAllowed
final class NotFoundView extends Main implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
    NotFoundView() {
        addClassName("error-view");
        Anchor home = new Anchor("/", getTranslation("error.home"));
        home.addClassName("secondary-button");
        add(EmptyState.page("compass").say("error.notFound").offer(home));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpStatusCode.NOT_FOUND.getCode();
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(getTranslation("error.notFound.title"));
    }
}
