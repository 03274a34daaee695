package chat.salas.ops;

import chat.salas.account.AccountImport;
import chat.salas.account.AccountImport.Arrival;
import chat.salas.account.AccountImport.Newcomer;
import chat.salas.kernel.StartRefused;
import chat.salas.message.MessageImport;
import chat.salas.message.MessageImport.Conversation;
import chat.salas.ops.DemoPeople.Person;
import chat.salas.ops.DemoRooms.Sketch;
import chat.salas.room.NewRoom;
import chat.salas.room.Role;
import chat.salas.room.Room;
import chat.salas.room.RoomImport;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

/** Fills an empty instance with people, rooms and conversations, the same way they would have come by themselves. */
@Singleton
final class Demo {
    private static final long SEED = 24;
    private static final int ROOMS_AT_ONCE = 64;
    private static final Duration BEFORE = Duration.ofDays(40);

    private final AccountImport accounts;
    private final RoomImport rooms;
    private final MessageImport messages;
    private final InstantSource clock;
    private final SecureRandom secure;

    /** How to sign in as somebody of the demo. Printed on purpose: whoever runs the command asked for it. */
    @Serdeable
    record Account(String email, String password, String token, List<String> rooms) {
        @Override
        public String toString() {
            return "Account[" + email + "]";
        }
    }

    private record Citizen(Person person, Arrival arrival, List<String> rooms) {}

    /** A room and who is in it. */
    private record Cast(Sketch sketch, List<Citizen> members) {}

    Demo(AccountImport accounts, RoomImport rooms, MessageImport messages, InstantSource clock, SecureRandom secure) {
        this.accounts = accounts;
        this.rooms = rooms;
        this.messages = messages;
        this.clock = clock;
        this.secure = secure;
    }

    /** @throws StartRefused when there are accounts already */
    List<Account> fill(DemoSize size) {
        if (!accounts.isEmpty()) {
            throw new StartRefused(
                    "The instance is not empty: demo fills new ones only (SALAS_DATA names another folder).");
        }
        Random random = new Random(SEED);
        Instant now = clock.instant();
        String password = new BigInteger(100, secure).toString(36);
        List<Citizen> citizens = settle(size, password, now);
        Scene scene = new Scene(DemoScript.all(), random, now);
        new DemoRooms(size, random)
                .all()
                .gather(Gatherers.windowFixed(ROOMS_AT_ONCE))
                .forEach(sketches -> furnish(sketches, citizens, scene));
        return citizens.stream()
                .map(one -> new Account(
                        one.person().email(), password, one.arrival().token(), one.rooms()))
                .toList();
    }

    private record Scene(List<DemoScript> scripts, Random random, Instant now) {
        Instant madeAt() {
            return now.minus(BEFORE).plusSeconds(random.nextInt(86_400));
        }
    }

    private List<Citizen> settle(DemoSize size, String password, Instant now) {
        DemoPeople people = new DemoPeople();
        List<Person> persons = IntStream.range(0, size.users())
                .mapToObj(i -> people.person(i, size.isPlain()))
                .toList();
        Instant came = now.minus(BEFORE).minus(Duration.ofDays(1));
        List<Arrival> arrivals = accounts.add(
                persons.stream()
                        .map(one -> new Newcomer(one.email(), one.name(), came))
                        .toList(),
                password);
        return IntStream.range(0, persons.size())
                .mapToObj(i -> new Citizen(persons.get(i), arrivals.get(i), new ArrayList<>()))
                .toList();
    }

    /** Several rooms in one transaction: each would wait for the disk. */
    private void furnish(List<Sketch> sketches, List<Citizen> citizens, Scene scene) {
        List<Cast> casts = sketches.stream()
                .map(sketch -> new Cast(
                        sketch, sketch.members().stream().map(citizens::get).toList()))
                .toList();
        List<Room> made =
                rooms.add(casts.stream().map(cast -> plan(cast, scene)).toList());
        messages.fill(IntStream.range(0, made.size()).mapToObj(i -> talk(made.get(i), casts.get(i), scene)));
    }

    private static RoomImport.Plan plan(Cast cast, Scene scene) {
        Instant madeAt = scene.madeAt();
        return new RoomImport.Plan(draft(cast.sketch()), madeAt, newcomers(cast, madeAt, scene.random()));
    }

    private static Conversation talk(Room room, Cast cast, Scene scene) {
        cast.members().forEach(member -> member.rooms().add(room.slug()));
        List<DemoTalk.Speaker> speakers = cast.members().stream()
                .map(one ->
                        new DemoTalk.Speaker(one.arrival().id(), one.person().given()))
                .toList();
        Sketch sketch = cast.sketch();
        DemoTalk talk = new DemoTalk(scene.scripts(), sketch.language(), speakers, scene.random());
        return new Conversation(room, talk.until(scene.now(), sketch.messages()));
    }

    private static NewRoom draft(Sketch sketch) {
        return new NewRoom(sketch.name(), sketch.topic(), null, null, null, null, null, null, null, null);
    }

    private static List<RoomImport.Newcomer> newcomers(Cast cast, Instant madeAt, Random random) {
        List<Citizen> members = cast.members();
        return IntStream.range(0, members.size())
                .mapToObj(i -> new RoomImport.Newcomer(
                        members.get(i).arrival().id(),
                        role(i),
                        madeAt,
                        Math.max(0, cast.sketch().messages() - unread(random))))
                .toList();
    }

    private static Role role(int position) {
        return position == 0 ? Role.OWNER : position == 1 ? Role.ADMIN : Role.MEMBER;
    }

    /** Most have read everything. */
    private static int unread(Random random) {
        return random.nextInt(5) < 3 ? 0 : random.nextInt(30);
    }
}
