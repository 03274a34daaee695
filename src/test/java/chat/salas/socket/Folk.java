package chat.salas.socket;

import chat.salas.account.Accounts;
import chat.salas.account.Device;
import chat.salas.account.SignedIn;
import chat.salas.account.Tokens;
import chat.salas.kernel.Actor;
import chat.salas.room.Invites;
import chat.salas.room.NewRoom;
import chat.salas.room.Rooms;
import chat.salas.testing.Api;
import chat.salas.testing.TestServer;
import java.time.Duration;
import java.util.UUID;

/** The people of a test server, and the room that they meet in. */
final class Folk {
    private final TestServer server;

    /** Somebody with a session and a token. */
    record Person(SignedIn session, String token) {
        Actor actor() {
            return session.actor();
        }

        String cookie() {
            return "salas_session=" + session.token();
        }
    }

    Folk(TestServer server) {
        this.server = server;
    }

    Person person(String name) {
        SignedIn session = server.bean(Accounts.class)
                .register(
                        name + "-" + UUID.randomUUID() + "@example.org",
                        Api.PASSWORD,
                        name,
                        new Device("test", "127.0.0.1"));
        return new Person(
                session,
                server.bean(Tokens.class).create(session.actor(), "test").token());
    }

    /** A room without a limit on messages. */
    String room(Person owner, String name) {
        NewRoom draft = new NewRoom(name, null, null, null, null, null, null, null, 0, null);
        return server.bean(Rooms.class).create(owner.actor(), draft).room().slug();
    }

    void admit(Person owner, String room, Person... guests) {
        var admin = server.bean(Rooms.class).asAdmin(owner.actor(), room);
        var invite = server.bean(Invites.class).create(admin, null, Duration.ofHours(1), guests.length);
        for (Person guest : guests) {
            server.bean(Invites.class).accept(guest.actor(), invite.token());
        }
    }

    Talker connect(Person person) {
        return Talker.connect(server.uri(), "Authorization", "Bearer " + person.token());
    }
}
