package chat.salas.rest;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.testing.Answer;
import chat.salas.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.yaml.snakeyaml.Yaml;

/** The document and its page, for anybody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocsIT {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void documentListsTheCallsAndNothingOfOurInsides() {
        Answer answer = server.api().get("/openapi.yml");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/yaml"));
        Map<String, Object> document = new Yaml().load(answer.body());
        assertThat(ApiModel.map(document, "paths"))
                .containsKeys(
                        "/api/register",
                        "/api/login",
                        "/api/logout",
                        "/api/me",
                        "/api/me/password",
                        "/api/sessions",
                        "/api/sessions/{id}",
                        "/api/tokens",
                        "/api/tokens/{id}",
                        "/api/rooms");
        assertThat(ApiModel.map(document, "paths").keySet()).allMatch(path -> path.startsWith("/api/"));
        assertThat(new ApiModel(document).schemas())
                .as("arguments that carry the actor are marked with @Caller")
                .isNotEmpty()
                .doesNotContainKeys("Actor", "Credential");
        assertThat(new ApiModel(document).securitySchemes()).containsOnlyKeys("token", "session");
    }

    @Test
    void aFileThatIsNotThereIsAProblemDocument() {
        Answer answer = server.api().get("/VAADIN/build/nothing.js");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":404");
    }

    @Test
    void pageShowsEveryCallWithoutScriptsAndWithItsOwnStyleOnly() {
        Answer answer = server.api().header("Accept", "text/html,*/*;q=0.8").get("/api/docs");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.body())
                .contains("<code>/api/register</code>", "<code>/api/tokens/{id}</code>", "id=\"schemas\"");
        assertThat(answer.body()).doesNotContain("<script", "http://", "https://", "chat.salas");
        assertThat(answer.header("Content-Security-Policy").orElseThrow()).contains("default-src 'none'", "sha256-");
        assertThat(server.api().get("/api/docs").status()).isEqualTo(200);
        assertThat(server.api().post("/api/docs").status()).isEqualTo(405);
    }
}
