package chat.salas.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.salas.kernel.Problem.TooMany;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MessageRateTest {
    private final AtomicLong now = new AtomicLong(1_000_000);
    private final MessageRate rate = new MessageRate(() -> Instant.ofEpochMilli(now.get()), 0);

    @Test
    void aMinutesWorthPassesAtOnceAndTheNextAfterTheTimeThatWasTold() {
        for (int i = 0; i < 5; i++) {
            assertThat(wait(1, 7, 5)).isZero();
        }
        assertThat(wait(1, 7, 5)).isEqualTo(Duration.ofSeconds(12));
        assertThat(wait(1, 8, 5)).isZero();
        assertThat(wait(2, 7, 5)).isZero();
        now.addAndGet(11_500);
        assertThat(wait(1, 7, 5)).isEqualTo(Duration.ofSeconds(1));
        now.addAndGet(500);
        assertThat(wait(1, 7, 5)).isZero();
        assertThat(wait(1, 7, 5)).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void zeroIsNoLimit() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(wait(1, 7, 0)).isZero();
        }
    }

    @Test
    void theFloodLimitHoldsOverAllRooms() {
        MessageRate guarded = new MessageRate(() -> Instant.ofEpochMilli(now.get()), 2);
        guarded.spend(1, 7, 0);
        guarded.spend(2, 7, 0);
        assertThat(Talk.status(() -> guarded.spend(3, 7, 0))).isEqualTo(429);
        assertThat(Talk.status(() -> guarded.spend(3, 8, 0))).isEqualTo(200);
    }

    @Property(tries = 300)
    void overAnyTimeNoMorePassThanAMinutesWorthAndWhatCameBack(
            @ForAll @IntRange(min = 1, max = 600) int perMinute,
            @ForAll @Size(min = 1, max = 300) List<@LongRange(min = 0, max = 2_000) Long> pauses) {
        long start = now.get();
        long passed = 0;
        for (long pause : pauses) {
            now.addAndGet(pause);
            Duration wait = wait(perMinute, 7, perMinute);
            passed += wait.isZero() ? 1 : 0;
            assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(61));
            assertThat(passed).isLessThanOrEqualTo(perMinute + (now.get() - start) * perMinute / 60_000 + 1);
        }
        now.addAndGet(Duration.ofMinutes(10).toMillis());
        assertThat(wait(perMinute, 7, perMinute)).isZero();
        now.addAndGet(Duration.ofMinutes(10).toMillis());
    }

    private Duration wait(long room, long account, int perMinute) {
        TooMany early = catchThrowableOfType(TooMany.class, () -> rate.spend(room, account, perMinute));
        return early == null ? Duration.ZERO : Objects.requireNonNull(early.retryAfter());
    }
}
