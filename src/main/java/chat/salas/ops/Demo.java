package chat.salas.ops;

import chat.salas.account.AccountImport;
import chat.salas.account.AccountImport.Arrival;
import chat.salas.account.AccountImport.Newcomer;
import chat.salas.kernel.StartRefused;
import chat.salas.message.MessageImport;
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
import java.util.stream.IntStream;

/** Fills an empty instance with people, rooms and conversations, the same way they would have come by themselves. */
@Singleton
final class Demo {
    private static final long SEED = 24;
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
        List<DemoScript> scripts = DemoScript.all();
        for (Sketch sketch : new DemoRooms(size, random).all()) {
            furnish(sketch, citizens, new Scene(scripts, random, now));
        }
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

    private void furnish(Sketch sketch, List<Citizen> citizens, Scene scene) {
        List<Citizen> members = sketch.members().stream().map(citizens::get).toList();
        Instant madeAt = scene.madeAt();
        Room room = rooms.add(draft(sketch), madeAt, newcomers(sketch, members, madeAt, scene.random()));
        members.forEach(member -> member.rooms().add(room.slug()));
        List<DemoTalk.Speaker> speakers = members.stream()
                .map(one ->
                        new DemoTalk.Speaker(one.arrival().id(), one.person().given()))
                .toList();
        DemoTalk talk = new DemoTalk(scene.scripts(), sketch.language(), speakers, scene.random());
        messages.fill(room, talk.until(scene.now(), sketch.messages()));
    }

    private static NewRoom draft(Sketch sketch) {
        return new NewRoom(sketch.name(), sketch.topic(), null, null, null, null, null, null, null, null);
    }

    private static List<RoomImport.Newcomer> newcomers(
            Sketch sketch, List<Citizen> members, Instant madeAt, Random random) {
        return IntStream.range(0, members.size())
                .mapToObj(i -> new RoomImport.Newcomer(
                        members.get(i).arrival().id(),
                        role(i),
                        madeAt,
                        Math.max(0, sketch.messages() - unread(random))))
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
