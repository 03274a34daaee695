package chat.salas.room;

import chat.salas.audit.Pen;
import chat.salas.kernel.Problem.Refused;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Where acts of rule are carried out: each in one transaction with its records, then told. */
@Singleton
final class Bench {
    private static final int MOST = 10_000;

    private final Store store;
    private final Pens pens;
    private final Aftermath aftermath;
    private final InstantSource clock;

    Bench(Store store, Pens pens, Aftermath aftermath, InstantSource clock) {
        this.store = store;
        this.pens = pens;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    long now() {
        return clock.millis();
    }

    /** Each account once, in their order. */
    List<Long> bounded(Collection<Long> accounts) {
        List<Long> distinct = accounts.stream().distinct().toList();
        if (distinct.isEmpty() || distinct.size() > MOST) {
            throw new Refused("members", "number: " + distinct.size() + " (expected: 1.." + MOST + ")");
        }
        return distinct;
    }

    Tally sit(Membership by, Collection<Long> accounts, Measure measure) {
        by.require(measure.right());
        List<Long> each = bounded(accounts);
        return sit(by, each.size(), sitting -> sitting.over(each, measure));
    }

    /** @param records how many records it may write at most */
    Tally sit(Membership by, int records, Consumer<Sitting> work) {
        Pen pen = pens.room(by.room().id(), records);
        Sitting held = store.write(() -> {
            Sitting sitting = new Sitting(by, store, pen, now());
            work.accept(sitting);
            return sitting;
        });
        aftermath.ruled(by.room().id(), held);
        return held.tally();
    }
}
