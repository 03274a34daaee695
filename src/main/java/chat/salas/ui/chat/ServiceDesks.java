package chat.salas.ui.chat;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.live.AccountEvent;
import chat.salas.live.Bus;
import chat.salas.live.Bus.Subscription;
import chat.salas.live.Presence;
import chat.salas.message.Draft;
import chat.salas.message.HistoryPage;
import chat.salas.message.Message;
import chat.salas.message.Messages;
import chat.salas.message.Messages.Delivery;
import chat.salas.message.SearchPage;
import chat.salas.room.Member;
import chat.salas.room.ReadMarks;
import chat.salas.room.RoomView;
import chat.salas.room.Rooms;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens rooms for actors, on top of the services. */
@Singleton
final class ServiceDesks implements Desks {
    private static final int PAGE = 50;
    private static final int FINDS = 25;

    private final Messages messages;
    private final Rooms rooms;
    private final ReadMarks marks;
    private final Live live;
    private final ReadLater<RoomDesk> reading;

    ServiceDesks(
            Messages messages,
            Rooms rooms,
            ReadMarks marks,
            Live live,
            @Named(TaskExecutors.VIRTUAL) ExecutorService workers) {
        this.reading = new ReadLater<>(workers, RoomDesk::mark);
        this.messages = messages;
        this.rooms = rooms;
        this.marks = marks;
        this.live = live;
    }

    /** Who is connected, and who hears. */
    @Singleton
    static final class Live {
        private final Bus bus;
        private final Presence presence;

        Live(Bus bus, Presence presence) {
            this.bus = bus;
            this.presence = presence;
        }

        Subscription connect(long account, Consumer<? super AccountEvent> listener) {
            Subscription events = bus.onAccount(account, listener);
            Subscription connection = presence.connect(account);
            return () -> {
                events.close();
                connection.close();
            };
        }
    }

    @Override
    public Desk open(Actor actor, String slug) {
        rooms.asMember(actor, slug);
        return new RoomDesk(actor, slug);
    }

    private final class RoomDesk implements Desk {
        private final Actor actor;
        private final String slug;

        RoomDesk(Actor actor, String slug) {
            this.actor = actor;
            this.slug = slug;
        }

        @Override
        public Actor actor() {
            return actor;
        }

        @Override
        public RoomView room() {
            return rooms.find(actor, slug);
        }

        @Override
        public List<Member> members() {
            return rooms.members(rooms.asMember(actor, slug));
        }

        @Override
        public HistoryPage latest() {
            return messages.history(actor, slug, null, null, PAGE);
        }

        @Override
        public HistoryPage before(long seq) {
            return messages.history(actor, slug, seq, null, PAGE);
        }

        @Override
        public HistoryPage after(long seq) {
            return messages.history(actor, slug, null, seq, PAGE);
        }

        @Override
        public HistoryPage around(long seq) {
            return messages.around(actor, slug, seq, PAGE);
        }

        @Override
        public SearchPage search(String words, @Nullable Long before) {
            return messages.search(actor, slug, words, before, 0, FINDS);
        }

        @Override
        public Message get(long seq) {
            return messages.get(actor, slug, seq);
        }

        @Override
        public CompletableFuture<Message> post(Draft draft) {
            return messages.post(actor, slug, draft);
        }

        @Override
        public void edit(long seq, String text) {
            messages.edit(actor, slug, seq, text);
        }

        @Override
        public void delete(long seq) {
            messages.delete(actor, slug, seq);
        }

        @Override
        public void react(long seq, String emoji, boolean on) {
            messages.react(actor, slug, seq, emoji, on);
        }

        @Override
        public void typing() {
            messages.typing(actor, slug);
        }

        @Override
        public void read(long seq) {
            reading.read(this, seq);
        }

        private void mark(long seq) {
            try {
                marks.read(rooms.asMember(actor, slug), seq);
            } catch (Problem gone) {
                // who is in the room no more has read nothing
            }
        }

        @Override
        public Subscription join(
                @Nullable Long after, Consumer<? super Delivery> room, Consumer<? super AccountEvent> account) {
            Subscription presence = live.connect(actor.id(), account);
            try {
                Subscription stream = messages.join(actor, slug, after, room);
                return () -> {
                    stream.close();
                    presence.close();
                };
            } catch (RuntimeException refused) {
                presence.close();
                throw refused;
            }
        }
    }
}
