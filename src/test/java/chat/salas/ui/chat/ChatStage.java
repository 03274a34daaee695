package chat.salas.ui.chat;

import chat.salas.account.Accounts;
import chat.salas.account.Device;
import chat.salas.account.SignedIn;
import chat.salas.kernel.Actor;
import chat.salas.message.Draft;
import chat.salas.message.Message;
import chat.salas.message.Messages;
import chat.salas.room.Invites;
import chat.salas.room.NewRoom;
import chat.salas.room.Rooms;
import chat.salas.testing.Browser;
import chat.salas.testing.Screen;
import chat.salas.testing.TestServer;
import chat.salas.testing.Visit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A server with people and rooms, and browsers that are signed in. */
final class ChatStage implements AutoCloseable {
    final TestServer server = TestServer.start(Map.of("salas.test.clock", "true"));
    final Browser browser = Browser.open();

    SignedIn person(String name) {
        String address = UUID.randomUUID() + "@example.org";
        return server.bean(Accounts.class)
                .register(address, "correct horse battery staple 7", name, new Device("test", "127.0.0.1"));
    }

    /** A room of the first one; the others are let in. */
    String room(NewRoom wanted, SignedIn owner, SignedIn... others) {
        String slug =
                server.bean(Rooms.class).create(owner.actor(), wanted).room().slug();
        var admin = server.bean(Rooms.class).asAdmin(owner.actor(), slug);
        Invites invites = server.bean(Invites.class);
        for (SignedIn other : others) {
            invites.accept(
                    other.actor(),
                    invites.create(admin, null, Duration.ofHours(1), 1).token());
        }
        return slug;
    }

    Message say(SignedIn who, String room, String text) {
        return say(who, room, text, null);
    }

    Message say(SignedIn who, String room, String text, @Nullable Long replyTo) {
        return messages().send(who.actor(), room, new Draft(null, text, replyTo));
    }

    /** Many lines at once. */
    void fill(Actor who, String room, int lines) {
        List<CompletableFuture<Message>> sent = new ArrayList<>();
        for (int i = 1; i <= lines; i++) {
            sent.add(messages().post(who, room, new Draft(null, "Line number " + i, null)));
        }
        sent.forEach(CompletableFuture::join);
    }

    Messages messages() {
        return server.bean(Messages.class);
    }

    void setBack(Duration howFar) {
        server.bean(SteppingClock.class).setBack(howFar);
    }

    Visit visit(Screen screen, SignedIn who) {
        Visit visit = browser.visit(screen);
        visit.context()
                .addCookies(List.of(new Cookie("salas_session", who.token())
                        .setUrl(server.uri().toString())));
        return visit;
    }

    Page open(Visit visit, String room) {
        Page page = visit.open(server.uri() + "/rooms/" + room);
        page.waitForSelector(".composer textarea");
        return page;
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }
}
