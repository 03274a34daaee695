package chat.salas.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.testing.Browser;
import chat.salas.testing.Screen;
import chat.salas.testing.TestServer;
import chat.salas.testing.Visit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class JourneyIT {
    private static final String PASSWORD = "a quiet river at dawn 7";
    private static final double PATIENCE_MS = 60_000;

    private static TestServer server;
    private static Browser browser;

    @BeforeAll
    static void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        server = TestServer.start();
        browser = Browser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @Test
    void somebodyInvitedSignsUpAndIsInTheRoom() {
        try (Visit anas = browser.visit();
                Visit brunos = browser.visit(Screen.phone().locale("pt-BR"))) {
            Page ana = anas.open(server.uri() + "/register");
            signUp(ana, "Ana Souza", "ana@example.org");
            makeRoom(ana, "Book club");
            String link = invite(ana);

            Page bruno = brunos.open(link);
            assertThat(bruno.getByRole(AriaRole.HEADING, named("Book club"))).isVisible();
            bruno.getByText("Criar uma conta").click();
            signUp(bruno, "Bruno Lima", "bruno@example.org");
            bruno.getByText("Entrar na sala").click();

            assertThat(bruno).hasURL(Pattern.compile(".*/rooms/book-club"));
            assertThat(bruno.getByRole(AriaRole.HEADING, named("Book club"))).isVisible();
            assertThat(brunos.errors()).isEmpty();
            assertThat(anas.errors()).isEmpty();
        }
    }

    @Test
    void whereOneNeedsAnInviteSigningUpByItLeadsIntoTheRoom() {
        try (TestServer strict = TestServer.start(Map.of("salas.registration", "invite"));
                Visit anas = browser.visit();
                Visit brunos = browser.visit()) {
            Page ana = anas.open(strict.uri() + "/register");
            signUp(ana, "Ana Souza", "ana@example.org");
            makeRoom(ana, "Book club");

            Page bruno = brunos.open(invite(ana));
            bruno.getByText("Create an account").click();
            signUp(bruno, "Bruno Lima", "bruno@example.org");

            assertThat(bruno).hasURL(Pattern.compile(".*/rooms/book-club"));
            assertThat(bruno.getByRole(AriaRole.HEADING, named("Book club"))).isVisible();
            assertThat(brunos.errors()).isEmpty();
        }
    }

    @Test
    void wrongPasswordsAreAnsweredInWordsAndLoseNothingTyped() {
        try (Visit visit = browser.visit()) {
            Page page = visit.open(server.uri() + "/login");
            field(page, "email").fill("nobody@example.org");
            field(page, "password").fill("not the password");
            field(page, "password").press("Enter");

            assertThat(page.locator("[role=alert]")).hasText("The address or the password is not right.");
            assertThat(field(page, "email")).hasValue("nobody@example.org");
            assertThat(field(page, "password")).hasValue("not the password");
        }
    }

    @Test
    void signingOutClosesTheOtherTabsAndSigningInComesBack() {
        try (Visit visit = browser.visit()) {
            Page first = visit.open(server.uri() + "/register");
            signUp(first, "Carla", "carla@example.org");
            Page second = visit.open(server.uri() + "/account");
            assertThat(second.getByRole(AriaRole.HEADING, named("Account"))).isVisible();

            first.locator(".account-face").first().click();
            first.getByText("Sign out").click();

            assertThat(first).hasURL(Pattern.compile(".*/login.*"));
            assertThat(second).hasURL(Pattern.compile(".*/login.*"));
            second.navigate(server.uri() + "/account");
            field(second, "email").fill("carla@example.org");
            field(second, "password").fill(PASSWORD);
            field(second, "password").press("Enter");
            assertThat(second).hasURL(Pattern.compile(".*/account"));
        }
    }

    @Test
    void aChosenSchemeIsKept() {
        try (Visit visit = browser.visit()) {
            Page page = visit.open(server.uri() + "/register");
            signUp(page, "Dora", "dora@example.org");
            page.locator(".account-face").first().click();
            page.getByText("Dark").click();
            assertThat(page.locator("html")).hasCSS("color-scheme", "dark");

            page.reload();

            assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
        }
    }

    private static void signUp(Page page, String name, String email) {
        field(page, "displayName").fill(name);
        field(page, "email").fill(email);
        field(page, "password").fill(PASSWORD);
        page.locator("form button[type=submit]").click();
        assertThat(page).not().hasURL(Pattern.compile(".*/register.*"));
    }

    private static void makeRoom(Page page, String name) {
        page.locator(".view-actions vaadin-button").click();
        field(page, "name").fill(name);
        field(page, "name").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named(name))).isVisible();
        assertThat(page.locator(".rail-row[aria-current=page]")).containsText(name);
    }

    private static String invite(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invite people"))
                .click();
        page.getByText("Create link").click();
        return page.locator(".copy-field input").inputValue();
    }

    private static com.microsoft.playwright.Locator field(Page page, String name) {
        return page.locator("input[name=" + name + "]");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
