package chat.salas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Something that is measured, alone or with all others in one table. */
interface Bench {
    /** What its figures are about, in a word or two. */
    String name();

    /** Measures, and writes down what came out. */
    void run(Sheet sheet) throws Exception;

    /** The packaged server: {@code target/salas.jar} unless the property {@code bench.jar} names another. */
    static Path jar() {
        return Path.of(System.getProperty("bench.jar", "target/salas.jar"));
    }

    /** Runs them one after the other and prints one table; one that fails has a line that says so. */
    static void print(Bench... benches) {
        Sheet sheet = new Sheet();
        for (Bench bench : benches) {
            System.err.println("# " + bench.name());
            sheet.about(bench.name());
            try {
                bench.run(sheet);
            } catch (Exception | AssertionError failed) {
                failed.printStackTrace();
                sheet.failed(failed);
            }
        }
        System.out.printf(
                "%n%d cores, Java %s%n%n%s", Runtime.getRuntime().availableProcessors(), Runtime.version(), sheet);
        System.exit(sheet.hasFailures() ? 1 : 0);
    }

    /** Work in a folder of its own, which is gone afterwards. */
    static void inFolder(Work work) throws Exception {
        Path folder = Files.createTempDirectory("salas-bench");
        try {
            work.in(folder);
        } finally {
            delete(folder);
        }
    }

    /** What is done in a folder. */
    @FunctionalInterface
    interface Work {
        void in(Path folder) throws Exception;
    }

    static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
