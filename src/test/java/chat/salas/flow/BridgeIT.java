package chat.salas.flow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.testing.Browser;
import chat.salas.testing.Visit;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bridge as a browser sees it. */
class BridgeIT {
    private static Browser browser;
    private FlowServer server;
    private Visit visit;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void start() {
        server = FlowServer.start();
        visit = browser.visit();
    }

    @AfterEach
    void stop() {
        visit.close();
        server.close();
    }

    @Test
    void clicksGoToTheServerAndBack() {
        Page page = visit.open(server.url("/"));
        page.click("#click");
        page.click("#click");

        assertThat(page.locator("#count")).hasText("2");
        assertThat(page).hasTitle("Home");
        assertThat(visit.errors()).isEmpty();
    }

    @Test
    void whatOneSaysAppearsAtTheOther() {
        try (Visit other = browser.visit()) {
            Page mine = visit.open(server.url("/"));
            Page theirs = other.open(server.url("/"));
            assertThat(theirs.locator("#count")).hasText("0");
            mine.fill("#text input", "hello there");
            mine.click("#say");

            assertThat(theirs.locator("#lines")).containsText("hello there");
            assertThat(mine.locator("#lines")).containsText("hello there");
        }
    }

    @Test
    void reloadKeepsTheAddressAndBeginsAnew() {
        Page page = visit.open(server.url("/deep/42"));
        assertThat(page.locator("#deep-title")).hasText("Deep 42");
        page.reload();

        assertThat(page.locator("#deep-title")).hasText("Deep 42");
        assertThat(page).hasURL(server.url("/deep/42"));
        assertThat(visit.errors()).isEmpty();
    }

    @Test
    void backAndForwardGoThroughTheViews() {
        Page page = visit.open(server.url("/"));
        page.click("#deep");
        assertThat(page.locator("#deep-title")).hasText("Deep 7");
        // Vaadin's router drops a step that comes before it has done with the last
        page.waitForTimeout(1_000);
        page.goBack();
        assertThat(page.locator("#count")).hasText("0");
        page.waitForTimeout(1_000);
        page.goForward();

        assertThat(page.locator("#deep-title")).hasText("Deep 7");
        assertThat(page).hasURL(server.url("/deep/7"));
    }

    @Test
    void unknownAddressShowsOurOwnErrorView() {
        Page page = visit.open(server.url("/no/such/place"));

        assertThat(page.locator("#nothing-here")).hasText("Nothing here, but 0 lines");
    }

    @Test
    void twoTabsLiveSideBySide() {
        Page first = visit.open(server.url("/"));
        assertThat(first.locator("#count")).hasText("0");
        Page second = visit.open(server.url("/"));
        first.click("#click");
        second.fill("#text input", "from the second");
        second.click("#say");

        assertThat(first.locator("#count")).hasText("1");
        assertThat(first.locator("#lines")).containsText("from the second");
        assertThat(second.locator("#count")).hasText("0");
    }

    @Test
    void signingInAndOutReloadsTheOtherTab() {
        Page first = visit.open(server.url("/"));
        assertThat(first.locator("#who")).hasText("nobody");
        Page second = visit.open(server.url("/"));
        assertThat(second.locator("#who")).hasText("nobody");
        first.click("#sign-in");
        assertThat(first.locator("#who")).hasText("ana");
        assertThat(second.locator("#who")).hasText("ana");
        second.click("#sign-out");

        assertThat(second.locator("#who")).hasText("nobody");
        assertThat(first.locator("#who")).hasText("nobody");
    }

    @Test
    void twentyMegabytesGoUpWithoutBeingHeld() throws IOException {
        Page page = visit.open(server.url("/"));
        Path file = Files.createTempFile("upload", ".bin");
        Files.write(file, new byte[20 * 1024 * 1024]);
        page.locator("#upload input[type=file]").setInputFiles(file);

        assertThat(page.locator("#lines")).containsText("received " + 20 * 1024 * 1024);
        assertThat(server.bean(Board.class).uploads()).containsValue(20L * 1024 * 1024);
        Files.delete(file);
    }

    @Test
    void twentyMegabytesComeDown() throws IOException {
        Page page = visit.open(server.url("/"));
        Download download = page.waitForDownload(() -> page.click("#download"));

        assertThat(download.failure()).isNull();
        assertThat(Files.size(download.path())).isEqualTo(HomeView.DOWNLOAD_BYTES);
        assertThat(download.suggestedFilename()).isEqualTo("zeros.bin");
    }

    @Test
    void endedSessionReloadsThePageByItself() {
        Page page = visit.open(server.url("/deep/5"));
        assertThat(page.locator("#deep-title")).hasText("Deep 5");
        page.evaluate("window.before = true");
        signIn("ana");
        visit.open(server.url("/"));

        page.waitForFunction("window.before === undefined");
        assertThat(page.locator("#deep-title")).hasText("Deep 5");
        assertThat(page).hasURL(server.url("/deep/5"));
    }

    @Test
    void pageOfAnEndedPrincipalGoesWhereItIsSent() {
        signIn("ana");
        Page page = visit.open(server.url("/deep/5"));
        assertThat(page.locator("#deep-title")).hasText("Deep 5");
        server.bean(WebSessions.class).end(principal -> principal.getName().equals("ana"), "/deep/1?why");

        assertThat(page.locator("#deep-title")).hasText("Deep 1");
        assertThat(page).hasURL(server.url("/deep/1?why"));
        assertThat(visit.errors()).isEmpty();
    }

    private void signIn(String name) {
        visit.context().addCookies(List.of(new Cookie("who", name).setUrl(server.url("/"))));
    }

    @Test
    void pageWhoseSocketIsGoneRecoversAtTheNextClick() {
        Page page = visit.open(server.url("/"));
        page.click("#click");
        assertThat(page.locator("#count")).hasText("1");
        visit.context().clearCookies();
        page.click("#click");

        assertThat(page.locator("#count")).hasText("0");
    }

    @Test
    void socketThatBreaksIsOpenedAgainAndNothingIsLost() {
        Page page = visit.open(server.url("/"));
        assertThat(page.locator("#count")).hasText("0");
        Board board = server.bean(Board.class);
        page.waitForCondition(() -> server.bean(PushLines.class).any().isPresent());
        server.bean(PushLines.class).any().orElseThrow().channel().close(io.micronaut.websocket.CloseReason.GOING_AWAY);
        board.say("said in the gap");

        assertThat(page.locator("#lines")).containsText("said in the gap");
        page.click("#click");
        assertThat(page.locator("#count")).hasText("1");
    }

    @Test
    void pageFindsTheRestartedServer() throws Exception {
        Page page = visit.open(server.url("/deep/9"));
        assertThat(page.locator("#deep-title")).hasText("Deep 9");
        page.evaluate("window.before = true");
        int port = server.port();
        server.close();
        server = FlowServer.startAgain(port);

        page.waitForFunction("window.before === undefined", null, new Page.WaitForFunctionOptions().setTimeout(30_000));
        assertThat(page.locator("#deep-title")).hasText("Deep 9");
        assertThat(page).hasURL(server.url("/deep/9"));
    }
}
