package chat.salas.socket;

import chat.salas.message.Message;
import chat.salas.message.MessageEvent.Posted;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.jspecify.annotations.Nullable;

/** A message of 200 bytes as a frame, a batch of 20 for a room, and reading what a client sends. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // set up before each run
public class FramesJmh {
    private static final String TEXT = "a message of two hundred bytes ".repeat(7).substring(0, 200);
    private static final String REQUEST =
            "{\"type\":\"send_message\",\"ref\":\"17\",\"room\":\"platform-team\",\"id\":\"" + new UUID(7, 7)
                    + "\",\"text\":\"" + TEXT + "\"}";

    private ApplicationContext context;
    private Frames frames;
    private final List<Posted> batch =
            LongStream.rangeClosed(1, 20).mapToObj(seq -> new Posted(message(seq))).toList();

    private static Message message(long seq) {
        return new Message(
                1,
                "platform-team",
                seq,
                new UUID(seq, 9),
                new Message.Author(7, "Ana Beatriz Souza"),
                Instant.EPOCH,
                TEXT,
                null,
                null,
                null,
                List.of());
    }

    @Setup(Level.Trial)
    public void start() {
        context = ApplicationContext.run(Map.of("salas.data", System.getProperty("bench.data", "target/jmh-data")));
        frames = context.getBean(Frames.class);
    }

    @TearDown(Level.Trial)
    public void end() {
        context.close();
    }

    @Benchmark
    public @Nullable Object encode() {
        return frames.message(batch.getFirst().message());
    }

    @Benchmark
    public @Nullable Object encodeBatchOf20() {
        return new Batch(batch, "platform-team", frames).parts();
    }

    @Benchmark
    public Object parseRequest() {
        return RequestParser.parse(REQUEST);
    }
}
