package chat.salas.ops;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.testing.Api;
import chat.salas.testing.SalasProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
final class ProcessIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void saysInOneLineThatItIsReadyAndDrainsWhenToldToEnd() throws Exception {
        try (SalasProcess salas = SalasProcess.serve(folder)) {
            assertThat(salas.out()).matches("Salas is ready at http://localhost:\\d+\\n");
            Api api = Api.at(salas.uri());
            assertThat(api.get("/health/readiness").status()).isEqualTo(200);
            assertThat(api.get("/health/liveness").status()).isEqualTo(200);
            long started = System.nanoTime();
            salas.terminate();
            while (api.get("/health/readiness").status() == 200) {
                Thread.sleep(20);
            }
            assertThat(api.get("/health/readiness").status()).isEqualTo(503);
            assertThat(api.get("/api/me").status()).isEqualTo(503);
            assertThat(salas.await(SOON)).isEqualTo(143);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
            assertThat(salas.out()).hasLineCount(1);
            assertThat(salas.err().lines()).allMatch(line -> line.contains("Made the server's key"));
        }
    }

    @Test
    void refusesAWrongOrMissingKeyInOneSentence() throws Exception {
        try (SalasProcess salas = SalasProcess.serve(folder)) {
            salas.kill();
        }
        Path secret = folder.resolve("data/.secret");
        refuses("The key in SALAS_KEK does not open this database.", "SALAS_KEK", key());
        Files.delete(secret);
        refuses("The key that opens this database is missing: put " + secret
                + " back, or name it with SALAS_KEK_FILE.");
        assertThat(secret).doesNotExist();
    }

    private static String key() {
        return Base64.getEncoder().encodeToString(new byte[32]);
    }

    @Test
    void refusesAPortThatIsTakenInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());
            // a key of our own, so that the warning about a new one is not in the way
            Map<String, String> settings = Map.of("SALAS_PORT", port, "SALAS_KEK", key());
            refuses(
                    "Cannot listen on 127.0.0.1:" + port
                            + " (Address already in use): choose another with SALAS_HOST and SALAS_PORT.",
                    settings);
        }
    }

    @Test
    void refusesAFolderThatCannotBeWrittenInOneSentence() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Path data = file.resolve("data");
        refuses("The data folder " + data + " cannot be written (FileSystemException).", "SALAS_DATA", data.toString());
    }

    @Test
    void refusesSettingsOfTheWrongKindInOneSentence() throws Exception {
        refuses("The setting micronaut.server.port cannot be abc.", Map.of("SALAS_PORT", "abc", "SALAS_KEK", key()));
    }

    private void refuses(String sentence, String... setting) throws Exception {
        refuses(sentence, setting.length == 0 ? Map.of() : Map.of(setting[0], setting[1]));
    }

    private void refuses(String sentence, Map<String, String> settings) throws Exception {
        assertThat(refusal(settings)).isEqualTo(sentence + "\n");
    }

    private String refusal(Map<String, String> settings) throws Exception {
        try (SalasProcess salas = SalasProcess.run(folder, settings)) {
            assertThat(salas.await(SOON)).as(salas.err()).isEqualTo(1);
            assertThat(salas.out()).isEmpty();
            return salas.err();
        }
    }

    @Test
    void explainsItselfAndRefusesWhatItDoesNotKnow() throws Exception {
        try (SalasProcess help = SalasProcess.run(folder, Map.of(), "--help")) {
            assertThat(help.await(SOON)).isZero();
            assertThat(help.out()).contains("Usage: salas", "SALAS_KEK_FILE");
        }
        try (SalasProcess unknown = SalasProcess.run(folder, Map.of(), "nonsense")) {
            assertThat(unknown.await(SOON)).isEqualTo(2);
            assertThat(unknown.err()).contains("nonsense", "Usage: salas");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
