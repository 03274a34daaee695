package chat.salas.message;

import chat.salas.kernel.Problem;
import chat.salas.kernel.Problem.Forbidden;
import chat.salas.kernel.Problem.Unavailable;
import chat.salas.live.Bus;
import chat.salas.live.RoomEvent;
import chat.salas.message.MessageEvent.Posted;
import chat.salas.message.Messages.Delivery;
import chat.salas.room.Membership;
import chat.salas.room.RoomEvents.MemberLeft;
import chat.salas.room.RoomEvents.RoomDeleted;
import chat.salas.room.RoomView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member's stream of one room. Until it has caught up, it keeps what it hears, within bounds: when too much is said
 * meanwhile, it forgets the new messages, as the database has them too, and reads on; when too much else happens, it ends.
 */
final class LiveStream implements Bus.Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final int MAX_KEPT = 1_000;

    private final Membership membership;
    private final History history;
    private final Told told;
    private final Consumer<? super Delivery> listener;
    private final Lock reading;
    private final ReentrantLock turn = new ReentrantLock();
    private final List<RoomEvent> kept = new ArrayList<>();
    private volatile boolean closed;
    private volatile Bus.@Nullable Subscription heard;
    private boolean live;
    private boolean forgot;
    private long seen;

    /** @param reading held while a page of what was missed is read and handed over */
    LiveStream(Membership membership, History history, Told told, Consumer<? super Delivery> listener, Lock reading) {
        this.membership = membership;
        this.history = history;
        this.told = told;
        this.listener = listener;
        this.reading = reading;
    }

    /** What else ends when this one does. */
    void closing(Bus.Subscription subscription) {
        heard = subscription;
        if (closed) {
            subscription.close();
        }
    }

    /**
     * @param after as {@link Messages#join}; beyond the last number it is cut to it
     * @param now the membership as it is then; throws when there is none any more
     */
    void start(RoomView view, @Nullable Long after, Supplier<Membership> now) {
        seen = after == null ? view.lastSeq() : Math.min(after, view.lastSeq());
        Delivery.Joined joined =
                new Delivery.Joined(view.room().id(), view.room().slug(), view.lastSeq(), view.members());
        listener.accept(joined);
        if (seen < view.lastSeq() || !goLive()) {
            Thread.startVirtualThread(() -> catchUp(now));
        }
    }

    private void catchUp(Supplier<Membership> now) {
        try {
            boolean caughtUp = false;
            while (!caughtUp && !closed) {
                caughtUp = !readOn(now) && goLive();
            }
        } catch (Problem why) {
            endEarly(why);
        } catch (RuntimeException failed) {
            LOG.error(
                    "A stream of room {} failed while it caught up",
                    membership.room().id(),
                    failed);
            end(new Unavailable("Catching up failed; join again."));
        }
    }

    /** Hands over the next page; returns whether there are more. */
    private boolean readOn(Supplier<Membership> now) {
        reading.lock();
        try {
            HistoryPage page = history.missed(now.get(), seen);
            deliver(page.messages());
            return page.hasMore();
        } finally {
            reading.unlock();
        }
    }

    /** What ended it may have been heard of already, and says more. */
    private void endEarly(Problem why) {
        turn.lock();
        try {
            kept.stream().filter(this::endsHere).findFirst().ifPresent(last -> pass(List.of(last)));
        } finally {
            turn.unlock();
        }
        end(why);
    }

    private void deliver(List<Message> messages) {
        if (!messages.isEmpty() && !closed) {
            told.missed(messages.size());
            listener.accept(new Delivery.Missed(messages));
            seen = messages.getLast().seq();
        }
    }

    /** Hands over what was kept, and stands in the room from now on; false when the database must be asked once more. */
    private boolean goLive() {
        turn.lock();
        try {
            if (kept.size() > MAX_KEPT) {
                throw new Unavailable("Too much happened while catching up; join again.");
            }
            if (forgot) {
                forgot = false;
                return false;
            }
            live = true;
            pass(List.copyOf(kept));
            kept.clear();
            return true;
        } finally {
            turn.unlock();
        }
    }

    /** What the bus says. */
    void hear(List<? extends RoomEvent> events) {
        turn.lock();
        try {
            if (live) {
                pass(events);
            } else {
                keep(events);
            }
        } finally {
            turn.unlock();
        }
    }

    private void keep(List<? extends RoomEvent> events) {
        if (kept.size() > MAX_KEPT) {
            return;
        }
        kept.addAll(events);
        if (kept.size() > MAX_KEPT) {
            forgot = true;
            kept.removeIf(Posted.class::isInstance);
        }
    }

    /** The shared batch as it is, unless some of it was delivered from the database already. */
    private void pass(List<? extends RoomEvent> events) {
        boolean allNew = true;
        boolean last = false;
        for (RoomEvent event : events) {
            allNew &= concerns(event);
            last |= endsHere(event);
        }
        List<? extends RoomEvent> fresh =
                allNew ? events : events.stream().filter(this::concerns).toList();
        if (!fresh.isEmpty() && !closed) {
            told.live(fresh.size());
            listener.accept(new Delivery.Live(fresh));
        }
        if (last) {
            end(notMember());
        }
    }

    /** Neither seen already nor about something that this member may not see. */
    private boolean concerns(RoomEvent event) {
        return switch (event) {
            case Posted posted -> posted.message().seq() > seen;
            case MessageEvent changed -> changed.seq() > membership.floor();
            default -> true;
        };
    }

    private boolean endsHere(RoomEvent event) {
        return event instanceof RoomDeleted
                || (event instanceof MemberLeft left
                        && left.accountId() == membership.actor().id());
    }

    private static Forbidden notMember() {
        return new Forbidden("You are not a member of this room.");
    }

    private void end(Problem why) {
        if (!closed) {
            close();
            listener.accept(new Delivery.Ended(why));
        }
    }

    /** Nothing is delivered after what is being delivered right now. */
    @Override
    public void close() {
        closed = true;
        Bus.Subscription subscription = heard;
        if (subscription != null) {
            subscription.close();
        }
    }
}
