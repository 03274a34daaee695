package chat.salas.ui.chat;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.message.SearchPage;
import chat.salas.room.Act;
import chat.salas.room.RoomView;
import chat.salas.ui.MainLayout;
import chat.salas.ui.Moments;
import chat.salas.ui.PageTitles;
import chat.salas.ui.Viewer;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.signals.Signal;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** A room: {@code /rooms/{slug}}, or at one of its messages {@code /rooms/{slug}/{seq}}. */
@Prototype
@Route(value = "rooms/:slug/:seq?([0-9]{1,18})", layout = MainLayout.class)
@PermitAll
final class ChatView extends Div implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle, Talk.Around {
    private static final String PANEL = "panel";
    private static final String MEMBERS = "members";
    private static final String SEARCH = "search";
    private static final int NARROW = 768;

    private final Desks desks;
    private final InstantSource clock;
    private final ExecutorService workers;
    private final BeanProvider<RulersButtons> forRulers;
    private final RoomHeader header = new RoomHeader(this::getTranslation, this::toggleMembers);
    private final SearchSide search = new SearchSide(this::getTranslation, this::toggleSearch);
    private final Div body = new Div();
    private Place place = new Place("", null);
    private @Nullable Desk desk;
    private @Nullable Talk talk;
    private @Nullable MembersPanel members;
    private @Nullable RulersButtons ruling;
    private boolean listening;

    private record Place(String slug, @Nullable Long seq) {
        static Place of(RouteParameters parameters) {
            return new Place(
                    parameters.get("slug").orElse(""), parameters.getLong("seq").orElse(null));
        }
    }

