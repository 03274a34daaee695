package chat.salas.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.applayout.DrawerToggle;

/** Opens and closes the rail, in the browser alone: a {@link DrawerToggle} without what the server has no use for. */
@Tag("vaadin-drawer-toggle")
final class LightToggle extends Component {
    LightToggle(String name) {
        getElement().setAttribute("theme", "icon");
        getElement().setAttribute("aria-label", name);
        new Markup().icon("menu").in(this);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getInternals().addComponentDependencies(DrawerToggle.class);
    }
}
