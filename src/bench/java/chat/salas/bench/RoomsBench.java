package chat.salas.bench;

import chat.salas.account.AccountImport;
import chat.salas.account.AccountImport.Arrival;
import chat.salas.kernel.Actor;
import chat.salas.room.MemberList;
import chat.salas.room.MemberQuery;
import chat.salas.room.Membership;
import chat.salas.room.NewRoom;
import chat.salas.room.Role;
import chat.salas.room.RoomImport;
import chat.salas.room.Rooms;
import chat.salas.room.Ruling;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/**
 * The directory, a member's rooms, the check of a right and the list of members with 10,000 rooms of ten people and one of
 * 10,000, on the services alone.
 *
 * <pre>./mvnw -q -Pbench -DskipTests package exec:exec -Dbench=RoomsBench</pre>
 */
public final class RoomsBench implements Bench {
    private static final int ROOMS = 10_000;
    private static final int PEOPLE = 10_000;
    private static final int ROOMS_EACH = 10;
    private static final String CROWD = "crowd";

    /** Alone. */
    public static void main(String[] arguments) {
        Bench.print(new RoomsBench());
    }

    @Override
    public String name() {
        return "rooms";
    }

    @Override
    public void run(Sheet sheet) throws Exception {
        Bench.inFolder(folder -> {
            try (ApplicationContext context = ApplicationContext.run(Map.of("salas.data", folder.toString()))) {
                new House(context, sheet).run();
            }
        });
    }

    private static final class House {
        private final ApplicationContext context;
        private final Sheet sheet;
        private final Rooms rooms;
        private final long[] people;

        House(ApplicationContext context, Sheet sheet) {
            this.context = context;
            this.sheet = sheet;
            this.rooms = context.getBean(Rooms.class);
            this.people = context.getBean(AccountImport.class)
                    .add(
                            IntStream.range(0, PEOPLE)
                                    .mapToObj(i -> new AccountImport.Newcomer(
                                            "person" + i + "@example.org", "Person " + i * 7919L % PEOPLE, Instant.EPOCH))
                                    .toList(),
                            "correct horse battery staple 7")
                    .stream()
                    .mapToLong(Arrival::id)
                    .toArray();
        }

        void run() throws Exception {
            build();
            directory(actor(77));
            rights(actor(77));
            members();
        }

        private void build() throws Exception {
            List<RoomImport.Plan> plans = new ArrayList<>();
            plans.add(plan("Crowd", IntStream.range(0, PEOPLE)));
            for (int i = 0; i < ROOMS; i++) {
                long room = i;
                plans.add(plan(
                        "Room number " + i,
                        IntStream.range(0, ROOMS_EACH)
                                .map(seat -> (int) ((room + seat * 7919L) % PEOPLE))));
            }
            context.getBean(RoomImport.class).add(plans);
            DataSource database = DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class));
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("UPDATE account SET last_seen_at = id * 104729 % 10007");
                statement.execute("INSERT INTO authored (room_id, account_id, messages, bytes) SELECT m.room_id,"
                        + " m.account_id, m.account_id % 977, m.account_id % 977 * 100 FROM membership m"
                        + " JOIN room r ON r.id = m.room_id WHERE r.slug = 'crowd'");
            }
        }

        private RoomImport.Plan plan(String name, IntStream seats) {
            int[] members = seats.toArray();
            List<RoomImport.Newcomer> newcomers = IntStream.range(0, members.length)
                    .mapToObj(i -> new RoomImport.Newcomer(
                            people[members[i]], i == 0 ? Role.OWNER : Role.MEMBER, Instant.ofEpochMilli(i), 0))
                    .toList();
            return new RoomImport.Plan(NewRoom.named(name), Instant.EPOCH, newcomers);
        }

        private Actor actor(int person) {
            return new Actor(people[person], "Person", false, new Actor.Credential.Operator());
        }

        private void directory(Actor member) throws Exception {
            measure("directory, first page of 50", 300, _ -> rooms.directory(member, "", 0, 50));
            measure("directory, 50 in the middle", 300, _ -> rooms.directory(member, "", 100, 50));
            measure("directory, filtered", 300, i -> rooms.directory(member, "ER 99" + i % 10, 0, 50));
            measure("directory, filter without a hit", 300, _ -> rooms.directory(member, "nothing", 0, 50));
            measure("my rooms", 1_000, _ -> rooms.mine(member));
            measure("one room", 3_000, _ -> rooms.find(member, CROWD));
        }

        private void rights(Actor member) throws Exception {
            measure("1,000 rights of a member, from memory", 300, _ -> {
                for (int i = 0; i < 1_000; i++) {
                    rooms.asMember(member, CROWD);
                }
            });
            List<Long> all = LongStream.of(people).boxed().toList();
            Ruling ruling = context.getBean(Ruling.class);
            measure("10,000 members muted in one act", 3, i ->
                    ruling.mute(rooms.asAdmin(actor(0), CROWD), all, Duration.ofHours(1 + i)));
        }

        private void members() throws Exception {
            MemberList members = context.getBean(MemberList.class);
            Membership owner = rooms.asAdmin(actor(0), CROWD);
            for (MemberQuery.Sort sort : MemberQuery.Sort.values()) {
                MemberQuery query = new MemberQuery("", null, false, sort, true);
                measure("members, first 50 of 10,000 by " + sort, 50, _ -> members.page(owner, query, 0, 50));
            }
            MemberQuery byName = MemberQuery.named("");
            measure("members, last 50", 50, _ -> members.page(owner, byName, PEOPLE - 50, 50));
            measure("members, count", 50, _ -> members.count(owner, byName));
            measure("members, search", 50, i -> members.page(owner, MemberQuery.named("99" + i % 10), 0, 50));
            measure("members, all 10,000 at once", 20, _ -> members.page(owner, byName, 0, PEOPLE));
        }

        private void measure(String what, int times, Times.Call call) throws Exception {
            new Times().of(times, call);
            sheet.add(what, new Times().of(times, call), null, null);
        }
    }
}
