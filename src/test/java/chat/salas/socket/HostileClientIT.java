package chat.salas.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.message.Draft;
import chat.salas.message.Messages;
import chat.salas.socket.Folk.Person;
import chat.salas.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HostileClientIT {
    private static final TestServer server = TestServer.start();
    private static final Folk folk = new Folk(server);
    private static final Person mallory = folk.person("Mallory");
    private static final Person ana = folk.person("Ana");
    private static final URI uri = server.uri();

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anUnmaskedFrameEndsTheConnection() throws IOException {
        try (RawSocket raw = upgraded()) {
            raw.send(new byte[] {(byte) 0x81, 2, '{', '}'});
            assertThat(raw.readToClose()).isEqualTo(1002);
        }
    }

    @Test
    void aGiantFrameIsRefusedBeforeItIsRead() throws IOException {
        try (RawSocket raw = upgraded()) {
            raw.send(RawSocket.head(0x81, 1L << 40));
            raw.send(new byte[200_000]);
            assertThat(raw.readToClose()).isEqualTo(1009);
        }
    }

    @Test
    void aGiantMessageOfSmallFragmentsIsRefused() throws IOException {
        try (RawSocket raw = upgraded()) {
            raw.send(RawSocket.frame(0x01, new byte[40_000]));
            raw.send(RawSocket.frame(0x80, new byte[40_000]));
            assertThat(raw.readToClose()).isEqualTo(1009);
        }
    }

    @Test
    void aFrameThatComesInPiecesIsUnderstood() throws Exception {
        try (RawSocket raw = upgraded()) {
            for (byte one :
                    RawSocket.frame(0x81, "{\"type\":\"ping\",\"ref\":\"é\"}".getBytes(StandardCharsets.UTF_8))) {
                raw.send(new byte[] {one});
            }
            assertThat(raw.read().text()).isEqualTo("{\"type\":\"pong\",\"ref\":\"é\"}");
        }
    }

    @Test
    void compressedBinaryAndReservedFramesAreRefused() throws IOException {
        assertThat(closedBy(RawSocket.frame(0xc1, new byte[] {1, 2, 3}))).isEqualTo(1002);
        assertThat(closedBy(RawSocket.frame(0x82, new byte[] {1, 2, 3}))).isEqualTo(1003);
        assertThat(closedBy(RawSocket.frame(0x83, new byte[] {1, 2, 3}))).isEqualTo(1002);
        assertThat(closedBy(RawSocket.frame(0x80, new byte[] {1, 2, 3}))).isEqualTo(1002);
        assertThat(closedBy(RawSocket.frame(0x81, new byte[] {(byte) 0xff, (byte) 0xfe})))
                .isEqualTo(1007);
    }

    @Test
    void noCompressionIsAgreedHoweverMuchItIsOffered() throws IOException {
        try (RawSocket raw = new RawSocket(uri, 0)) {
            String offer = "Sec-WebSocket-Extensions: permessage-deflate\r\n";
            raw.send(RawSocket.upgrade(uri, mallory.token(), offer).getBytes(StandardCharsets.US_ASCII));
            assertThat(raw.head()).startsWith("HTTP/1.1 101 ").doesNotContainIgnoringCase("extensions");
        }
    }

    @Test
    void garbageIsAnsweredTenTimesAndThenTheConnectionEnds() throws IOException {
        try (RawSocket raw = upgraded()) {
            for (int i = 0; i < 10; i++) {
                raw.text(i % 2 == 0 ? "garbage" : "{'type':'dance','ref':'x'}");
                assertThat(raw.read().text()).contains("\"type\":\"error\"", "\"status\":400");
            }
            assertThat(raw.readToClose()).isEqualTo(1008);
        }
    }

    @Test
    void aFloodOfFramesIsReadAsFastAsItIsAnsweredAndNoFaster() throws Exception {
        String room = folk.room(mallory, "Flood");
        ByteArrayOutputStream flood = new ByteArrayOutputStream();
        byte[] send = RawSocket.frame(
                0x81,
                ("{\"type\":\"send_message\",\"ref\":\"f\",\"room\":\"" + room + "\",\"text\":\"x\"}")
                        .getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 5_000; i++) {
            flood.writeBytes(send);
        }
        try (RawSocket raw = upgraded()) {
            Thread writer = Thread.startVirtualThread(() -> write(raw, flood.toByteArray()));
            for (int i = 1; i <= 5_000; i++) {
                assertThat(raw.read().text()).contains("\"type\":\"ack\"", "\"seq\":" + i + ",");
            }
            assertThat(writer.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void whoDoesNotReadIsDroppedAndTheOthersHearEverything() throws Exception {
        String room = folk.room(ana, "Deaf");
        folk.admit(ana, room, mallory);
        Messages messages = server.bean(Messages.class);
        try (RawSocket deaf = RawSocket.upgraded(uri, mallory.token(), 4_096);
                Talker anas = folk.connect(ana)) {
            deaf.text("{'type':'join','room':'" + room + "'}");
            assertThat(deaf.read().text()).contains("joined");
            anas.join(room);
            int connections = server.bean(Connections.class).size();
            String text = "long ".repeat(1_500);
            int count = 0;
            while (server.bean(Connections.class).size() == connections && count < 2_000) {
                messages.send(ana.actor(), room, new Draft(null, text, null));
                count++;
            }
            // what the kernel buffers for a socket comes on top of our own mebibyte
            assertThat((long) count * text.length()).isBetween(1L << 20, 9L << 20);
            assertThat(anas.seqs(count)).last().isEqualTo((long) count);
            assertThat(deaf.readToClose()).isEqualTo(1013);
        }
    }

    @Test
    void catchingUpWaitsForASlowReader() throws Exception {
        String room = folk.room(ana, "Long ago");
        folk.admit(ana, room, mallory);
        Messages messages = server.bean(Messages.class);
        String text = "long ".repeat(1_500);
        List<java.util.concurrent.CompletableFuture<?>> posts = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            posts.add(messages.post(ana.actor(), room, new Draft(null, text, null)));
        }
        java.util.concurrent.CompletableFuture.allOf(posts.toArray(new java.util.concurrent.CompletableFuture<?>[0]))
                .join();
        long before = missed();
        try (RawSocket slow = RawSocket.upgraded(uri, mallory.token(), 4_096)) {
            slow.text("{'type':'join','room':'" + room + "','after':0}");
            assertThat(slow.read().text()).contains("joined", "\"lastSeq\":1500");
            Thread.sleep(2_000);
            assertThat(missed() - before)
                    .as("what was read for a client that reads nothing")
                    .isBetween(1L, 1_000L);
            messages.send(ana.actor(), room, new Draft(null, "new", null));
            for (int seq = 1; seq <= 1_501; seq++) {
                assertThat(slow.read().text()).contains("\"type\":\"message\"").contains("\"seq\":" + seq + ",");
            }
        }
    }

    private static long missed() {
        String name = "salas_missed_messages_total ";
        return server.api()
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length())))
                .sum();
    }

    @Test
    void halfARequestHoldsUpNobody() throws IOException {
        List<RawSocket> halves = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            RawSocket half = new RawSocket(uri, 0);
            half.send("GET /ws HTTP/1.1\r\nHost: x\r\nUpgr".getBytes(StandardCharsets.US_ASCII));
            halves.add(half);
        }
        try (Talker anas = folk.connect(ana)) {
            assertThat(anas.untilNow()).isEmpty();
        }
        for (RawSocket half : halves) {
            half.close();
        }
    }

    private static RawSocket upgraded() throws IOException {
        return RawSocket.upgraded(uri, mallory.token(), 0);
    }

    private static int closedBy(byte[] bytes) throws IOException {
        try (RawSocket raw = upgraded()) {
            raw.send(bytes);
            return raw.readToClose();
        }
    }

    private static void write(RawSocket raw, byte[] bytes) {
        try {
            raw.send(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
