package chat.salas.ui;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.live.Bus;
import chat.salas.live.RoomEvent;
import chat.salas.room.RoomEvents.RequestsChanged;
import chat.salas.room.RoomEvents.RoleChanged;
import chat.salas.room.RoomView;
import chat.salas.room.Rooms;
import chat.salas.ui.grid.Pulse;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.QueryParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many ask to be let into the room that is shown, and the way to them; only there for its admins while there are any. */
@Prototype
public final class RequestsButton extends Button {
    private final Bus bus;
    private final Rooms rooms;
    private final Actor me = Viewer.current();
    private volatile @Nullable RoomView room;
    private Bus.@Nullable Subscription hearing;

    RequestsButton(Bus bus, Rooms rooms) {
        this.bus = bus;
        this.rooms = rooms;
        addClassName("requests-button");
        setVisible(false);
        Press.on(this, this::go);
    }

    /** The room that it is about from now on. */
    public void showFor(RoomView view) {
        stop();
        show(view);
        getUI().ifPresent(this::listen);
    }

    private void show(RoomView view) {
        room = view;
        int asking = InviteButton.mayInvite(view) ? view.requests() : 0;
        if (asking > 0 && getIcon() == null) {
            setIcon(new Glyph("inbox"));
            addThemeVariants(ButtonVariant.TERTIARY);
        }
        setText(asking == 0 ? "" : Unread.number(asking));
        setAriaLabel(getTranslation("rail.requests", asking));
        setTooltipText(getTranslation("rail.requests", asking));
        setVisible(asking > 0);
    }

    private void go() {
        RoomView view = room;
        if (view != null) {
            UI.getCurrent().navigate("rooms/" + view.room().slug(), QueryParameters.of("settings", "requests"));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        listen(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop();
        super.onDetach(event);
    }

    private void listen(UI ui) {
        RoomView view = room;
        if (view != null && hearing == null) {
            Pulse pulse = new Pulse(ui, this::lookAgain);
            hearing = bus.onRoom(view.room().id(), events -> hear(events, pulse));
        }
    }

    private void stop() {
        if (hearing != null) {
            hearing.close();
            hearing = null;
        }
    }

    private void hear(List<? extends RoomEvent> events, Pulse pulse) {
        if (events.stream().anyMatch(this::concerns)) {
            pulse.beat();
        }
    }

    private boolean concerns(RoomEvent event) {
        RoomView view = room;
        return switch (event) {
            case RequestsChanged _ -> view != null && InviteButton.mayInvite(view);
            case RoleChanged changed -> changed.accountId() == me.id();
            default -> false;
        };
    }

    private void lookAgain() {
        RoomView view = room;
        try {
            if (view != null) {
                show(rooms.find(me, view.room().slug()));
            }
        } catch (Problem gone) {
            setVisible(false);
        }
    }
}
