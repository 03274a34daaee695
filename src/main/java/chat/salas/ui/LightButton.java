package chat.salas.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.shared.HasTooltip;

/**
 * A {@link Button} on every page that is only pressed: the same element without the listeners and the bookkeeping that the
 * component brings along, more than a kilobyte for each open page.
 */
@Tag("vaadin-button")
final class LightButton extends Component implements HasStyle, HasTooltip {
    LightButton(Runnable pressed) {
        Press.on(this, pressed);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getInternals().addComponentDependencies(Button.class);
    }
}