    ChatView(
            Desks desks,
            InstantSource clock,
            @Named(TaskExecutors.VIRTUAL) ExecutorService workers,
            BeanProvider<RulersButtons> forRulers) {
        this.desks = desks;
        this.clock = clock;
        this.workers = workers;
        this.forRulers = forRulers;
        header.offer(search.button());
        addClassName("chat");
        body.addClassName("chat-body");
        add(header, body);
        Signal.effect(
                this,
                () -> watch(UI.getCurrent().getPage().pageVisibilitySignal().get()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Place wanted = Place.of(event.getRouteParameters());
        try {
            if (talk == null || !wanted.slug().equals(place.slug())) {
                enter(event.getUI(), wanted);
            } else if (wanted.seq() != null && !wanted.equals(place)) {
                talk.jumpTo(wanted.seq());
            }
            place = wanted;
            showPanel(event.getLocation().getQueryParameters());
            if (ruling != null) {
                ruling.follow(event.getLocation().getQueryParameters(), this);
            }
        } catch (Problem.NotFound absent) {
            event.rerouteToError(NotFoundException.class);
        } catch (Problem.Forbidden outside) {
            Notification.show(getTranslation("chat.notMember"), 5_000, Notification.Position.TOP_CENTER);
            event.forwardTo("rooms");
        }
    }

    private void enter(UI ui, Place wanted) {
        Actor actor = Viewer.current();
        Desk opened = desks.open(actor, wanted.slug());
        leaveRoom();
        desk = opened;
        Setting setting = new Setting(ui, this::getTranslation, clock, workers);
        talk = new Talk(opened, setting, this, Drafts.of(ui));
        body.add(talk);
        search.enter(talk.room(), body);
        show(talk.room());
        talk.load(wanted.seq());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (talk != null && !listening) {
            listening = true;
            talk.listen();
            if (place.seq() == null && !search.isOpen()) {
                talk.composer().focus();
            }
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (!event.getUI().getInternals().getStateTree().isPreparingForResync()) {
            leaveRoom();
        }
        super.onDetach(event);
    }

    private void leaveRoom() {
        if (talk != null) {
            talk.close();
            body.remove(talk);
        }
        talk = null;
        listening = false;
    }

    private void watch(PageVisibility visibility) {
        if (talk != null) {
            talk.visible(visibility != PageVisibility.HIDDEN);
        }
    }

    private void showPanel(QueryParameters parameters) {
        String panel = parameters.getSingleParameter(PANEL).orElse("");
        if (!panel.equals(SEARCH)) {
            search.close(body);
        }
        showMembers(panel.equals(MEMBERS));
        if (panel.equals(SEARCH) && !search.isOpen()) {
            search.open(body, this::searchPanel);
        }
    }

    private void showMembers(boolean wanted) {
        header.membersShown(wanted);
        if (wanted && members == null) {
            members = new MembersPanel(this::getTranslation, this::toggleMembers);
            body.add(members);
            members.focus();
        } else if (!wanted && members != null) {
            body.remove(members);
            members = null;
            header.focusMembers();
        }
        membersChanged();
    }

    private void toggleMembers() {
        openPanel(members == null ? MEMBERS : "", place.seq());
    }

    private void toggleSearch() {
        openPanel(search.isOpen() ? "" : SEARCH, place.seq());
    }

    private void openPanel(String panel, @Nullable Long seq) {
        QueryParameters parameters = panel.isEmpty() ? QueryParameters.empty() : QueryParameters.of(PANEL, panel);
        String path = "rooms/" + place.slug() + (seq == null ? "" : "/" + seq);
        getUI().ifPresent(ui -> ui.navigate(path, parameters));
    }

    private SearchPanel searchPanel() {
        UI ui = UI.getCurrent();
        FoundHtml html = new FoundHtml(Moments.of(ui));
        SearchPanel panel = new SearchPanel(this::getTranslation, html, this::find, this::toggleSearch);
        panel.onFound(seq -> showFound(ui, seq));
        return panel;
    }

    private SearchPage find(String typed, @Nullable Long before) {
        return desk == null ? new SearchPage(List.of(), false, null) : desk.search(typed, before);
    }

    /** Where the panel covers the log, it makes way. */
    private void showFound(UI ui, long seq) {
        var details = ui.getPage().getExtendedClientDetails();
        boolean covered = details != null && details.getWindowInnerWidth() < NARROW;
        if (covered) {
            search.openedFrom(() -> {});
        }
        if (talk != null && place.seq() != null && place.seq() == seq) {
            talk.jumpTo(seq);
        }
        openPanel(covered ? "" : SEARCH, seq);
    }

    @Override
    public void search(long fromSeq) {
        if (search.isOpen()) {
            search.open(body, this::searchPanel);
        } else if (search.button().isVisible()) {
            search.openedFrom(() -> focusLog(fromSeq));
            toggleSearch();
        }
    }

    private void focusLog(long seq) {
        if (talk != null) {
            talk.focusLog(seq);
        }
    }

    @Override
    public void membersChanged() {
        if (desk == null) {
            return;
        }
        if (members == null) {
            header.showCount(desk.room().members());
        } else {
            var people = desk.members();
            members.show(people);
            header.showCount(people.size());
        }
    }

    /** How many there are stays the same. */
    @Override
    public void presenceChanged() {
        if (members != null) {
            membersChanged();
        }
    }

    private void show(RoomView room) {
        header.show(room);
        if (ruling == null && room.may(Act.ADMINISTER)) {
            ruling = forRulers.get();
            ruling.standIn(header);
        }
        if (ruling != null) {
            ruling.showFor(room);
        }
    }

    @Override
    public void roomChanged(RoomView room) {
        show(room);
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }

    @Override
    public void leave(Farewell why) {
        Notification.show(getTranslation(why.key()), 6_000, Notification.Position.TOP_CENTER);
        getUI().ifPresent(ui -> ui.navigate("rooms"));
    }

    @Override
    public void escape() {
        if (members != null) {
            toggleMembers();
        } else if (search.isOpen()) {
            search.openedFrom(() -> {});
            toggleSearch();
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(talk == null ? "" : talk.room().room().name());
    }
}
