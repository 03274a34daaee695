package chat.salas.ui;

import chat.salas.kernel.Actor;
import chat.salas.live.Bus;
import chat.salas.room.AccessRequests;
import chat.salas.room.RoomEvents.MyAccessChanged;
import chat.salas.room.RoomEvents.MyRoomsChanged;
import chat.salas.room.RoomView;
import chat.salas.room.Rooms;
import chat.salas.ui.grid.Pulse;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** Every room of the system, whether I am in it or not, and the way into each. */
@Prototype
@Route(value = "rooms", layout = MainLayout.class)
@PermitAll
final class DirectoryView extends Div implements HasDynamicTitle {
    private final Rooms rooms;
    private final AccessRequests requests;
    private final Bus bus;
    private final Actor me = Viewer.current();
    private final TextField search = new TextField();
    private final DirectoryList list;
    private final EmptyState empty = new EmptyState("compass");
    private Bus.@Nullable Subscription hearing;

    DirectoryView(Rooms rooms, AccessRequests requests, Bus bus) {
        this.rooms = rooms;
        this.requests = requests;
        this.bus = bus;
        this.list = new DirectoryList((page, size) -> rooms.directory(me, search.getValue(), page, size));
        addClassName("directory");
        ViewHeader header = new ViewHeader(getTranslation("directory.title"));
        header.setSubtitle(getTranslation("directory.lead"));
        header.addActions(create());
        Div body = new Div(searchField(), list, empty);
        body.addClassName("directory-body");
        add(header, body);
        list.onAct(this::act);
        load();
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(getTranslation("directory.title"));
    }

    private TextField searchField() {
        search.addClassName("directory-search");
        search.setPlaceholder(getTranslation("directory.search"));
        search.setAriaLabel(getTranslation("directory.search"));
        search.setPrefixComponent(new Glyph("search"));
        search.setClearButtonVisible(true);
        search.setMaxLength(100);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(250);
        search.addValueChangeListener(typed -> load());
        return search;
    }

    private Component create() {
        Button button = new Button(getTranslation("rail.create"), new Glyph("plus"), click -> openCreate());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void openCreate() {
        new CreateRoomDialog(rooms).open();
    }

    private void load() {
        boolean none = rooms.directory(me, search.getValue(), 0, 1).items().isEmpty();
        boolean searching = !search.isEmpty();
        list.setVisible(!none);
        empty.setVisible(none);
        search.setVisible(!none || searching);
        if (none) {
            empty.say(searching ? "directory.nothing" : "directory.none");
        } else {
            list.reload();
        }
    }

    private void act(RoomView view) {
        switch (view.access()) {
            case NONE -> new RequestDialog(requests, view.room(), list::refresh).open();
            case REQUESTED -> new PendingDialog(requests, view.room(), list::refresh).open();
            case INVITED -> InviteLinkDialog.invitedTo(view.room()).open();
            case BANNED -> new BannedDialog(view).open();
            case OWNER, ADMIN, MEMBER ->
                UI.getCurrent().navigate("rooms/" + view.room().slug());
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Pulse pulse = new Pulse(event.getUI(), list::refresh);
        hearing = bus.onAccount(me.id(), news -> {
            if (news instanceof MyAccessChanged || news instanceof MyRoomsChanged) {
                pulse.beat();
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (hearing != null) {
            hearing.close();
            hearing = null;
        }
        super.onDetach(event);
    }
}
