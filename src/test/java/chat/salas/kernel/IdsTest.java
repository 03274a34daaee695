package chat.salas.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class IdsTest {
    private final AtomicLong millis =
            new AtomicLong(Instant.parse("2026-01-31T12:00:00Z").toEpochMilli());
    private final InstantSource clock = () -> Instant.ofEpochMilli(millis.get());
    private final Ids ids = new Ids(clock, new SecureRandom());

    private List<Long> some(int count, long step) {
        List<Long> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(ids.next());
            millis.addAndGet(step);
        }
        return some;
    }

    @Test
    void laterIdsAreGreaterAlsoWithinAMillisecondAndWhenTheClockStepsBack() {
        List<Long> all = some(10_000, 0);
        all.addAll(some(1_000, 1));
        all.addAll(some(1_000, -5));
        assertThat(all).isSorted().doesNotHaveDuplicates().allMatch(id -> id > 0);
    }

    @Test
    void idsOfSuccessiveMillisecondsFallIntoManyPlacesOfAHashTable() {
        long places = some(128, 1).stream()
                .map(id -> (Long.hashCode(id) ^ Long.hashCode(id) >>> 16) & 127)
                .distinct()
                .count();
        assertThat(places).isGreaterThan(40);
    }
}
