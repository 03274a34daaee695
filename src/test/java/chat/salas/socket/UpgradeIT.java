package chat.salas.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.Sessions;
import chat.salas.account.Tokens;
import chat.salas.socket.Folk.Person;
import chat.salas.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class UpgradeIT {
    private static final TestServer server = TestServer.start(Map.of("salas.socket.connections-per-account", 3));
    private static final Folk folk = new Folk(server);
    private static final URI uri = server.uri();

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aTokenOpensASocketAndTheSubprotocolIsAgreed() {
        try (Talker ana = folk.connect(folk.person("ana"))) {
            assertThat(ana.socket().getSubprotocol()).isEqualTo("salas.v1");
            ana.say("{'type':'ping','ref':'9'}");
            assertThat(ana.next()).containsEntry("type", "pong").containsEntry("ref", "9");
        }
    }

    @Test
    void nobodyIsRefusedBeforeTheUpgrade() {
        assertThat(Talker.refusal(uri)).isEqualTo(401);
        assertThat(Talker.refusal(uri, "Authorization", "Bearer salas_nonsense"))
                .isEqualTo(401);
        assertThat(Talker.refusal(uri, "Cookie", "salas_session=nonsense", "Origin", uri.toString()))
                .isEqualTo(401);
    }

    @Test
    void aCookieNeedsTheServersOwnOrigin() {
        String cookie = folk.person("ana").cookie();
        try (Talker ana = Talker.connect(uri, "Cookie", cookie, "Origin", uri.toString())) {
            assertThat(ana.untilNow()).isEmpty();
        }
        assertThat(Talker.refusal(uri, "Cookie", cookie)).isEqualTo(403);
        assertThat(Talker.refusal(uri, "Cookie", cookie, "Origin", "https://evil.example"))
                .isEqualTo(403);
        assertThat(Talker.refusal(uri, "Cookie", cookie, "Origin", "null")).isEqualTo(403);
    }

    @Test
    void aTokenNeedsNoOrigin() {
        String token = "Bearer " + folk.person("ana").token();
        try (Talker ana = Talker.connect(uri, "Authorization", token, "Origin", "https://elsewhere.example")) {
            assertThat(ana.untilNow()).isEmpty();
        }
    }

    @Test
    void anAccountOpensOnlySoMany() {
        Person ana = folk.person("ana");
        List<Talker> three = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Talker talker = folk.connect(ana);
            assertThat(talker.untilNow()).isEmpty();
            three.add(talker);
        }
        assertThat(Talker.refusal(uri, "Authorization", "Bearer " + ana.token()))
                .isEqualTo(429);
        three.forEach(Talker::close);
    }

    @Test
    void anEndedSessionClosesItsSocketsAndNoOthers() {
        Person ana = folk.person("ana");
        try (Talker byCookie = Talker.connect(uri, "Cookie", ana.cookie(), "Origin", uri.toString());
                Talker byToken = folk.connect(ana)) {
            assertThat(byCookie.untilNow()).isEmpty();
            server.bean(Sessions.class).signOut(ana.actor());
            assertThat(byCookie.closeCode()).isEqualTo(4401);
            assertThat(byToken.untilNow()).isEmpty();
        }
        assertThat(Talker.refusal(uri, "Cookie", ana.cookie(), "Origin", uri.toString()))
                .isEqualTo(401);
    }

    @Test
    void anEndedTokenClosesItsSockets() {
        Person ana = folk.person("ana");
        try (Talker talker = folk.connect(ana)) {
            assertThat(talker.untilNow()).isEmpty();
            Tokens tokens = server.bean(Tokens.class);
            tokens.end(ana.actor(), tokens.list(ana.actor()).getFirst().id());
            assertThat(talker.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void theChannelKeepsOnlyWhatASocketNeeds() {
        Person ana = folk.person("ana");
        try (Talker talker = folk.connect(ana)) {
            assertThat(talker.untilNow()).isEmpty();
            Connection connection = server.bean(Connections.class).all().stream()
                    .filter(c -> c.actor().id() == ana.actor().id())
                    .findFirst()
                    .orElseThrow();
            assertThat(connection.pipe().channel().pipeline().toMap().keySet())
                    .containsExactly("wsencoder", "wsdecoder", "salas-pipe");
        }
    }

    @Test
    void aPlainRequestIsToldToUpgrade() throws Exception {
        HttpRequest plain = HttpRequest.newBuilder(uri.resolve("/ws"))
                .header("Authorization", "Bearer " + folk.person("ana").token())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(plain, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
