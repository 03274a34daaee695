package chat.salas.ops;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.testing.Api;
import chat.salas.testing.SalasProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An acknowledged message is there after whatever happened to the server. */
@Timeout(240)
final class DurabilityIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BEFORE_THE_END = 150;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");

    @TempDir
    Path folder;

    private String token = "";
    private String room = "";

    /** How a server ends. */
    @FunctionalInterface
    private interface End {
        void of(SalasProcess salas) throws Exception;
    }

    @Test
    void acknowledgedMessagesSurviveSigkill() throws Exception {
        acknowledgedMessagesSurvive(SalasProcess::kill);
    }

    @Test
    void acknowledgedMessagesSurviveSigtermAndTheOthersAreRefused() throws Exception {
        acknowledgedMessagesSurvive(salas -> {
            salas.terminate();
            assertThat(salas.await(Duration.ofSeconds(10))).isEqualTo(143);
        });
    }

    private void acknowledgedMessagesSurvive(End end) throws Exception {
        Set<String> acknowledged = new HashSet<>();
        try (SalasProcess salas = SalasProcess.serve(folder)) {
            Api ana = Api.at(salas.uri()).register("Ana");
            token = ana.post("/api/tokens", Map.of("name", "durability")).string("token");
            room = ana.post("/api/rooms", Map.of("name", "Ledger", "messagesPerMinute", 0))
                    .string("slug");
            speakUntil(end, salas, acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_THE_END);
        try (SalasProcess again = SalasProcess.serve(folder)) {
            String history = history(Api.at(again.uri()).bearer(token));
            assertThat(all(ID, history)).containsAll(acknowledged);
            List<String> seqs = all(SEQ, history);
            assertThat(seqs)
                    .isEqualTo(IntStream.rangeClosed(1, seqs.size())
                            .mapToObj(String::valueOf)
                            .toList());
        }
    }

    /** Sends without waiting for the answers, so that some are under way when the end comes. */
    private void speakUntil(End end, SalasProcess salas, Set<String> acknowledged) throws Exception {
        try (Line line = new Line(salas.uri(), token)) {
            Thread speaker = Thread.startVirtualThread(() -> speak(line));
            while (acknowledged.size() < BEFORE_THE_END) {
                assertThat(hear(line, PATIENCE, acknowledged)).isTrue();
            }
            end.of(salas);
            boolean open = true;
            while (open) {
                open = hear(line, Duration.ofSeconds(2), acknowledged);
            }
            speaker.interrupt();
            speaker.join(PATIENCE);
        }
    }

    /** Whether there was an acknowledgement. */
    private static boolean hear(Line line, Duration patience, Set<String> acknowledged) throws InterruptedException {
        String ack = line.next("ack", patience);
        if (ack == null || ack.equals(Line.CLOSED)) {
            return false;
        }
        return acknowledged.addAll(all(ID, ack));
    }

    private void speak(Line line) {
        try {
            for (int i = 0; i < 20_000 && !Thread.interrupted(); i++) {
                line.send("{\"type\":\"send_message\",\"ref\":\"" + i + "\",\"room\":\"" + room + "\",\"id\":\""
                        + UUID.randomUUID() + "\",\"text\":\"message " + i + "\"}");
                Thread.sleep(1);
            }
        } catch (RuntimeException | InterruptedException gone) {
            // the server is gone, as it should be
        }
    }

    private String history(Api reader) {
        StringBuilder all = new StringBuilder();
        long after = 0;
        String page;
        do {
            page = reader.get("/api/rooms/" + room + "/messages?limit=200&after=" + after)
                    .body();
            all.append(page);
            List<String> seqs = all(SEQ, page);
            after = seqs.isEmpty() ? after : Long.parseLong(seqs.getLast());
        } while (page.contains("\"hasMore\":true"));
        return all.toString();
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }
}
