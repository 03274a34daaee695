package chat.salas.ui;

import chat.salas.kernel.Problem;
import chat.salas.room.Encryption;
import chat.salas.room.Invites;
import chat.salas.room.RoomView;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;
import java.util.Optional;

/** What an invite link opens: which room it is, who invites, and one button. Also for somebody without an account. */
@Prototype
@Route("invite/:token")
@AnonymousAllowed
final class InviteView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final Invites invites;
    private final Profiles profiles;
    private String token = "";

    InviteView(Invites invites, Profiles profiles) {
        this.invites = invites;
        this.profiles = profiles;
        addClassName("auth-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        removeAll();
        try {
            add(invitation(invites.preview(token), event));
        } catch (Problem problem) {
            entered(event)
                    .ifPresentOrElse(
                            room -> event.forwardTo("rooms/" + room.room().slug()), () -> add(refusal(problem)));
        }
    }

    /** Whoever signed up by an invite on a server that asks for one, used it by that, and comes back here. */
    private Optional<RoomView> entered(BeforeEnterEvent event) {
        return Viewer.of(event.getUI()).flatMap(viewer -> invites.entered(viewer, token));
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(getTranslation("invite.title"));
    }

    private Component invitation(Invites.Preview preview, BeforeEnterEvent event) {
        AuthPage page = new AuthPage(
                profiles, getTranslation("invite.heading"), getTranslation("invite.lead", preview.invitedBy()));
        page.put(room(preview), encryption(preview));
        if (Viewer.of(event.getUI()).isPresent()) {
            page.put(accept());
        } else {
            page.put(signUp(Doorkeeper.wayBack(event.getLocation())));
        }
        return page;
    }

    private Component room(Invites.Preview preview) {
        H2 name = new H2(preview.roomName());
        Paragraph topic = new Paragraph(preview.topic());
        topic.addClassName("room-topic");
        topic.setVisible(!preview.topic().isBlank());
        Span members = new Span(new Glyph("users"), new Span(getTranslation("members", preview.members())));
        members.addClassName("room-facts");
        Div words = new Div(name, topic, members);
        words.addClassName("room-words");
        Div tile = new Div(new Glyph("door"));
        tile.addClassName("room-tile");
        Div card = new Div(tile, words);
        card.addClassName("invite-room");
        return card;
    }

    private Component encryption(Invites.Preview preview) {
        boolean endToEnd = preview.encryption() == Encryption.E2EE;
        Div note = new Div(
                new Glyph(endToEnd ? "shield" : "lock"),
                new Paragraph(getTranslation(endToEnd ? "invite.e2ee" : "invite.rest")));
        note.addClassName("note");
        return note;
    }

    private Component accept() {
        Button accept = new Button(getTranslation("invite.accept"), click -> enter());
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        accept.addClassName("wide");
        accept.setDisableOnClick(true);
        return accept;
    }

    private Component signUp(QueryParameters back) {
        RouterLink register = new RouterLink(getTranslation("invite.register"), RegisterView.class);
        register.addClassName("primary-button");
        register.setQueryParameters(back);
        RouterLink login = new RouterLink(getTranslation("invite.login"), LoginView.class);
        login.addClassName("secondary-button");
        login.setQueryParameters(back);
        Paragraph hint = new Paragraph(getTranslation("invite.signUp"));
        hint.addClassName("hint");
        Div choice = new Div(hint, register, login);
        choice.addClassName("form");
        return choice;
    }

    private void enter() {
        try {
            RoomView room = invites.accept(Viewer.current(), token);
            UI.getCurrent().navigate("rooms/" + room.room().slug());
        } catch (Problem problem) {
            removeAll();
            add(refusal(problem));
        }
    }

    private Component refusal(Problem problem) {
        AuthPage page = new AuthPage(profiles, InviteText.title(problem), InviteText.words(problem));
        RouterLink home = new RouterLink(getTranslation("invite.browse"), DirectoryView.class);
        home.addClassName("secondary-button");
        page.put(home);
        return page;
    }
}
