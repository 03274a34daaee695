package chat.salas.live;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.live.Presence.PresenceChanged;
import chat.salas.live.Typing.TypingStarted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PresenceTest {
    private final AtomicLong now = new AtomicLong(1_000_000);
    private final Bus bus = new Bus();
    private final Presence presence = new Presence(bus, () -> Instant.ofEpochMilli(now.get()));
    private final Typing typing = new Typing(bus, () -> Instant.ofEpochMilli(now.get()));
    private final List<AccountEvent> heard = new ArrayList<>();

    PresenceTest() {
        bus.onEveryAccount(heard::add);
    }

    @Test
    void theFirstConnectionComesAndTheLastGoesAfterAFewSeconds() {
        Bus.Subscription page = presence.connect(7);
        Bus.Subscription socket = presence.connect(7);
        page.close();
        page.close();
        assertThat(presence.isOnline(7)).isTrue();
        socket.close();
        later(4_999);
        assertThat(presence.isOnline(7)).isTrue();
        assertThat(heard).containsExactly(new PresenceChanged(7, true));
        later(1);
        assertThat(presence.isOnline(7)).isFalse();
        assertThat(heard).containsExactly(new PresenceChanged(7, true), new PresenceChanged(7, false));
    }

    @Test
    void aReloadGoesUnnoticed() {
        presence.connect(7).close();
        later(3_000);
        Bus.Subscription again = presence.connect(7);
        later(60_000);
        assertThat(presence.isOnline(7)).isTrue();
        assertThat(heard).containsExactly(new PresenceChanged(7, true));
        again.close();
        later(5_000);
        assertThat(heard).hasSize(2);
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void manyWhoLeaveAtOnceAreAllLetGo() {
        LongStream.range(0, 500).forEach(account -> presence.connect(account).close());
        later(1_000);
        assertThat(presence.count()).isEqualTo(500);
        later(4_000);
        assertThat(presence.count()).isZero();
    }

    @Test
    void typingIsToldAtMostOnceInThreeSecondsUntilAMessageCame() {
        List<RoomEvent> told = new ArrayList<>();
        bus.onRoom(1, told::addAll);
        typing.typing(1, 7, "Ana");
        now.addAndGet(2_999);
        typing.typing(1, 7, "Ana");
        typing.typing(1, 8, "Rui");
        assertThat(told).containsExactly(new TypingStarted(1, 7, "Ana"), new TypingStarted(1, 8, "Rui"));
        typing.stopped(1, 8);
        typing.typing(1, 8, "Rui");
        assertThat(told).hasSize(3);
        now.addAndGet(1);
        typing.typing(1, 7, "Ana");
        assertThat(told).hasSize(4);
    }

    private void later(long millis) {
        now.addAndGet(millis);
        presence.sweep();
    }
}
