package chat.salas.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;

@Prototype
@Route("login")
@AnonymousAllowed
final class LoginView extends Div {
    /** The query parameter that says: the session ended elsewhere. */
    static final String ENDED = "ended";
}
