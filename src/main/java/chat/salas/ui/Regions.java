package chat.salas.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;

/**
 * The regions of a page in the order in which F6 visits them. Each listens for the key itself, so the server need not know
 * where the focus is.
 */
public final class Regions {
    private final List<Region> all = new ArrayList<>();

    private record Region(Component place, Runnable focus) {}

    /**
     * Adds a region at the end.
     *
     * @param place that hears F6; a region inside another one takes the key for itself
     * @param focus moves the focus into it
     * @return takes the region out again
     */
    public Registration add(Component place, Runnable focus) {
        Region region = new Region(place, focus);
        all.add(region);
        ShortcutRegistration forward = Shortcuts.addShortcutListener(place, () -> go(region, 1), Key.F6)
                .listenOn(place);
        ShortcutRegistration back = Shortcuts.addShortcutListener(
                        place, () -> go(region, -1), Key.F6, KeyModifier.SHIFT)
                .listenOn(place);
        return () -> {
            all.remove(region);
            forward.remove();
            back.remove();
        };
    }

    private void go(Region from, int step) {
        int next = Math.floorMod(all.indexOf(from) + step, all.size());
        all.get(next).focus().run();
    }
}
