package chat.salas.ui.chat;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.room.Act;
import chat.salas.room.RoomView;
import chat.salas.ui.MainLayout;
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
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** A room: {@code /rooms/{slug}}, or at one of its messages {@code /rooms/{slug}/{seq}}. */
@Prototype
@Route(value = "rooms/:slug/:seq?([0-9]{1,18})", layout = MainLayout.class)
@PermitAll
final class ChatView extends Div
        implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle, Around, SidePanels.Way {
    private final Desks desks;
    private final InstantSource clock;
    private final ExecutorService workers;
    private final BeanProvider<RulersButtons> forRulers;
    private final RoomHeader header = new RoomHeader(this::getTranslation, this::toggleMembers);
    private final Div body = new Div();
    private final SidePanels panels = new SidePanels(this::getTranslation, header, body, this);
    private Place place = new Place("", null);
    private @Nullable Talk talk;
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
            panels.follow(event.getLocation().getQueryParameters());
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
        Setting setting = new Setting(ui, this::getTranslation, clock, workers);
        talk = new Talk(opened, setting, this, Drafts.of(ui));
        body.add(talk);
        panels.enter(opened, talk.room());
        show(talk.room());
        talk.load(wanted.seq());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (talk != null && !listening) {
            listening = true;
            talk.listen();
            if (place.seq() == null && !panels.isSearching()) {
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

    private void toggleMembers() {
        panels.toggleMembers();
    }

    @Override
    public void go(QueryParameters parameters) {
        navigate(place.seq(), parameters);
    }

    @Override
    public void goTo(long seq, QueryParameters parameters) {
        if (talk != null && place.seq() != null && place.seq() == seq) {
            talk.jumpTo(seq);
        }
        navigate(seq, parameters);
    }

    private void navigate(@Nullable Long seq, QueryParameters parameters) {
        String path = "rooms/" + place.slug() + (seq == null ? "" : "/" + seq);
        getUI().ifPresent(ui -> ui.navigate(path, parameters));
    }

    @Override
    public void search(long fromSeq) {
        panels.search(() -> focusLog(fromSeq));
    }

    private void focusLog(long seq) {
        if (talk != null) {
            talk.focusLog(seq);
        }
    }

    @Override
    public void membersChanged() {
        panels.membersChanged();
    }

    @Override
    public void presenceChanged() {
        panels.presenceChanged();
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
        panels.escape();
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(talk == null ? "" : talk.room().room().name());
    }
}
