package chat.salas.ui;

import chat.salas.live.AccountEvent;
import chat.salas.live.Bus;
import chat.salas.live.RoomEvent;
import chat.salas.message.MessageEvent;
import chat.salas.room.RoomEvents.HistoryCleared;
import chat.salas.room.RoomEvents.HistoryTrimmed;
import chat.salas.room.RoomEvents.MyRoomsChanged;
import chat.salas.room.RoomEvents.NoticeCame;
import chat.salas.room.RoomEvents.ReadMoved;
import chat.salas.room.RoomEvents.RequestsChanged;
import chat.salas.room.RoomEvents.RoomChanged;
import chat.salas.room.RoomEvents.RoomDeleted;
import chat.salas.ui.RailNews.Moved;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Listens to my account and my rooms for one page. Publishers only leave numbers; a moment later a virtual thread brings all
 * of them to the page in one go, so a busy room costs a page a few updates a second at most.
 */
final class RailFeed implements AutoCloseable {
    private static final long PAUSE_MILLIS = 200;
    private static final Executor SOON =
            CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, task -> Thread.ofVirtual()
                    .name("rail")
                    .start(task));

    private final Bus bus;
    private final UI ui;
    private final Consumer<RailNews.Batch> listener;
    private final RailNews news = new RailNews();
    private final Map<Long, Bus.Subscription> rooms = new HashMap<>();
    private final Bus.Subscription account;
    private volatile Set<Long> ruled = Set.of();

    RailFeed(Bus bus, long accountId, UI ui, Consumer<RailNews.Batch> listener) {
        this.bus = bus;
        this.ui = ui;
        this.listener = listener;
        this.account = bus.onAccount(accountId, this::heard);
    }

    /**
     * Follows exactly these rooms from now on.
     *
     * @return whether there are new ones, about which something may have been missed before
     */
    boolean follow(Collection<Long> roomIds) {
        List<Long> gone = new ArrayList<>(rooms.keySet());
        gone.removeAll(roomIds);
        gone.forEach(id -> rooms.remove(id).close());
        List<Long> added = roomIds.stream().filter(id -> !rooms.containsKey(id)).toList();
        added.forEach(id -> rooms.put(id, bus.onRoom(id, this::heard)));
        return !added.isEmpty();
    }

    @Override
    public void close() {
        account.close();
        rooms.values().forEach(Bus.Subscription::close);
        rooms.clear();
    }

    private void heard(AccountEvent event) {
        switch (event) {
            case MyRoomsChanged _ -> bring(news.roomsChanged());
            case ReadMoved read -> bring(news.moved(read.roomId(), new Moved(0, read.seq())));
            case NoticeCame _ -> bring(news.noticed());
            default -> {}
        }
    }

    /** Only admins are told who asks. The set of them is read on a publisher's thread. */
    void ruling(Set<Long> roomIds) {
        ruled = Set.copyOf(roomIds);
    }

    private void heard(List<? extends RoomEvent> events) {
        events.forEach(this::heard);
        events.reversed().stream()
                .filter(MessageEvent.Posted.class::isInstance)
                .findFirst()
                .map(event -> ((MessageEvent.Posted) event).message())
                .ifPresent(last -> bring(news.moved(last.roomId(), new Moved(last.seq(), 0))));
    }

    private void heard(RoomEvent event) {
        switch (event) {
            case RequestsChanged asked when ruled.contains(asked.roomId()) -> bring(news.roomsChanged());
            case RoomChanged _, RoomDeleted _ -> bring(news.roomsChanged());
            case HistoryCleared cleared -> gone(cleared.roomId(), cleared.upToSeq());
            case HistoryTrimmed trimmed -> gone(trimmed.roomId(), trimmed.upToSeq());
            default -> {}
        }
    }

    /** What is gone need not be read. */
    private void gone(long roomId, long upToSeq) {
        bring(news.moved(roomId, new Moved(0, upToSeq)));
    }

    private void bring(boolean first) {
        if (first) {
            SOON.execute(this::deliver);
        }
    }

    private void deliver() {
        try {
            ui.access(() -> listener.accept(news.take()));
        } catch (UIDetachedException closed) {
            close();
        }
    }
}
