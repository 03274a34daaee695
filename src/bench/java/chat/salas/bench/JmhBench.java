package chat.salas.bench;

import java.util.Collection;
import java.util.Comparator;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import java.util.concurrent.TimeUnit;

/** The steps of the path one by one, with JMH: time and allocation of each. The argument: which ones, a pattern (all). */
public final class JmhBench implements Bench {
    private final String which;

    JmhBench(String which) {
        this.which = which;
    }

    /** Alone: {@code -Dbench=JmhBench}, and {@code -Dbench.arguments=Cipher} for some. */
    public static void main(String[] arguments) {
        Bench.print(new JmhBench(arguments.length == 0 ? "" : arguments[0]));
    }

    @Override
    public String name() {
        return "step";
    }

    @Override
    public void run(Sheet sheet) throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(".*" + which + ".*Jmh.*")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .forks(1)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .jvmArgsAppend("-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED")
                        .build())
                .run();
        results.stream()
                .sorted(Comparator.comparing(result -> result.getParams().getBenchmark()))
                .forEach(result -> add(sheet, result));
    }

    private static void add(Sheet sheet, RunResult result) {
        String[] name = result.getParams().getBenchmark().split("\\.", -1);
        String what = name[name.length - 2].replace("Jmh", "") + ": " + name[name.length - 1];
        sheet.add(what, result.getPrimaryResult().getScore(), "µs");
        Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        if (allocated != null) {
            sheet.add(what + ", allocated", allocated.getScore(), "B");
        }
    }
}
