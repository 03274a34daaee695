package chat.salas.ops;

import chat.salas.kernel.StartRefused;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the cache beside the jar that later starts read. */
@Command(
        name = "train",
        description = {
            "Makes salas.aot beside the jar: what Java would find out anew at each start.",
            "Serves for some seconds on a folder and a port of its own; takes about a",
            "minute. Again after the jar was copied without its time of change, and for",
            "another Java: a cache that does not fit is not used."
        },
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path jar = jar();
        Path cache = cache(jar);
        Path fresh = cache.resolveSibling(cache.getFileName() + ".new");
        try {
            Training.of(jar, fresh).run(Rehearsal::run);
            Training.replace(fresh, cache);
        } finally {
            Files.deleteIfExists(fresh);
        }
        spec.commandLine().getOut().printf("Made %s (%d MB).%n", cache.getFileName(), Files.size(cache) / 1_000_000);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static Path jar() {
        try {
            Path jar = Path.of(TrainCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(jar) && jar.toString().endsWith(".jar")) {
                return jar;
            }
        } catch (URISyntaxException e) {
            // no file either
        }
        throw new StartRefused("There is nothing to train for: this Salas does not run from a jar.");
    }

    private static Path cache(Path jar) {
        String name = jar.getFileName().toString();
        return jar.resolveSibling(name.substring(0, name.length() - 3) + "aot");
    }
}
