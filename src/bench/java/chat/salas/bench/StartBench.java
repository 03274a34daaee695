package chat.salas.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.DoubleStream;

/** From {@code java -jar} to the line that says ready, with and without what the package step prepared, and memory then. */
public final class StartBench implements Bench {
    private static final int ROUNDS = 5;
    private static final Duration SETTLED = Duration.ofSeconds(5);

    /** Alone. */
    public static void main(String[] arguments) {
        Bench.print(new StartBench());
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Sheet sheet) throws Exception {
        Bench.inFolder(folder -> {
            Instance small = Instance.at(folder.resolve("data"));
            // nothing lies beside this one
            Path alone = Files.copy(Bench.jar(), folder.resolve("salas.jar"), StandardCopyOption.COPY_ATTRIBUTES);
            double[] resident = new double[ROUNDS];
            double[] prepared = new double[ROUNDS];
            double[] plain = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                try (ServerProcess server = small.serve()) {
                    prepared[round] = server.startSeconds();
                    Thread.sleep(SETTLED);
                    resident[round] = server.residentKib() / 1024.0;
                }
                try (ServerProcess server = ServerProcess.serve(alone, small.data())) {
                    plain[round] = server.startSeconds();
                }
            }
            sheet.add("ready, with the AOT cache", median(prepared), "s", Sheet.atMost(1));
            sheet.add("ready, without it", median(plain), "s", Sheet.atMost(2.5));
            sheet.add("resident 5 seconds later", median(resident), "MB", Sheet.atMost(180));
        });
    }

    private static double median(double[] values) {
        return DoubleStream.of(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
    }
}
