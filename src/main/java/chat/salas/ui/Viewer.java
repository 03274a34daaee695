package chat.salas.ui;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem.Unauthenticated;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Optional;

/**
 * Who looks at a page. Safe because it is set once, from the session cookie of the request that opened the page, before any
 * view exists; a page whose credential ends is closed.
 */
public final class Viewer {
    private Viewer() {}

    static void keep(UI ui, Actor actor) {
        ComponentUtil.setData(ui, Actor.class, actor);
    }

    /** Who looks at this page, if somebody is signed in. */
    public static Optional<Actor> of(UI ui) {
        return Optional.ofNullable(ComponentUtil.getData(ui, Actor.class));
    }

    /**
     * Who looks at the current page; for views that only signed-in people reach.
     *
     * @throws Unauthenticated when nobody is signed in
     */
    public static Actor current() {
        return of(UI.getCurrent()).orElseThrow(() -> new Unauthenticated("Sign in to see this page"));
    }
}
