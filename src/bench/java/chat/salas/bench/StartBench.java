package chat.salas.bench;

import java.util.stream.DoubleStream;

/** From {@code java -jar} to the line that says ready, with and without what the package step prepared, and memory then. */
public final class StartBench implements Bench {
    private static final int ROUNDS = 3;

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
            double[] resident = new double[ROUNDS];
            double[] prepared = new double[ROUNDS];
            double[] plain = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                try (ServerProcess server = small.serve()) {
                    prepared[round] = server.startSeconds();
                    Thread.sleep(3_000);
                    resident[round] = server.residentKib() / 1024.0;
                }
                try (ServerProcess server = ServerProcess.serve(Bench.jar(), small.data(), "-XX:AOTMode=off")) {
                    plain[round] = server.startSeconds();
                }
            }
            sheet.add("ready, with the AOT cache", median(prepared), "s", Sheet.atMost(1));
            sheet.add("ready, without it", median(plain), "s", Sheet.atMost(2.5));
            sheet.add("resident then", median(resident), "MB", Sheet.atMost(180));
        });
    }

    private static double median(double[] values) {
        return DoubleStream.of(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
    }
}
