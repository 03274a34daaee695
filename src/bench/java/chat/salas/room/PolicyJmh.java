package chat.salas.room;

import chat.salas.account.AccountImport;
import chat.salas.kernel.Actor;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a right costs: judging alone, and with the member looked up in memory. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // set up before each run
public class PolicyJmh {
    private final Standing member = new Standing(Access.MEMBER, true, Encryption.AT_REST, null);
    private ApplicationContext context;
    private Rooms rooms;
    private Actor owner;

    @Setup(Level.Trial)
    public void start() throws IOException {
        context = ApplicationContext.run(
                Map.of("salas.data", Files.createTempDirectory("salas-jmh").toString()));
        rooms = context.getBean(Rooms.class);
        long id = context.getBean(AccountImport.class)
                .add(
                        List.of(new AccountImport.Newcomer("ana@example.org", "Ana", Instant.EPOCH)),
                        "correct horse battery staple 7")
                .getFirst()
                .id();
        owner = new Actor(id, "Ana", false, new Actor.Credential.Operator());
        rooms.create(owner, NewRoom.named("Ops"));
    }

    @TearDown(Level.Trial)
    public void end() {
        context.close();
    }

    @Benchmark
    public Verdict judge() {
        return RoomPolicy.judge(Act.WRITE_TEXT, member);
    }

    @Benchmark
    public Membership memberFromMemory() {
        return rooms.asMember(owner, "ops");
    }
}
