package chat.salas.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.Accounts;
import chat.salas.account.Device;
import chat.salas.account.Sessions;
import chat.salas.account.SignedIn;
import chat.salas.account.Tokens;
import chat.salas.live.Bus;
import chat.salas.testing.Browser;
import chat.salas.testing.TestServer;
import chat.salas.testing.Visit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a page whose session is ended elsewhere. */
final class SessionEndsIT {
    private static final String PASSWORD = "a quiet river at dawn 7";
    private static final Device DEVICE = new Device("Firefox on Linux", "192.0.2.7");

    private final TestServer server = TestServer.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private SignedIn register(String name) {
        return server.bean(Accounts.class).register(name + "@example.org", PASSWORD, name, DEVICE);
    }

    private SignedIn signIn(String name) {
        return server.bean(Accounts.class).signIn(name + "@example.org", PASSWORD, DEVICE);
    }

    private void end(SignedIn session) {
        server.bean(Sessions.class).signOut(session.actor());
    }

    @Test
    void aPageThatDoesNothingHearsOfNothingAnyMore() throws Exception {
        SignedIn ana = register("ana");
        int before = listeners();
        open(ana, "");
        assertThat(listeners()).isGreaterThan(before);

        end(ana);

        assertThat(listenersSinkTo(before)).isTrue();
    }

    @Test
    void aBrowserThatSignsInAgainIsNotTakenForWhoItWas() throws Exception {
        SignedIn first = register("bruno");
        int before = listeners();
        String browser = open(first, "");
        int one = listeners();
        SignedIn second = signIn("bruno");
        String again = open(second, browser);
        assertThat(again).isNotEmpty().isNotEqualTo(browser);
        assertThat(listenersSinkTo(one)).isTrue();

        end(first);
        Thread.sleep(1_000);
        assertThat(listeners()).isEqualTo(one);

        end(second);
        assertThat(listenersSinkTo(before)).isTrue();
    }

    @Test
    void aTokenBesideACookieOpensNoPage() throws Exception {
        SignedIn carla = register("carla");
        String token = server.bean(Tokens.class).create(carla.actor(), "mine").token();
        int before = listeners();

        open(carla, "", "Authorization", "Bearer " + token);

        assertThat(listeners()).isEqualTo(before);
    }

    @Test
    void theBrowserIsLedToTheSignInAndToldWhy() {
        SignedIn dora = register("dora");
        try (Browser browser = Browser.open();
                Visit visit = browser.visit()) {
            visit.context()
                    .addCookies(List.of(new Cookie("salas_session", dora.token())
                            .setUrl(server.uri().toString())));
            Page rooms = visit.open(server.uri() + "/rooms");
            Page account = visit.open(server.uri() + "/account");
            assertThat(rooms.locator(".account-face").first()).isVisible();
            assertThat(account.locator(".account-face").first()).isVisible();

            end(dora);

            for (Page page : List.of(rooms, account)) {
                assertThat(page).hasURL(server.uri() + "/login?ended");
                assertThat(page.locator("[role=alert]")).hasText("You were signed out. Sign in again to go on.");
            }
            rooms.locator("input[name=email]").fill("dora@example.org");
            rooms.locator("input[name=password]").fill(PASSWORD);
            rooms.locator("input[name=password]").press("Enter");
            assertThat(rooms.locator(".account-face").first()).isVisible();
            assertThat(visit.errors()).isEmpty();
        }
    }

    private int listeners() {
        return server.bean(Bus.class).topics();
    }

    private boolean listenersSinkTo(int count) throws InterruptedException {
        for (int i = 0; i < 100 && listeners() > count; i++) {
            Thread.sleep(50);
        }
        return listeners() <= count;
    }

    /** Opens the directory, as the script of a page does, and says nothing any more; answers a cookie that is new. */
    private String open(SignedIn who, String cookie, String... headers) throws Exception {
        String cookies = "salas_session=" + who.token() + "; " + cookie;
        HttpResponse<String> begun = send(
                request("/?v-r=init&query=&location=rooms", cookies, headers).GET());
        String given = begun.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
        String shown = given.isEmpty() ? cookies : "salas_session=" + who.token() + "; " + given;
        String call = """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"rooms","query":"",
                "appShellTitle":"","historyState":{"idx":0},"trigger":""}}],"syncId":0,"clientId":0}""".formatted(found("\"Vaadin-Security-Key\":\"([^\"]+)\"", begun));
        String path = "/?v-r=uidl&v-uiId=" + found("\"v-uiId\":(\\d+)", begun);
        send(request(path, shown, headers).POST(BodyPublishers.ofString(call)));
        return given;
    }

    private HttpRequest.Builder request(String path, String cookies, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://" + server.uri().getAuthority() + path))
                .header("Cookie", cookies)
                .header("Origin", server.uri().toString());
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static String found(String pattern, HttpResponse<String> page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return matcher.group(1);
    }
}
