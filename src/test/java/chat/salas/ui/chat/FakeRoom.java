package chat.salas.ui.chat;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.live.AccountEvent;
import chat.salas.live.Bus.Subscription;
import chat.salas.live.RoomEvent;
import chat.salas.live.Typing.TypingStarted;
import chat.salas.message.Draft;
import chat.salas.message.HistoryPage;
import chat.salas.message.Message;
import chat.salas.message.Message.Reaction;
import chat.salas.message.MessageEvent;
import chat.salas.message.Messages.Delivery;
import chat.salas.message.SearchPage;
import chat.salas.room.Access;
import chat.salas.room.Encryption;
import chat.salas.room.Member;
import chat.salas.room.Role;
import chat.salas.room.Room;
import chat.salas.room.RoomView;
import chat.salas.room.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A room in memory that behaves as the services promise, with switches for what may go wrong. */
final class FakeRoom {
    final List<Message> messages = new ArrayList<>();
    final List<Member> members = new ArrayList<>();
    final List<Consumer<? super Delivery>> listeners = new CopyOnWriteArrayList<>();
    final List<Consumer<? super AccountEvent>> accounts = new CopyOnWriteArrayList<>();
    final Set<MessageEvent.Reactor> reactors = new LinkedHashSet<>();
    final Map<Long, Long> marks = new LinkedHashMap<>();
    /** While set, messages wait for {@link #commit}. */
    boolean slow;

    /** While set, the end of the history cannot be loaded. */
    boolean away;

    /** While set, no message can be stored. */
    boolean failing;

    @Nullable
    Problem refusal;

    private final List<Runnable> uncommitted = new ArrayList<>();

    synchronized void say(long author, String name, String text, Instant at) {
        store(author, name, new Draft(UUID.randomUUID(), text, null), at);
    }

    synchronized void commit() {
        List.copyOf(uncommitted).forEach(Runnable::run);
        uncommitted.clear();
    }

    synchronized void publish(RoomEvent... events) {
        listeners.forEach(each -> each.accept(new Delivery.Live(List.of(events))));
    }

    /** The live stream breaks for everybody. */
    synchronized void breakOff() {
        listeners.forEach(each -> each.accept(new Delivery.Ended(new Problem.Unavailable("It broke"))));
    }

    Desk desk(Actor actor) {
        return new FakeDesk(actor);
    }

    private synchronized Message store(long author, String name, Draft draft, Instant at) {
        Message message = new Message(
                9,
                "ops",
                messages.size() + 1,
                Objects.requireNonNull(draft.id()),
                new Message.Author(author, name),
                at,
                draft.text(),
                draft.replyTo(),
                null,
                null,
                List.of());
        messages.add(message);
        publish(new MessageEvent.Posted(message));
        return message;
    }

    private synchronized Message change(long seq, UnaryOperator<Message> change) {
        Message after = change.apply(messages.get((int) seq - 1));
        messages.set((int) seq - 1, after);
        return after;
    }

    private final class FakeDesk implements Desk {
        private final Actor actor;

        FakeDesk(Actor actor) {
            this.actor = actor;
        }

        @Override
        public Actor actor() {
            return actor;
        }

        @Override
        public RoomView room() {
            Settings settings =
                    new Settings("Operations", "What runs, and what does not", true, true, true, true, 1, 0, 0, true);
            Room room = new Room(9, "ops", Encryption.AT_REST, settings, Instant.EPOCH, 0);
            long last = messages.size();
            return RoomView.of(room, Access.MEMBER, members.size(), last, marks.getOrDefault(actor.id(), last));
        }

        @Override
        public List<Member> members() {
            return members.isEmpty()
                    ? List.of(new Member(actor.id(), actor.displayName(), Role.OWNER, Instant.EPOCH, true))
                    : List.copyOf(members);
        }

