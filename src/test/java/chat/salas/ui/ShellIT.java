package chat.salas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.Accounts;
import chat.salas.account.Device;
import chat.salas.account.SignedIn;
import chat.salas.room.Encryption;
import chat.salas.room.NewRoom;
import chat.salas.room.Rooms;
import chat.salas.testing.Browser;
import chat.salas.testing.Screen;
import chat.salas.testing.TestServer;
import chat.salas.testing.Visit;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ShellIT {
    private static final Path SHOTS = Path.of("target/screenshots");
    private static final double PATIENCE_MS = 60_000;
    private static final String PASSWORD = "a quiet river at dawn 7";
    private static final List<Screen> SCREENS = List.of(
            Screen.desktop().size(1440, 900),
            Screen.desktop().size(1440, 900).dark().locale("pt-BR"),
            Screen.desktop().size(768, 1024).locale("pt-BR"),
            Screen.desktop().size(360, 740),
            Screen.desktop().size(360, 740).dark().locale("pt-BR"));

    private static TestServer server;
    private static Browser browser;
    private static SignedIn ana;

    private final List<String> violations = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = TestServer.start();
        browser = Browser.open();
        ana = server.bean(Accounts.class)
                .register("ana@example.org", PASSWORD, "Ana Souza", new Device("Firefox on Linux", "192.0.2.7"));
        furnish();
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    private static void furnish() {
        Rooms rooms = server.bean(Rooms.class);
        make(rooms, ana, "General", "What concerns everybody", true);
        make(rooms, ana, "Book club", "This month: The Left Hand of Darkness", true);
        make(rooms, ana, "Garden & compost", "Seeds, beds, and the eternal question of slugs", true);
        make(rooms, ana, "Operations", "Deployments, incidents, and who is on call this week and next", true);
        make(rooms, ana, "Board", "", false);
        SignedIn bruno = server.bean(Accounts.class)
                .register("bruno@example.org", PASSWORD, "Bruno Lima", new Device("Chrome on Windows", "192.0.2.8"));
        make(rooms, bruno, "Cinema on Thursdays", "We vote until Wednesday noon", true);
        make(rooms, bruno, "Música ao vivo", "Quem toca onde, e quem vai junto", true);
    }

    private static void make(Rooms rooms, SignedIn owner, String name, String topic, boolean listed) {
        rooms.create(
                owner.actor(),
                new NewRoom(name, topic, Encryption.AT_REST, listed, null, null, null, null, null, null));
    }

    @Test
    void everyScreenIsFineForEverybodyAtEverySize() {
        for (Screen screen : SCREENS) {
            try (Visit stranger = browser.visit(screen)) {
                look(stranger, screen, "login", "/login");
                look(stranger, screen, "register", "/register");
                look(stranger, screen, "invite-unknown", "/invite/nothing");
                assertThat(stranger.errors()).isEmpty();
            }
            try (Visit visit = signedIn(screen)) {
                look(visit, screen, "directory", "/rooms");
                look(visit, screen, "account", "/account");
                look(visit, screen, "not-found", "/no/such/page");
                lookAtDialogs(visit, screen);
            }
        }
        assertThat(violations).isEmpty();
    }

    private static Visit signedIn(Screen screen) {
        Visit visit = browser.visit(screen);
        visit.context()
                .addCookies(List.of(new com.microsoft.playwright.options.Cookie("salas_session", ana.token())
                        .setUrl(server.uri().toString())));
        return visit;
    }

    private void look(Visit visit, Screen screen, String name, String path) {
        Page page = visit.open(server.uri() + path);
        page.locator("main :is(h1, h2)").first().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
        page.waitForTimeout(400);
        check(page, screen, name);
        page.close();
    }

    private void check(Page page, Screen screen, String name) {
        shoot(page, screen, name);
        new AxeBuilder(page).analyze().getViolations().forEach(rule -> rule.getNodes()
                .forEach(node -> violations.add(name + " " + screen + " " + rule.getId() + " " + node.getTarget() + " "
                        + node.getFailureSummary())));
    }

    private void lookAtDialogs(Visit visit, Screen screen) {
        Page page = visit.open(server.uri() + "/rooms");
        Locator create = page.locator(".view-actions vaadin-button");
        create.click(patiently());
        page.locator("vaadin-radio-group, vaadin-text-field[name=name]").first().waitFor();
        page.waitForTimeout(800);
        check(page, screen, "create-room");
        page.keyboard().press("Escape");
        if (screen.width() < 768) {
            page.locator("vaadin-drawer-toggle").first().click();
            page.waitForTimeout(600);
            check(page, screen, "rail");
        } else {
            page.locator(".account-face").first().click();
            page.waitForTimeout(600);
            check(page, screen, "menu");
            page.keyboard().press("Escape");
            page.keyboard().press("Control+k");
            page.waitForTimeout(1_000);
            check(page, screen, "switcher");
        }
        page.close();
    }

    private static Locator.ClickOptions patiently() {
        return new Locator.ClickOptions().setTimeout(PATIENCE_MS);
    }

    private static void shoot(Page page, Screen screen, String name) {
        String file = "%s-%d-%s-%s.png"
                .formatted(name, screen.width(), screen.scheme(), screen.locale())
                .toLowerCase(java.util.Locale.ROOT);
        page.screenshot(new ScreenshotOptions().setPath(SHOTS.resolve(file)));
    }
}
