package chat.salas.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.testing.Answer;
import chat.salas.testing.Api;
import chat.salas.testing.TestServer;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What operators read, on a real port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsIT {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Pattern LINE =
            Pattern.compile("# HELP [a-z_]+ [^\\n]+|# TYPE [a-z_]+ (counter|gauge|histogram)"
                    + "|[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*\\})? -?[0-9.E-]+");

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(Map.of("salas.metrics-token", TOKEN));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String figures() {
        Answer answer = server.api().get("/metrics");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private double figure(String name) {
        return figures()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }

    @Test
    void everyLineIsOneThatPrometheusReads() {
        server.api().register("ana");
        assertThat(figures().lines()).hasSizeGreaterThan(100).allMatch(line -> LINE.matcher(line)
                .matches());
        assertThat(figures()).endsWith("\n");
        assertThat(server.api().get("/metrics").header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void whoComesThroughAProxyIsRefusedUnlessTheyShowTheToken() {
        assertThat(server.api()
                        .header("X-Forwarded-For", "127.0.0.1")
                        .get("/metrics")
                        .status())
                .isEqualTo(403);
        Api far = server.api().header("X-Forwarded-For", "192.0.2.1");
        assertThat(far.bearer(TOKEN).get("/metrics").status()).isEqualTo(200);
        assertThat(far.bearer("x").get("/metrics").status()).isEqualTo(401);
        assertThat(far.bearer(TOKEN).get("/api/me").status())
                .as("it proves nobody")
                .isEqualTo(401);
    }

    @Test
    void whatPeopleDoIsCounted() {
        Api ana = server.api().register("ana");
        String room = ana.post("/api/rooms", Map.of("name", "Canary room")).string("slug");
        double stored = figure("salas_messages_stored_total");
        double commits = figure("salas_journal_commit_duration_seconds_count");
        double reads = figure("salas_http_request_duration_seconds_count{kind=\"history\"}");
        double refused = figure("salas_sign_ins_total{outcome=\"refused\"}");
        double strangers = figure("salas_http_requests_total{kind=\"api\",status=\"4xx\"}");

        ana.post("/api/rooms/" + room + "/messages", Map.of("text", "Canary words"));
        assertThat(ana.get("/api/rooms/" + room + "/messages").status()).isEqualTo(200);
        server.api().post("/api/login", Map.of("email", ana.email(), "password", "not that one"));
        server.api().get("/api/me");

        assertThat(figure("salas_messages_stored_total")).isEqualTo(stored + 1);
        assertThat(figure("salas_journal_commit_duration_seconds_count")).isGreaterThan(commits);
        assertThat(figure("salas_http_request_duration_seconds_count{kind=\"history\"}"))
                .isEqualTo(reads + 1);
        assertThat(figure("salas_sign_ins_total{outcome=\"refused\"}")).isEqualTo(refused + 1);
        assertThat(figure("salas_http_requests_total{kind=\"api\",status=\"4xx\"}"))
                .isGreaterThan(strangers);
        assertThat(figure("salas_database_bytes")).isPositive();
        assertThat(figures()).doesNotContainIgnoringCase("canary").doesNotContain(ana.accountId(), "@");
    }
}
