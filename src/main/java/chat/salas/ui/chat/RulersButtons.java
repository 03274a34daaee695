package chat.salas.ui.chat;

import chat.salas.room.RoomView;
import chat.salas.ui.InviteButton;
import chat.salas.ui.RequestsButton;
import chat.salas.ui.settings.SettingsButton;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.router.QueryParameters;
import io.micronaut.context.annotation.Prototype;

/** What those who rule a room find at the end of its header. Most who look at a room do not, and are spared what it weighs. */
@Prototype
final class RulersButtons {
    private final RequestsButton requests;
    private final InviteButton invite;
    private final SettingsButton settings;

    RulersButtons(RequestsButton requests, InviteButton invite, SettingsButton settings) {
        this.requests = requests;
        this.invite = invite;
        this.settings = settings;
    }

    void standIn(RoomHeader header) {
        header.offer(requests);
        header.offer(invite);
        header.offer(settings);
    }

    /** The room that they are about from now on, or that has changed. */
    void showFor(RoomView room) {
        requests.showFor(room);
        invite.showFor(room);
        settings.showFor(room);
    }

    /** Opens the settings that the address asks for, or closes them. */
    void follow(QueryParameters parameters, HasComponents place) {
        settings.follow(parameters, place);
    }
}
