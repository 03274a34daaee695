package chat.salas.flow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.testing.Browser;
import chat.salas.testing.Visit;
import com.microsoft.playwright.Page;
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
}
