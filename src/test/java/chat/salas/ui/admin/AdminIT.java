package chat.salas.ui.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.Accounts;
import chat.salas.account.Administration;
import chat.salas.account.Device;
import chat.salas.account.PersonAct;
import chat.salas.account.Registration;
import chat.salas.account.Sessions;
import chat.salas.account.SignedIn;
import chat.salas.room.Encryption;
import chat.salas.room.NewRoom;
import chat.salas.room.Rooms;
import chat.salas.testing.Browser;
import chat.salas.testing.Screen;
import chat.salas.testing.TestServer;
import chat.salas.testing.Visit;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class AdminIT {
    private static final Path SHOTS = Path.of("target/screenshots");
    private static final double PATIENCE_MS = 60_000;
    private static final String PASSWORD = "a quiet river at dawn 7";
    private static final List<String> PARTS = List.of("users", "rooms", "registration", "mail", "audit", "health");
    private static final List<Screen> SCREENS = List.of(
            Screen.desktop().size(1440, 900),
            Screen.desktop().size(768, 1024).dark().locale("pt-BR"),
            Screen.desktop().size(360, 740));

    private static TestServer server;
    private static Browser browser;
    private static SignedIn root;

    private final List<String> violations = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = TestServer.start();
        browser = Browser.open();
        root = register("root@example.org", "Renata Prado");
        for (String name : List.of("Ana Souza", "Bruno Lima", "Zoë Quell", "Íris Nunes")) {
            SignedIn one = register(name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org", name);
            room(one, "Room of " + name);
        }
        act(PersonAct.DISABLE, register("old@example.org", "Olga Old"));
        act(PersonAct.NAME, register("co@example.org", "Caio Dias"));
        server.bean(Administration.class).open(root.actor(), Registration.Mode.INVITE);
        server.bean(Administration.class).open(root.actor(), Registration.Mode.OPEN);
    }

    private static SignedIn register(String email, String name) {
        return server.bean(Accounts.class)
                .register(email.replace("ë", "e").replace("í", "i"), PASSWORD, name, new Device("test", "192.0.2.7"));
    }

    private static void room(SignedIn owner, String name) {
        server.bean(Rooms.class)
                .create(
                        owner.actor(),
                        new NewRoom(name, "", Encryption.AT_REST, true, null, null, null, null, null, null));
    }

    private static void act(PersonAct act, SignedIn person) {
        server.bean(Administration.class)
                .act(root.actor(), act, List.of(person.actor().id()));
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    private static Visit visit(SignedIn who, Screen screen) {
        Visit visit = browser.visit(screen);
        visit.context()
                .addCookies(List.of(new Cookie("salas_session", who.token())
                        .setUrl(server.uri().toString())));
        return visit;
    }

    private static Page open(Visit visit, String path) {
        Page page = visit.open(server.uri() + path);
        page.setDefaultTimeout(PATIENCE_MS);
        return page;
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS);
    }

    @Test
    void everyPartIsFineAtEverySize() {
        for (Screen screen : SCREENS) {
            try (Visit visit = visit(root, screen)) {
                for (String part : PARTS) {
                    look(visit, screen, part);
                }
                assertThat(visit.errors()).isEmpty();
            }
        }
        assertThat(violations).isEmpty();
    }

    private void look(Visit visit, Screen screen, String part) {
        Page page = open(visit, "/admin/" + part);
        page.locator(".admin-" + part + " h2").first().waitFor();
        if (page.locator(".admin-" + part + " vaadin-grid").count() > 0) {
            page.locator(".lead-name").first().waitFor();
        }
        if (part.equals("users")) {
            page.locator("vaadin-grid-cell-content .lead-name").first().click();
            page.locator(".bulk-bar").waitFor();
        }
        if (part.equals("audit")) {
            page.locator(".audit-tools vaadin-button").click();
            page.locator(".audit-verdict").waitFor();
            assertThat(page.locator(".audit-verdict.bad")).hasCount(0);
        }
        page.waitForTimeout(500);
        String file = "admin-%s-%d-%s-%s.png".formatted(part, screen.width(), screen.scheme(), screen.locale());
        page.screenshot(new ScreenshotOptions().setPath(SHOTS.resolve(file.toLowerCase(Locale.ROOT))));
        new AxeBuilder(page).analyze().getViolations().forEach(rule -> rule.getNodes()
                .forEach(node -> violations.add(part + " " + screen + " " + rule.getId() + " " + node.getTarget() + " "
                        + node.getFailureSummary())));
        page.close();
    }

    @Test
    void forEverybodyElseThereIsNoSuchPage() {
        SignedIn eve = register("eve@example.org", "Eve");
        try (Visit visit = visit(eve, Screen.desktop())) {
            Page nowhere = open(visit, "/no/such/page");
            String words = nowhere.locator("h1").innerText();
            for (String path : List.of("/admin", "/admin/users", "/admin/audit", "/admin/nonsense")) {
                Page page = open(visit, path);
                assertThat(page.locator("h1").innerText()).isEqualTo(words);
                assertThat(page.locator(".admin-parts").count()).isZero();
            }
        }
    }

    @Test
    void aDisabledPersonsOpenPageEndsAndTheResultIsSaid() {
        SignedIn victim = register("victim@example.org", "Vito Mark");
        try (Visit theirs = visit(victim, Screen.desktop());
                Visit mine = visit(root, Screen.desktop())) {
            Page open = open(theirs, "/rooms");
            open.locator("h1").first().waitFor();
            Page page = open(mine, "/admin");
            page.locator(".grid-search input").fill("Vito");
            Locator row = page.locator(".lead-name:visible", new Page.LocatorOptions().setHasText("Vito Mark"));
            assertThat(page.locator(".lead-name:visible"))
                    .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS));
            row.click();
            page.locator(".bulk-bar vaadin-button", new Page.LocatorOptions().setHasText("Disable"))
                    .click();
            page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]")
                    .click();
            assertThat(page.getByText("1 disabled").first()).isVisible(patiently());
            open.waitForURL(url -> url.contains("/login"), new Page.WaitForURLOptions().setTimeout(PATIENCE_MS));
        }
        assertThat(server.bean(Sessions.class).resolve(victim.token())).isEmpty();
    }

    @Test
    void aLinkLetsSomebodySetANewPassword() {
        SignedIn lost = register("lost@example.org", "Lia Lost");
        String link;
        try (Visit mine = visit(root, Screen.desktop())) {
            Page page = open(mine, "/admin/users");
            page.locator(".grid-search input").fill("Lia");
            assertThat(page.locator(".lead-name:visible"))
                    .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS));
            page.locator(".lead-name:visible").first().click();
            page.locator(".bulk-bar vaadin-button", new Page.LocatorOptions().setHasText("Reset password"))
                    .click();
            page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]")
                    .click();
            page.locator(".copy-field input").waitFor();
            page.waitForTimeout(500);
            page.screenshot(new ScreenshotOptions().setPath(SHOTS.resolve("admin-reset-link.png")));
            link = page.locator(".copy-field input").inputValue();
        }
        try (Visit theirs = browser.visit(Screen.phone())) {
            Page page = theirs.open(link);
            page.setDefaultTimeout(PATIENCE_MS);
            page.locator("input[type=password]").fill("lantern by the river 9");
            page.screenshot(new ScreenshotOptions().setPath(SHOTS.resolve("reset-360-light.png")));
            page.locator("button[type=submit]").click();
            assertThat(page.getByText("Your password is set").first()).isVisible(patiently());
            page.navigate(link);
            assertThat(page.getByText("This link does not work").first()).isVisible(patiently());
        }
        assertThat(server.bean(Accounts.class)
                        .signIn(lost.account().email(), "lantern by the river 9", new Device("test", "192.0.2.7")))
                .isNotNull();
    }

    @Test
    void theAuditIsTakenAlong() throws IOException {
        try (Visit mine = visit(root, Screen.desktop())) {
            Page page = open(mine, "/admin/audit");
            page.locator(".lead-name").first().waitFor();
            Download download = page.waitForDownload(
                    () -> page.locator(".audit-tools a").first().click());
            assertThat(download.suggestedFilename()).isEqualTo("salas-audit.csv");
            assertThat(Files.readString(download.path()))
                    .startsWith("number,at,")
                    .contains("instance.registration");
        }
    }
}
