package chat.salas.ui;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.dom.DomListenerRegistration;
import java.util.function.Supplier;

/**
 * Has a popover made when its button is first pressed, because most pages never open it and each holds what it might show. The
 * button says before what the popover makes it say from then on.
 */
public final class LatePopover {
    private LatePopover() {}

    /**
     * Has the button open the popover.
     *
     * @param place where the popover is put
     * @param made the popover with all that is in it
     */
    public static void offer(NativeButton button, HasComponents place, Supplier<Popover> made) {
        button.getElement().setAttribute("aria-haspopup", "dialog").setAttribute("aria-expanded", "false");
        DomListenerRegistration[] first = new DomListenerRegistration[1];
        first[0] = button.getElement().addEventListener("click", click -> {
            first[0].remove();
            Popover popover = made.get();
            popover.setTarget(button);
            popover.addOpenedChangeListener(change -> {
                if (!change.isOpened() && change.isFromClient()) {
                    button.focus();
                    change.unregisterListener();
                }
            });
            place.add(popover);
            popover.open();
        });
    }
}
