package chat.salas.ui.admin;

import chat.salas.account.Office;
import chat.salas.ui.Glyph;
import chat.salas.ui.MainLayout;
import chat.salas.ui.PageTitles;
import chat.salas.ui.ViewHeader;
import chat.salas.ui.Viewer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The administration: its parts above, the one that is looked at below. For everybody else there is no such page. */
@Prototype
@Route(value = "admin/:part?", layout = MainLayout.class)
@PermitAll
final class AdminView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final Office office;
    private final BeanContext beans;
    private final Map<Part, RouterLink> links = new EnumMap<>(Part.class);
    private final Div content = new Div();

    AdminView(Office office, BeanContext beans) {
        this.office = office;
        this.beans = beans;
        addClassName("admin");
        content.addClassName("admin-content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Part> part = Part.of(event.getRouteParameters().get("part").orElse(Part.USERS.word()));
        boolean allowed = Viewer.of(event.getUI()).filter(office::isHeldBy).isPresent();
        if (!allowed || part.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(part.get());
    }

    private void show(Part part) {
        if (links.isEmpty()) {
            add(new ViewHeader(getTranslation("admin.title")), parts(), content);
        }
        links.forEach((each, link) -> {
            if (each == part) {
                link.getElement().setAttribute("aria-current", "page");
                link.getElement().callJsFunction("scrollIntoView");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
        content.removeAll();
        content.add(beans.getBean(part.type()));
    }

    private Nav parts() {
        Nav nav = new Nav();
        nav.addClassName("admin-parts");
        nav.getElement().setAttribute("aria-label", getTranslation("admin.parts"));
        for (Part part : Part.values()) {
            RouterLink link = new RouterLink(AdminView.class, new RouteParameters(new RouteParam("part", part.word())));
            link.add(new Glyph(part.icon()), new Span(getTranslation("admin." + part.word() + ".tab")));
            links.put(part, link);
            nav.add(link);
        }
        return nav;
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(getTranslation("admin.title"));
    }
}
