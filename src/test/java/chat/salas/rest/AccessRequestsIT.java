package chat.salas.rest;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.testing.Answer;
import chat.salas.testing.Api;
import chat.salas.testing.TestServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Asking to be let in, and invites that go by mail, on a real port with a real SMTP server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessRequestsIT {
    private GreenMail mail;
    private TestServer server;
    private Api ana;

    @BeforeAll
    void start() {
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        server = TestServer.start(
                Map.of("salas.smtp-url", "smtp://127.0.0.1:" + mail.getSmtp().getPort()));
        ana = server.api().register("Ana");
    }

    @AfterAll
    void stop() {
        server.close();
        mail.stop();
    }

    private String room(String name) {
        return ana.post("/api/rooms", Map.of("name", name)).string("slug");
    }

    private static String requests(String slug) {
        return "/api/rooms/" + slug + "/access-requests";
    }

    @Test
    void somebodyAsksAndIsLetIn() {
        String slug = room("Garden");
        Api bob = server.api().register("Bob");

        Answer asked = bob.post(requests(slug), Map.of("message", "I like slugs"));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        assertThat(asked.json()).containsOnlyKeys("userId", "displayName", "message", "createdAt");
        assertThat(bob.get("/api/rooms/" + slug).string("access")).isEqualTo("REQUESTED");
        assertThat(bob.post(requests(slug)).status()).isEqualTo(409);
        assertThat(bob.get(requests(slug)).status()).isEqualTo(403);
        assertThat(bob.post(requests(slug) + "/" + bob.accountId() + "/approve").status())
                .isEqualTo(403);

        assertThat(ana.get(requests(slug)).list()).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("userId", bob.accountId())
                .containsEntry("displayName", "Bob")
                .containsEntry("message", "I like slugs"));
        assertThat(ana.post(requests(slug) + "/" + bob.accountId() + "/approve").status())
                .isEqualTo(204);
        assertThat(bob.get("/api/rooms/" + slug).string("access")).isEqualTo("MEMBER");
        assertThat(bob.get("/api/rooms/" + slug + "/messages").status()).isEqualTo(200);
        assertThat(bob.post(requests(slug)).status()).isEqualTo(409);
        assertThat(ana.post(requests(slug) + "/" + bob.accountId() + "/approve").status())
                .isEqualTo(404);
        assertThat(ana.post(requests(slug) + "/nobody/deny").status()).isEqualTo(404);
    }

    @Test
    void severalAreDecidedAtOnceAndOneMayTakeItBack() {
        String slug = room("Choir");
        Api bob = server.api().register("Bob");
        Api carl = server.api().register("Carl");
        Api dora = server.api().register("Dora");
        for (Api one : List.of(bob, carl, dora)) {
            assertThat(one.post(requests(slug), Map.of()).status()).isEqualTo(201);
        }
        assertThat(dora.delete(requests(slug)).status()).isEqualTo(204);
        assertThat(dora.delete(requests(slug)).status()).isEqualTo(204);
        assertThat(dora.get("/api/rooms/" + slug).string("access")).isEqualTo("NONE");

        Answer denied =
                ana.post(requests(slug) + "/deny", Map.of("userIds", List.of(carl.accountId(), dora.accountId())));
        assertThat(denied.status()).as(denied.toString()).isEqualTo(200);
        assertThat(denied.json()).containsExactlyInAnyOrderEntriesOf(Map.of("done", 1, "skipped", 1));
        Answer approved = ana.post(requests(slug) + "/approve", Map.of("userIds", List.of(bob.accountId())));
        assertThat(approved.json()).containsEntry("done", 1);
        assertThat(ana.post(requests(slug) + "/approve", Map.of()).badFields()).containsExactly("userIds");
        assertThat(ana.get(requests(slug)).list()).isEmpty();
        assertThat(ana.get("/api/rooms/" + slug).number("members")).isEqualTo(2);
    }

    @Test
    void whatIsNoIdAmongSeveralIsMalformed() {
        String slug = room("Typos");
        for (String ids : List.of("[null]", "[\"nobody\"]", "[\"\"]", "[\"1\",null]", "[\"99999999999999999999\"]")) {
            for (String decision : List.of("/approve", "/deny")) {
                Answer answer = ana.raw(
                        "POST",
                        requests(slug) + decision,
                        "application/json",
                        BodyPublishers.ofString("{\"userIds\":" + ids + "}"));
                assertThat(answer.status()).as(ids + decision).isEqualTo(400);
                assertThat(answer.badFields()).containsExactly("userIds");
            }
        }
        Answer nobody = ana.post(requests(slug) + "/approve", Map.of("userIds", List.of("1")));
        assertThat(nobody.json()).containsEntry("done", 0).containsEntry("skipped", 1);
    }

    @Test
    void refusalsNameTheFieldAndUnlistedRoomsAnswerAsAbsentOnes() {
        String slug = room("Rules");
        Api bob = server.api().register("Bob");
        Answer tooLong = bob.post(requests(slug), Map.of("message", "x".repeat(501)));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.badFields()).containsExactly("message");
        String hidden = ana.post("/api/rooms", Map.of("name", "Hidden", "listed", false))
                .string("slug");
        for (String method : List.of("POST", "GET", "DELETE")) {
            Answer unlisted = bob.send(method, requests(hidden), null);
            Answer absent = bob.send(method, requests("absent"), null);
            assertThat(unlisted.status()).isEqualTo(404).isEqualTo(absent.status());
            assertThat(unlisted.json().get("detail")).isEqualTo(absent.json().get("detail"));
        }
        assertThat(server.api().post(requests(slug)).status()).isEqualTo(401);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToTryAgain() {
        String slug = room("Busy");
        Api bob = server.api().register("Bob");
        Answer last = bob.post(requests(slug));
        for (int i = 0; i < 10 && last.status() == 201; i++) {
            bob.delete(requests(slug));
            last = bob.post(requests(slug));
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).hasValueSatisfying(seconds -> assertThat(Integer.parseInt(seconds))
                .isBetween(1, 3_600));
    }

    @Test
    void anInviteWithAnAddressIsMailedAndTellsWhoCameByIt() throws Exception {
        String slug = room("Letters");
        Answer made =
                ana.post("/api/rooms/" + slug + "/invites", Map.of("email", "carl@example.org", "label", "For Carl"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json()).containsEntry("mailed", true).containsEntry("label", "For Carl");
        assertThat(mail.waitForIncomingEmail(20_000, 1)).isTrue();
        var letter = mail.getReceivedMessages()[0];
        assertThat(letter.getSubject()).isEqualTo("Ana invites you to Letters");
        assertThat(com.icegreen.greenmail.util.GreenMailUtil.getBody(letter).replace("=\r\n", ""))
                .contains("/invite/" + made.string("token"));

        Api carl = server.api().register("carl@example.org", Api.PASSWORD, "Carl");
        assertThat(carl.get("/api/rooms/" + slug).string("access")).isEqualTo("INVITED");
        assertThat(carl.post("/api/invites/" + made.string("token") + "/accept").status())
                .isEqualTo(200);
        String uses = "/api/rooms/" + slug + "/invites/" + made.string("id") + "/uses";
        assertThat(ana.get(uses).list()).singleElement().satisfies(use -> assertThat(use)
                .containsEntry("userId", carl.accountId())
                .containsEntry("displayName", "Carl")
                .containsKey("at"));
        assertThat(carl.get(uses).status()).isEqualTo(403);
        assertThat(ana.get("/api/rooms/" + slug + "/invites").list())
                .singleElement()
                .satisfies(invite -> assertThat(invite)
                        .containsEntry("label", "For Carl")
                        .containsEntry("creator", "Ana")
                        .containsEntry("uses", 1)
                        .containsEntry("state", "USED_UP")
                        .doesNotContainKeys("token", "url"));
    }

    @Test
    void aMailLeadsNowhereJustBecauseAClientSaysSo() {
        String slug = room("Forged");
        Api program = ana.withOwnToken().header("X-Forwarded-Host", "evil.example.org");
        Answer made = program.post("/api/rooms/" + slug + "/invites", Map.of("email", "eve@example.org"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json()).containsEntry("mailed", false);
        assertThat(made.string("token")).isNotEmpty();
    }
}
