package chat.salas.ui.settings;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.live.Bus;
import chat.salas.room.Access;
import chat.salas.room.RoomView;
import chat.salas.room.Rooms;
import chat.salas.ui.Glyph;
import chat.salas.ui.Press;
import chat.salas.ui.ProblemText;
import chat.salas.ui.Toast;
import chat.salas.ui.Viewer;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.micronaut.context.BeanLocator;
import io.micronaut.context.annotation.Prototype;
import org.jspecify.annotations.Nullable;

/**
 * Opens the settings of the room that is shown; not there for those who do not rule it. What is open stands in the address
 * ({@code ?settings=members}), so this only goes there, and {@link #follow} opens what the address says.
 */
@Prototype
public final class SettingsButton extends Button {
    private static final String SETTINGS = "settings";

    private final BeanLocator beans;
    private final Rooms rooms;
    private final Bus bus;
    private final Actor me = Viewer.current();
    private String slug = "";
    private @Nullable SettingsDialog dialog;

    SettingsButton(BeanLocator beans, Rooms rooms, Bus bus) {
        this.beans = beans;
        this.rooms = rooms;
        this.bus = bus;
        setVisible(false);
    }

    /** The room that it is about from now on, or that has changed. */
    public void showFor(RoomView view) {
        if (!slug.equals(view.room().slug())) {
            drop();
        }
        slug = view.room().slug();
        boolean rules = view.access() == Access.OWNER || view.access() == Access.ADMIN;
        if (rules && getIcon() == null) {
            dress();
        }
        setVisible(rules);
    }

    private void dress() {
        setIcon(new Glyph("settings"));
        addThemeVariants(ButtonVariant.TERTIARY);
        setAriaLabel(getTranslation("settings.open"));
        setTooltipText(getTranslation("settings.open"));
        Press.on(this, () -> go(Section.GENERAL));
    }

    /**
     * Shows what the address says, or nothing.
     *
     * @param place where the dialog is put; it must stay there while the room is shown
     */
    public void follow(QueryParameters parameters, HasComponents place) {
        parameters
                .getSingleParameter(SETTINGS)
                .map(key -> Section.of(key).orElse(Section.GENERAL))
                .ifPresentOrElse(section -> show(section, place), this::drop);
    }

    private void show(Section section, HasComponents place) {
        try {
            if (dialog == null) {
                dialog = open(place);
            }
            dialog.show(section);
        } catch (Problem refused) {
            drop();
            Toast.show(ProblemText.of(refused));
        }
    }

    private SettingsDialog open(HasComponents place) {
        Seat seat = new Seat(me, slug, rooms);
        seat.admin();
        SettingsDialog made = new SettingsDialog(seat, bus, section -> beans.getBean(section.tab()), this::go);
        place.add(made);
        made.addOpenedChangeListener(change -> {
            if (!change.isOpened() && made.equals(dialog)) {
                drop();
                go(null);
                focus();
            }
        });
        made.open();
        return made;
    }

    private void drop() {
        SettingsDialog gone = dialog;
        dialog = null;
        if (gone != null) {
            gone.close();
            gone.removeFromParent();
        }
    }

    private void go(@Nullable Section section) {
        UI page = UI.getCurrent();
        Location here = page.getActiveViewLocation();
        QueryParameters others = here.getQueryParameters().excluding(SETTINGS);
        page.navigate(here.getPath(), section == null ? others : others.merging(SETTINGS, section.key()));
    }
}
