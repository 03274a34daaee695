package chat.salas.ui;

import chat.salas.live.Bus;
import chat.salas.room.Notices;
import chat.salas.room.Rooms;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLink;
import io.micronaut.context.annotation.Prototype;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The left side of every page: the way to my rooms and to myself, kept up to date while the page is open. */
@Prototype
final class Rail extends Nav {
    private final Bus bus;
    private final Rooms rooms;
    private final Notices notices;
    private final RailList list = new RailList(this::createRoom);
    private final AccountMenu menu;
    private LongConsumer unreadListener = unread -> {};
    private @Nullable RailFeed feed;

    Rail(Bus bus, Rooms rooms, Notices notices, AccountMenu menu) {
        this.bus = bus;
        this.rooms = rooms;
        this.notices = notices;
        this.menu = menu;
        addClassName("rail");
        setAriaLabel(getTranslation("rail.name"));
        add(brand(), switcher(), list, browse(), menu);
    }

    void onUnread(LongConsumer listener) {
        unreadListener = listener;
    }

    long unread() {
        return list.unread();
    }

    void focusList() {
        list.focusFirst();
    }

    void openSwitcher() {
        new Switcher(list.rows()).open();
    }

    private void createRoom() {
        new CreateRoomDialog(rooms).open();
    }

    void showCurrent(String path) {
        list.showCurrent(path);
        unreadListener.accept(unread());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        feed = new RailFeed(bus, Viewer.current().id(), event.getUI(), this::update);
        load();
        tell(event.getUI());
    }

    /** What I was not there to hear. */
    private void tell(UI ui) {
        NoticeToasts.show(ui, notices.take(Viewer.current()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }

    private void update(RailNews.Batch news) {
        if (news.roomsChanged()) {
            load();
        }
        if (news.noticed()) {
            getUI().ifPresent(this::tell);
        }
        long before = unread();
        list.move(news.moved());
        if (unread() != before || news.roomsChanged()) {
            unreadListener.accept(unread());
        }
    }

    /** Follows first and reads again, so that nothing said in between is missed. */
    private void load() {
        list.show(mine());
        if (feed != null) {
            feed.ruling(list.ruledIds());
            if (feed.follow(list.roomIds())) {
                list.show(mine());
            }
        }
    }

    private java.util.List<RailRow> mine() {
        return rooms.mine(Viewer.current()).stream().map(RailRow::of).toList();
    }

    private Component brand() {
        Anchor home = new Anchor("/");
        new Markup().image("icons/mark.svg").words("Salas").in(home);
        home.addClassName("brand");
        return home;
    }

    private Component switcher() {
        LightButton button = new LightButton(this::openSwitcher);
        button.addClassName("rail-search");
        button.getElement()
                .setProperty(
                        "innerHTML",
                        "<span slot=prefix class=\"glyph glyph-search\" aria-hidden=true></span>"
                                + Markup.escape(getTranslation("switcher.button"))
                                + "<span class=keys aria-hidden=true>Ctrl K</span>");
        return button;
    }

    private Component browse() {
        RouterLink link = new RouterLink(DirectoryView.class);
        link.setHighlightCondition(HighlightConditions.sameLocation());
        new Markup().icon("compass").words(getTranslation("rail.browse")).in(link);
        link.addClassName("rail-browse");
        return link;
    }
}
