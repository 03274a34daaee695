package chat.salas.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;

/**
 * The regions of a page in the order in which F6 visits them. Each listens for the key itself, so the server need not know
 * where the focus is.
 */
final class Regions {
    private static final String KEYS = "event.key === 'F6' && !event.ctrlKey && !event.altKey && !event.metaKey";
    private static final String BACK = "event.shiftKey";

    private final List<Region> all = new ArrayList<>();

    private record Region(Component place, Runnable focus) {}

    /**
     * Adds a region at the end.
     *
     * @param place that hears F6; a region inside another one takes the key for itself
     * @param focus moves the focus into it
     */
    void add(Component place, Runnable focus) {
        Region region = new Region(place, focus);
        all.add(region);
        place.getElement()
                .addEventListener(
                        "keydown",
                        event -> go(region, event.getEventData().get(BACK).asBoolean() ? -1 : 1))
                .addEventData(BACK)
                .setFilter(KEYS)
                .preventDefault()
                .stopPropagation();
    }

    private void go(Region from, int step) {
        int next = Math.floorMod(all.indexOf(from) + step, all.size());
        all.get(next).focus().run();
    }
}
