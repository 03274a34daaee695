package chat.salas.bench;

import java.time.Duration;

/**
 * Everything that was promised of the whole server, in one table: {@code ./mvnw -q -Pbench -DskipTests package exec:exec}.
 * Takes a quarter of an hour and more of a machine that does nothing else.
 */
public final class AllBench {
    private AllBench() {}

    /** Runs all of it. */
    public static void main(String[] arguments) {
        Bench.print(
                new StartBench(),
                new SmallMachineBench(Duration.ofMinutes(1)),
                new ServerBench(Duration.ofSeconds(6)),
                new CrowdBench(),
                new ResumeBench(20),
                new SearchBench(1_000_000, 200_000),
                new SignInBench(6),
                new PagesBench(500),
                new PeersBench(),
                new GrowthBench());
    }
}
