package chat.salas.ui.settings;

import chat.salas.kernel.Problem;
import chat.salas.live.Bus;
import chat.salas.live.RoomEvent;
import chat.salas.room.RoomEvents;
import chat.salas.ui.Glyph;
import chat.salas.ui.grid.Pulse;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.signals.Signal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The dialog: its tabs at the side (above, on a phone), and the one that is looked at. */
final class SettingsDialog extends Dialog {
    private static final int NARROW = 768;

    private final Seat seat;
    private final Bus bus;
    private final Function<Section, SettingsTab> make;
    private final Tabs tabs = new Tabs();
    private final Map<Section, Tab> handles = new EnumMap<>(Section.class);
    private final Div content = new Div();
    private @Nullable SettingsTab shown;
    private Bus.@Nullable Subscription hearing;

    /**
     * @param make makes a tab when it is chosen
     * @param chosen is told which one somebody chose
     */
    SettingsDialog(Seat seat, Bus bus, Function<Section, SettingsTab> make, Consumer<Section> chosen) {
        this.seat = seat;
        this.bus = bus;
        this.make = make;
        addClassName("settings-dialog");
        setHeaderTitle(getTranslation("settings.title", seat.room().name()));
        getHeader().add(closer());
        for (Section section : Section.values()) {
            Tab handle = handle(section);
            handles.put(section, handle);
            tabs.add(handle);
        }
        tabs.addClassName("settings-tabs");
        tabs.getElement().setAttribute("aria-label", getTranslation("settings.sections"));
        letTabsBeTheOnlyChildren();
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(sectionOf(change.getSelectedTab()));
            }
        });
        content.addClassName("settings-content");
        content.getElement().setAttribute("role", "tabpanel").setAttribute("tabindex", "0");
        Div body = new Div(tabs, content);
        body.addClassName("settings-body");
        add(body);
        Signal.effect(
                this,
                () -> turn(UI.getCurrent().getPage().windowSizeSignal().get().width()));
    }

    /** The list's own scroller says that it can have the focus, which no child of a list of tabs may that is no tab. */
    private void letTabsBeTheOnlyChildren() {
        tabs.getElement()
                .executeJs("this.updateComplete.then(() =>"
                        + " this.shadowRoot.querySelector('[part=tabs]').removeAttribute('tabindex'))");
    }

    private Button closer() {
        Button close = new Button(new Glyph("close"), click -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(getTranslation("close"));
        return close;
    }

    private Tab handle(Section section) {
        return new Tab(new Glyph(section.icon()), new Span(getTranslation(name(section))));
    }

    private static String name(Section section) {
        return "settings." + section.key() + ".tab";
    }

    private Section sectionOf(Tab handle) {
        return handles.entrySet().stream()
                .filter(entry -> entry.getValue().equals(handle))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Section.GENERAL);
    }

    private void turn(int width) {
        tabs.setOrientation(width > 0 && width < NARROW ? Tabs.Orientation.HORIZONTAL : Tabs.Orientation.VERTICAL);
    }

    /** Shows this tab, made anew. */
    void show(Section section) {
        Tab handle = Objects.requireNonNull(handles.get(section));
        tabs.setSelectedTab(handle);
        handle.getElement()
                .executeJs("setTimeout(() => this.scrollIntoView({inline: 'center', block: 'nearest'}), 250)");
        content.removeAll();
        content.getElement().setAttribute("aria-label", getTranslation(name(section)));
        shown = make.apply(section);
        shown.enter(seat);
        content.add(shown);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Pulse pulse = new Pulse(event.getUI(), this::refresh);
        hearing = bus.onRoom(seat.room().id(), events -> hear(events, pulse));
    }

    private static void hear(List<? extends RoomEvent> events, Pulse pulse) {
        if (events.stream().anyMatch(SettingsDialog::concerns)) {
            pulse.beat();
        }
    }

    /** What is said in the room does not change its settings, and who comes and goes is not worth a look each time. */
    private static boolean concerns(RoomEvent event) {
        return event.getClass().getPackage().equals(RoomEvents.class.getPackage())
                && !(event instanceof RoomEvents.MemberPresence);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (hearing != null) {
            hearing.close();
        }
        super.onDetach(event);
    }

    private void refresh() {
        try {
            setHeaderTitle(getTranslation("settings.title", seat.room().name()));
            if (shown != null) {
                shown.refresh();
            }
        } catch (Problem rightEnded) {
            close();
        }
    }
}
