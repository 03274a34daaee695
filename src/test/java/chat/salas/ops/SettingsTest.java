package chat.salas.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whoever operates the server finds every setting. */
final class SettingsTest {
    /** As the environment names what {@code application.yml} has. */
    private static List<String> variables() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/main/resources/application.yml"));
        return lines.stream()
                .skip(lines.indexOf("salas:") + 1)
                .takeWhile(line -> line.startsWith("  "))
                .filter(line -> line.matches(" {2}[a-z].*"))
                .map(line -> "SALAS_"
                        + line.strip().split(":", 2)[0].replace('-', '_').toUpperCase(Locale.ROOT))
                .toList();
    }

    @Test
    void theHandbooksTableHasEverySetting() throws IOException {
        String handbook = Files.readString(Path.of("deploy/README.md"));

        assertThat(variables()).hasSizeGreaterThan(8).allMatch(name -> handbook.contains("| `" + name + "` |"));
    }

    @Test
    void theHelpNamesEverySetting() throws IOException {
        String help = new CommandLine(new SalasCommand()).getUsageMessage();

        assertThat(variables()).isNotEmpty().allMatch(help::contains);
    }
}
