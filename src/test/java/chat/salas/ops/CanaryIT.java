package chat.salas.ops;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.testing.Api;
import chat.salas.testing.SalasProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said in a room lies in no file in the clear: not in the database, its log, the server's output or temporary files. */
@Timeout(180)
final class CanaryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String canary = "kanarienvogel" + UUID.randomUUID().toString().replace("-", "");
    private final Traces traces = new Traces(canary);

    @TempDir
    Path folder;

    @Test
    void whatWasSaidIsOnDiskOnlyAsCiphertext() throws Exception {
        try (SalasProcess salas = SalasProcess.serve(folder)) {
            Api ana = Api.at(salas.uri()).register("Ana");
            String token = ana.post("/api/tokens", Map.of("name", "canary")).string("token");
            String room = ana.post("/api/rooms", Map.of("name", "Aviary of many birds"))
                    .string("slug");
            speak(ana, room);
            speakLive(salas, token, room);
            assertThat(ana.get("/api/rooms/" + room + "/messages").body()).contains(canary);
            // the search itself works: a room's name is not encrypted
            assertThat(new Traces("Aviary of many birds").under(salas.data())).isNotEmpty();
            isIndexed(ana, room, salas.data());
            assertThat(traces.under(folder)).isEmpty();
            salas.terminate();
            salas.await(PATIENCE);
            assertThat(traces.under(folder)).isEmpty();
        }
    }

    /** Fills the room until its search index is on disk, with every form of the word that it makes. */
    private void isIndexed(Api ana, String room, Path data) throws Exception {
        for (int i = 0; i < 1_100; i++) {
            assertThat(ana.post("/api/rooms/" + room + "/messages", Map.of("text", i + " " + canary))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(ana.get("/api/rooms/" + room + "/messages/search?q=" + canary.toUpperCase(Locale.ROOT))
                        .body())
                .contains("1099 " + canary);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (indexParts(data) == 0) {
            assertThat(System.nanoTime()).as("nothing was indexed").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static int indexParts(Path data) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("salas.db"));
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("SELECT count(*) FROM search_part")) {
            return found.getInt(1);
        }
    }

    private void speak(Api ana, String room) {
        String messages = "/api/rooms/" + room + "/messages";
        assertThat(ana.post(messages, Map.of("text", "first " + canary)).status())
                .isEqualTo(201);
        assertThat(ana.post(messages, Map.of("text", "to be edited")).status()).isEqualTo(201);
        assertThat(ana.patch(messages + "/2", Map.of("text", "edited " + canary))
                        .status())
                .isEqualTo(200);
        assertThat(ana.post(messages, Map.of("text", "to be deleted " + canary)).status())
                .isEqualTo(201);
        assertThat(ana.delete(messages + "/3").status()).isEqualTo(204);
        assertThat(ana.post(messages, Map.of("text", canary.repeat(200))).status())
                .as("too long")
                .isEqualTo(422);
        assertThat(ana.post(messages, Map.of("text", canary, "unknown", canary)).status())
                .as("refused")
                .isBetween(400, 422);
    }

    private void speakLive(SalasProcess salas, String token, String room) throws InterruptedException {
        try (Line line = new Line(salas.uri(), token)) {
            line.send("{\"type\":\"join\",\"ref\":\"1\",\"room\":\"" + room + "\",\"after\":0}");
            assertThat(line.next("joined", PATIENCE)).contains("\"ref\":\"1\"");
            line.send("{\"type\":\"send_message\",\"ref\":\"2\",\"room\":\"" + room + "\",\"id\":\"" + UUID.randomUUID()
                    + "\",\"text\":\"live " + canary + "\"}");
            assertThat(line.next("ack", PATIENCE)).contains("\"ref\":\"2\"");
            line.send("{\"type\":\"" + canary + "\",\"text\":\"" + canary + "\"}");
            line.send("not json " + canary);
            assertThat(line.next("error", PATIENCE)).contains("400");
        }
    }

    @Test
    void theSearchFindsWordsInEveryFormInWhichTheyHide() throws Exception {
        Files.writeString(folder.resolve("plain"), "before" + canary + "after");
        Files.write(folder.resolve("utf16"), ("x" + canary).getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
        for (String before : new String[] {"", "a", "ab", "abc"}) {
            byte[] text = (before + canary + "x").getBytes(java.nio.charset.StandardCharsets.UTF_8);
            Files.write(folder.resolve("base64" + before), Base64.getEncoder().encode(text));
        }
        assertThat(traces.under(folder)).hasSize(6);
    }
}
