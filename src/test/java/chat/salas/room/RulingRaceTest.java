package chat.salas.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.audit.AuditCheck;
import chat.salas.audit.AuditLog;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everybody rules everybody at once. */
class RulingRaceTest {
    private static final int PEOPLE = 8;
    private static final int ACTS = 60;
    private static final String OWNERS = "SELECT COUNT(*) FROM membership WHERE role = 'OWNER'";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Actor> people = new ArrayList<>();
    private House house;
    private Rooms rooms;
    private Ruling ruling;
    private Bans bans;
    private long room;
    private String link = "";

    @BeforeEach
    void open() {
        house = House.open();
        rooms = house.rooms();
        ruling = house.bean(Ruling.class);
        bans = house.bean(Bans.class);
        for (int i = 0; i < PEOPLE; i++) {
            people.add(house.person("P" + i));
        }
        Actor first = people.getFirst();
        room = rooms.create(first, NewRoom.named("Ops")).room().id();
        link = house.invites()
                .create(rooms.asAdmin(first, "ops"), null, Duration.ofDays(1), 10_000)
                .token();
        people.forEach(person -> house.invites().accept(person, link));
    }

    @AfterEach
    void close() throws IOException {
        threads.shutdownNow();
        house.closeAndDelete();
    }

    private Membership in(Actor actor) {
        return rooms.asMember(actor, "ops");
    }

    /** Whatever somebody may think of; most of it is refused. */
    private void act(Actor me, Actor other, int what) {
        List<Long> them = List.of(other.id());
        switch (what) {
            case 0, 1 -> ruling.handOver(in(me), other.id());
            case 2 -> ruling.changeRole(in(me), them, Role.ADMIN);
            case 3 -> ruling.changeRole(in(me), them, Role.MEMBER);
            case 4 -> ruling.remove(in(me), them);
            case 5 -> rooms.leave(in(me));
            case 6 -> bans.ban(in(me), them, "race", null);
            case 7 -> bans.lift(in(me), them);
            case 8 -> ruling.mute(in(me), them, Duration.ofHours(1));
            default -> house.invites().accept(me, link);
        }
    }

    private void actsOf(Actor me, Random random, AtomicInteger carriedOut) {
        for (int i = 0; i < ACTS; i++) {
            try {
                act(me, people.get(random.nextInt(PEOPLE)), random.nextInt(12));
                carriedOut.incrementAndGet();
            } catch (Problem refused) {
                assertThat(refused.status()).isBetween(403, 422);
            }
        }
    }

    private Future<?> watch(AtomicBoolean over) {
        return threads.submit(() -> {
            while (!over.get()) {
                assertThat(house.number(OWNERS)).isEqualTo(1);
                Thread.sleep(2);
            }
            return null;
        });
    }

    @Test
    void thereIsAlwaysExactlyOneOwnerAndMemoryKnowsWho() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger carriedOut = new AtomicInteger();
        Future<?> watcher = watch(over);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Actor me = people.get(i);
            Random random = new Random(i);
            running.add(threads.submit(() -> actsOf(me, random, carriedOut)));
        }
        for (Future<?> one : running) {
            one.get(120, TimeUnit.SECONDS);
        }
        over.set(true);
        watcher.get(30, TimeUnit.SECONDS);
        assertThat(carriedOut).as("premise").hasValueGreaterThan(PEOPLE * 5);
        assertThat(house.number("SELECT COUNT(*) FROM audit WHERE action = 'room.handed-over'"))
                .as("premise")
                .isPositive();
        memoryIsWhatTheDatabaseSays();
        assertThat(house.bean(AuditLog.class).trailOf(room).verify()).isInstanceOf(AuditCheck.Intact.class);
    }

    private void memoryIsWhatTheDatabaseSays() {
        assertThat(house.number(OWNERS)).isEqualTo(1);
        Roster roster = house.bean(Rosters.class).of(room).orElseThrow();
        for (Actor person : people) {
            Roster.Entry stored = house.inTransaction(
                            () -> house.bean(MembershipRepository.class).member(room, person.id()))
                    .orElse(null);
            assertThat(roster.member(person.id())).isEqualTo(stored);
        }
        assertThat(house.number("SELECT members FROM room")).isEqualTo(roster.size());
        assertThat(
                        house.number(
                                "SELECT COUNT(*) FROM membership m JOIN ban b ON b.room_id = m.room_id AND b.account_id = m.account_id"))
                .as("nobody is in and banned")
                .isZero();
    }

    @Test
    void ofManyWhoAreHandedTheRoomAtOnceOneGetsIt() throws Exception {
        Membership owner = in(people.getFirst());
        CountDownLatch start = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (Actor heir : people.subList(1, PEOPLE)) {
            running.add(threads.submit(() -> {
                start.await();
                try {
                    ruling.handOver(owner, heir.id());
                    done.incrementAndGet();
                } catch (Problem late) {
                    assertThat(late.status()).isEqualTo(403);
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<?> one : running) {
            one.get(60, TimeUnit.SECONDS);
        }
        assertThat(done).hasValue(1);
        assertThat(house.number(OWNERS)).isEqualTo(1);
        assertThat(in(people.getFirst()).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void heirWhoLeavesAtTheSameMomentIsEitherOwnerOrGone() throws Exception {
        Actor heir = people.get(1);
        for (int round = 0; round < 20; round++) {
            house.invites().accept(heir, link);
            Membership guest = in(heir);
            Membership owner = in(people.getFirst());
            Future<?> leaving = threads.submit(() -> tried(() -> rooms.leave(guest)));
            Future<?> handing = threads.submit(() -> tried(() -> ruling.handOver(owner, heir.id())));
            leaving.get(30, TimeUnit.SECONDS);
            handing.get(30, TimeUnit.SECONDS);
            assertThat(house.number(OWNERS)).isEqualTo(1);
            if (rooms.isMember(heir.id(), room)) {
                assertThat(in(heir).role()).isEqualTo(Role.OWNER);
                ruling.handOver(in(heir), people.getFirst().id());
            } else {
                assertThat(in(people.getFirst()).role()).isEqualTo(Role.OWNER);
            }
        }
    }

    private static void tried(Runnable call) {
        try {
            call.run();
        } catch (Problem refused) {
            assertThat(refused.status()).isIn(403, 404, 409);
        }
    }
}
