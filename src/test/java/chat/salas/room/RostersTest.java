package chat.salas.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RostersTest {
    private static final long OPS = 7;

    private final Source source = new Source();
    private final Rosters rosters = new Rosters(source, limits(1_000_000));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private static RoomLimits limits(int rememberedMembers) {
        return new RoomLimits(1_000, 20_000, 1_000, 1_000, 20, 60, 1 << 30, rememberedMembers);
    }

    /** A database of one table that can be stopped right after it was read. */
    private static class Source implements RosterSource {
        final Map<Long, Role> members = new ConcurrentSkipListMap<>();
        final AtomicInteger loads = new AtomicInteger();
        final AtomicReference<@Nullable Room> room = new AtomicReference<>(RosterTest.ROOM);
        volatile Runnable afterReading = () -> {};
        volatile boolean broken;

        @Override
        public Optional<Long> roomId(String slug) {
            return room(OPS).filter(room -> room.slug().equals(slug)).map(Room::id);
        }

        @Override
        public Optional<Room> room(long roomId) {
            return Optional.ofNullable(room.get()).filter(room -> room.id() == roomId);
        }

        @Override
        public List<Roster.Entry> members(long roomId) {
            loads.incrementAndGet();
            List<Roster.Entry> read = new ArrayList<>();
            members.forEach((id, role) -> read.add(Roster.Entry.of(id, role)));
            afterReading.run();
            return read;
        }

        @Override
        public Optional<Roster.Entry> member(long roomId, long accountId) {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            return Optional.ofNullable(members.get(accountId)).map(role -> Roster.Entry.of(accountId, role));
        }
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private @Nullable Role role(long accountId) {
        return rosters.of(OPS).map(roster -> roster.role(accountId)).orElse(null);
    }

    @Test
    void manyWhoAskAtOnceLoadOnce() throws Exception {
        source.members.put(1L, Role.OWNER);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        source.afterReading = () -> {
            reading.countDown();
            await(goOn);
        };
        List<Future<@Nullable Role>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(threads.submit(() -> role(1)));
        }
        await(reading);
        goOn.countDown();
        for (Future<@Nullable Role> answer : answers) {
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(Role.OWNER);
        }
        assertThat(source.loads).hasValue(1);
    }

    @Test
    void loadThatBeganBeforeAChangeDoesNotOutliveIt() throws Exception {
        source.members.put(1L, Role.OWNER);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        source.afterReading = () -> {
            reading.countDown();
            await(goOn);
        };
        Future<@Nullable Role> early = threads.submit(() -> role(2));
        await(reading);
        source.members.put(2L, Role.MEMBER);
        source.members.remove(1L);
        Future<?> told = threads.submit(() -> {
            rosters.memberChanged(OPS, 2);
            rosters.memberChanged(OPS, 1);
        });
        Thread.sleep(Duration.ofMillis(50));
        assertThat(told.isDone()).as("waits for the load").isFalse();
        goOn.countDown();
        told.get(10, TimeUnit.SECONDS);
        early.get(10, TimeUnit.SECONDS);
        assertThat(role(2)).isEqualTo(Role.MEMBER);
        assertThat(role(1)).isNull();
        assertThat(source.loads).hasValue(1);
    }

    @Test
    void whateverTheOrderOfTellingMemoryEndsAsTheDatabase() throws Exception {
        role(1);
        List<Future<?>> changes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Random random = new Random(i);
            changes.add(threads.submit(() -> {
                for (int n = 0; n < 500; n++) {
                    long account = random.nextLong(5);
                    if (random.nextBoolean()) {
                        source.members.put(account, Role.values()[random.nextInt(3)]);
                    } else {
                        source.members.remove(account);
                    }
                    rosters.memberChanged(OPS, account);
                }
            }));
        }
        for (Future<?> change : changes) {
            change.get(20, TimeUnit.SECONDS);
        }
        for (long account = 0; account < 5; account++) {
            assertThat(role(account)).isEqualTo(source.members.get(account));
        }
        assertThat(source.loads).hasValue(1);
    }

    @Test
    void rightThatCannotBeReadAgainIsForgotten() {
        source.members.put(1L, Role.OWNER);
        assertThat(role(1)).isEqualTo(Role.OWNER);
        source.broken = true;
        rosters.memberChanged(OPS, 1);
        source.broken = false;
        source.members.remove(1L);
        assertThat(role(1)).isNull();
        assertThat(source.loads).hasValue(2);
    }

    @Test
    void slugsAreRememberedAndFollowTheRoom() {
        source.members.put(1L, Role.OWNER);
        assertThat(rosters.remembered("ops")).isNull();
        assertThat(rosters.of("ops")).isPresent();
        assertThat(rosters.remembered("ops")).isNotNull();
        assertThat(rosters.of("other")).isEmpty();
        Room renamed = new Room(
                7, "ops", Encryption.AT_REST, RosterTest.settings("Operations", false), java.time.Instant.EPOCH, 0);
        source.room.set(renamed);
        rosters.roomChanged(renamed);
        assertThat(rosters.of("ops")).map(Roster::room).hasValue(renamed);
        assertThat(role(1)).isEqualTo(Role.OWNER);
        source.room.set(null);
        rosters.roomChanged(renamed);
        assertThat(rosters.remembered("ops")).isNull();
        assertThat(rosters.of("ops")).isEmpty();
        assertThat(rosters.of(OPS)).isEmpty();
    }

    @Test
    void memoryIsBounded() {
        Rosters small = new Rosters(
                new Source() {
                    @Override
                    public Optional<Room> room(long roomId) {
                        return Optional.of(RosterTest.ROOM);
                    }
                },
                limits(1_000));
        for (long room = 0; room < 1_000; room++) {
            assertThat(small.of(room)).isPresent();
        }
        assertThat(small.weight()).isLessThanOrEqualTo(1_000);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