        @Override
        public HistoryPage latest() {
            if (away) {
                throw new Problem.Unavailable("The database is away");
            }
            return slice(messages.size() - 50, messages.size());
        }

        @Override
        public HistoryPage before(long seq) {
            return slice((int) seq - 51, (int) seq - 1);
        }

        @Override
        public HistoryPage after(long seq) {
            int end = Math.min(messages.size(), (int) seq + 50);
            return new HistoryPage(List.copyOf(messages.subList((int) seq, end)), end < messages.size());
        }

        @Override
        public HistoryPage around(long seq) {
            return seq < 1 || seq > messages.size()
                    ? new HistoryPage(List.of(), false)
                    : slice((int) seq - 26, Math.min(messages.size(), (int) seq + 24));
        }

        private HistoryPage slice(int from, int to) {
            int start = Math.max(0, from);
            return new HistoryPage(List.copyOf(messages.subList(start, Math.max(start, to))), start > 0);
        }

        @Override
        public SearchPage search(String words, @Nullable Long before) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Message get(long seq) {
            if (seq < 1 || seq > messages.size()) {
                throw new Problem.NotFound("no message " + seq);
            }
            return messages.get((int) seq - 1);
        }

        @Override
        public CompletableFuture<Message> post(Draft draft) {
            if (refusal != null) {
                throw refusal;
            }
            CompletableFuture<Message> stored = new CompletableFuture<>();
            if (failing) {
                stored.completeExceptionally(new Problem.Unavailable("The database is away"));
                return stored;
            }
            Runnable commit = () -> stored.complete(store(actor.id(), actor.displayName(), draft, Instant.now()));
            if (slow) {
                uncommitted.add(commit);
            } else {
                commit.run();
            }
            return stored;
        }

        @Override
        public void edit(long seq, String text) {
            if (refusal != null) {
                throw refusal;
            }
            Message after = change(
                    seq,
                    was -> new Message(
                            9,
                            "ops",
                            seq,
                            was.id(),
                            was.author(),
                            was.at(),
                            text,
                            was.replyTo(),
                            Instant.now(),
                            null,
                            was.reactions()));
            publish(new MessageEvent.Edited(after, Set.of()));
        }

        @Override
        public void delete(long seq) {
            var deleted = new MessageEvent.Deleted(9, "ops", seq, actor.id());
            change(seq, was -> Window.erased(was, deleted));
            publish(deleted);
        }

        @Override
        public void react(long seq, String emoji, boolean on) {
            var reactor = new MessageEvent.Reactor(seq + emoji, actor.id());
            boolean changed = on ? reactors.add(reactor) : reactors.remove(reactor);
            int count = (int) reactors.stream()
                    .filter(each -> each.emoji().equals(seq + emoji))
                    .count();
            if (changed) {
                change(seq, was -> with(was, new Reaction(emoji, count, false)));
                publish(new MessageEvent.Reacted(9, "ops", seq, emoji, actor.id(), on, count));
            }
        }

        private Message with(Message was, Reaction reaction) {
            return Reactions.after(
                    was,
                    new MessageEvent.Reacted(9, "ops", was.seq(), reaction.emoji(), 0, true, reaction.count()),
                    -1);
        }

        @Override
        public void typing() {
            publish(new TypingStarted(9, actor.id(), actor.displayName()));
        }

        @Override
        public void read(long seq) {
            marks.put(actor.id(), seq);
        }

        @Override
        public Subscription join(
                @Nullable Long after, Consumer<? super Delivery> room, Consumer<? super AccountEvent> account) {
            room.accept(new Delivery.Joined(9, "ops", messages.size(), members.size()));
            if (after != null && after < messages.size()) {
                room.accept(new Delivery.Missed(List.copyOf(messages.subList(after.intValue(), messages.size()))));
            }
            listeners.add(room);
            accounts.add(account);
            return () -> {
                listeners.remove(room);
                accounts.remove(account);
            };
        }
    }
}
