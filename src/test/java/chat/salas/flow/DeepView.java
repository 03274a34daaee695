package chat.salas.flow;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.context.annotation.Requires;

@Prototype
@Requires(property = "flow.test")
@Route("deep/:id")
public class DeepView extends VerticalLayout implements BeforeEnterObserver {
    private final H1 title = new H1();

    public DeepView() {
        title.setId("deep-title");
        add(title, new RouterLink("home", HomeView.class));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        title.setText("Deep " + event.getRouteParameters().get("id").orElse("?"));
    }
}
