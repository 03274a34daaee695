package chat.salas.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;

/**
 * Sends visitors who are not signed in to the sign-in, and from there back to where they wanted to go. A comfort: the services
 * below refuse a visitor on their own.
 */
final class Doorkeeper implements BeforeEnterListener {
    /** The query parameter with the way back, a path of this server. */
    static final String WAY_BACK = "to";

    private static final String INVITE = "/invite/";

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (Viewer.of(event.getUI()).isEmpty() && !open(event.getNavigationTarget()) && !event.hasErrorParameter()) {
            event.forwardTo(LoginView.class, wayBack(event.getLocation()));
        }
    }

    private static boolean open(Class<? extends Component> view) {
        return view.isAnnotationPresent(AnonymousAllowed.class);
    }

    static QueryParameters wayBack(Location location) {
        String path = location.getPathWithQueryParameters();
        return path.isEmpty() || path.equals(".") ? QueryParameters.empty() : QueryParameters.of(WAY_BACK, "/" + path);
    }

    /**
     * Where to go after the sign-in. Safe against being led elsewhere: only a path of this server passes, anything that a
     * browser could read as another host or scheme becomes the home page.
     */
    static String destination(QueryParameters query) {
        return query.getSingleParameter(WAY_BACK).filter(Doorkeeper::local).orElse("/");
    }

    /** The token of the invite that one came from, if it was one. */
    static Optional<String> invite(QueryParameters query) {
        String path = destination(query);
        return path.startsWith(INVITE) ? Optional.of(path.substring(INVITE.length())) : Optional.empty();
    }

    private static boolean local(String path) {
        return path.length() <= 512
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    }
}
