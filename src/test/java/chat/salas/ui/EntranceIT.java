package chat.salas.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.Accounts;
import chat.salas.account.Device;
import chat.salas.account.SignedIn;
import chat.salas.room.AccessRequests;
import chat.salas.room.Encryption;
import chat.salas.room.Invites;
import chat.salas.room.NewRoom;
import chat.salas.room.Rooms;
import chat.salas.testing.Browser;
import chat.salas.testing.Screen;
import chat.salas.testing.TestServer;
import chat.salas.testing.Visit;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Getting in, in a real browser: the directory's one action, requests on both sides, invites by mail and QR code. */
final class EntranceIT {
    private static final Path SHOTS = Path.of("target/screenshots");
    private static final double PATIENCE_MS = 60_000;
    private static final String PASSWORD = "a quiet river at dawn 7";
    private static final List<Screen> SCREENS = List.of(
            Screen.desktop().size(1440, 900),
            Screen.desktop().size(768, 1024).dark().locale("pt-BR"),
            Screen.desktop().size(360, 740).locale("pt-BR"),
            Screen.desktop().size(360, 740).dark());

    private static GreenMail mail;
    private static TestServer server;
    private static Browser browser;
    private static SignedIn ana;
    private static Rooms rooms;

    private final List<String> violations = new ArrayList<>();

    @BeforeAll
    static void start() {
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        server = TestServer.start(
                Map.of("salas.smtp-url", "smtp://127.0.0.1:" + mail.getSmtp().getPort()));
        browser = Browser.open();
        rooms = server.bean(Rooms.class);
        ana = person("Ana Souza", "ana@example.org");
        room("Garden & compost", "Seeds, beds, and the eternal question of slugs");
        room("Book club", "This month: The Left Hand of Darkness");
        room("Choir", "Tuesdays at seven, in the old fire station");
        room("Board", "");
        room("Live", "");
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
        mail.stop();
    }

    private static SignedIn person(String name, String email) {
        return server.bean(Accounts.class).register(email, PASSWORD, name, new Device("Firefox on Linux", "192.0.2.7"));
    }

    private static void room(String name, String topic) {
        rooms.create(
                ana.actor(), new NewRoom(name, topic, Encryption.AT_REST, true, null, null, null, null, null, null));
    }

    private static Visit visit(SignedIn who, Screen screen) {
        Visit visit = browser.visit(screen);
        visit.context()
                .addCookies(List.of(new Cookie("salas_session", who.token())
                        .setUrl(server.uri().toString())));
        return visit;
    }

    @Test
    void whoAsksIsSeenAtOnceLetInAndTold() {
        SignedIn bruno = person("Bruno Lima", "bruno@example.org");
        try (Visit anas = visit(ana, Screen.desktop());
                Visit brunos = visit(bruno, Screen.desktop())) {
            Page inbox = anas.open(server.uri() + "/rooms/live");
            Page directory = brunos.open(server.uri() + "/rooms");

            action(directory, "Request access to Live").click(patiently());
            directory.locator("vaadin-text-area textarea").fill("I bring cake");
            directory.getByText("Send request").click();
            assertThat(action(directory, "Pending: your request to join Live")).isVisible(soon());
            assertThat(inbox.locator(".requests-button")).isVisible(soon());
            assertThat(inbox.locator(".requests-button")).containsText("1");
            assertThat(inbox.locator(".rail-row[aria-current=page] .asking")).containsText("1", containing());

            AccessRequests requests = server.bean(AccessRequests.class);
            assertThat(requests.list(rooms.asAdmin(ana.actor(), "live")))
                    .extracting(AccessRequests.Entry::message)
                    .containsExactly("I bring cake");
            requests.approve(rooms.asAdmin(ana.actor(), "live"), bruno.actor().id());

            Locator notice = directory.locator(".notice");
            assertThat(notice).containsText("Live", containing());
            assertThat(action(directory, "Enter Live")).isVisible(soon());
            assertThat(inbox.locator(".requests-button")).isHidden(hidden());
            notice.getByText("Enter").click();
            assertThat(directory).hasURL(Pattern.compile(".*/rooms/live"));
            assertThat(brunos.errors()).isEmpty();
            assertThat(anas.errors()).isEmpty();
        }
    }

    @Test
    void anInviteIsMailedAndItsPictureHoldsItsLink() throws Exception {
        try (Visit visit = visit(ana, Screen.desktop().size(1440, 1200))) {
            Page page = visit.open(server.uri() + "/rooms/book-club");
            openInviting(page);
            page.locator("vaadin-email-field input").fill("carla@example.org");
            page.locator("vaadin-dialog vaadin-button[theme~=primary]").click(patiently());
            Locator link = page.locator(".copy-field input");
            link.waitFor();

            assertThat(mail.waitForIncomingEmail(20_000, 1)).isTrue();
            assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("Ana Souza invites you to Book club");
            assertThat(read(page.locator(".qr-code").screenshot())).isEqualTo(link.inputValue());
            page.navigate(link.inputValue());
            assertThat(page.locator("h2")).containsText("Book club");
            assertThat(visit.errors()).isEmpty();
        }
    }

    private static String read(byte[] png) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    @Test
    void everyScreenOfTheEntranceIsFineAtEverySize() {
        SignedIn dora = person("Dora Alves", "dora@example.org");
        AccessRequests requests = server.bean(AccessRequests.class);
        requests.ask(dora.actor(), "choir", "I sing alto.");
        requests.ask(person("Edu Reis", "edu@example.org").actor(), "choir", null);
        server.bean(Invites.class)
                .create(rooms.asAdmin(ana.actor(), "book-club"), "dora@example.org", Duration.ofDays(7), 1);
        for (Screen screen : SCREENS) {
            try (Visit visit = visit(dora, screen)) {
                lookAtTheOutside(visit.open(server.uri() + "/rooms"), screen);
                assertThat(visit.errors()).isEmpty();
            }
            try (Visit visit = visit(ana, screen)) {
                lookAtTheInside(visit.open(server.uri() + "/rooms/choir"), screen);
                assertThat(visit.errors()).isEmpty();
            }
        }
        assertThat(violations).isEmpty();
    }

    private void lookAtTheOutside(Page page, Screen screen) {
        page.locator(".room-row").first().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
        look(page, screen, "entrance-directory");
        dialog(page, screen, "Garden & compost", "entrance-request");
        dialog(page, screen, "Choir", "entrance-pending");
        dialog(page, screen, "Book club", "entrance-accept");
        page.close();
    }

    private void dialog(Page page, Screen screen, String room, String name) {
        page.locator("article[aria-label='" + room + "'] button:visible").click(patiently());
        page.locator("vaadin-dialog vaadin-button").first().waitFor();
        look(page, screen, name);
        page.keyboard().press("Escape");
        page.locator("vaadin-dialog[opened]")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }

    private void lookAtTheInside(Page page, Screen screen) {
        page.locator(".requests-button").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
        look(page, screen, "entrance-room");
        if (screen.width() < 480) {
            openInvitingInSettings(page);
        } else {
            openInviting(page);
        }
        look(page, screen, "entrance-invite");
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").last().click(patiently());
        page.locator(".qr-code").waitFor();
        look(page, screen, "entrance-invited");
        page.close();
    }

    private static void openInviting(Page page) {
        page.locator("vaadin-button[aria-label='Invite people'], vaadin-button[aria-label='Convidar pessoas']")
                .click(patiently());
        page.locator("vaadin-email-field").waitFor();
    }

    /** On a phone the header leaves the place to the room's name. */
    private static void openInvitingInSettings(Page page) {
        page.navigate(page.url() + "?settings=invites");
        page.locator("vaadin-button:text-is('New link'), vaadin-button:text-is('Novo link')")
                .click(patiently());
        page.locator("vaadin-email-field").waitFor();
    }

    private void look(Page page, Screen screen, String name) {
        page.waitForTimeout(700);
        String file = "%s-%d-%s-%s.png"
                .formatted(name, screen.width(), screen.scheme(), screen.locale())
                .toLowerCase(Locale.ROOT);
        page.screenshot(new ScreenshotOptions().setPath(SHOTS.resolve(file)));
        new AxeBuilder(page).analyze().getViolations().forEach(rule -> rule.getNodes()
                .forEach(node -> violations.add(name + " " + screen + " " + rule.getId() + " " + node.getTarget() + " "
                        + node.getFailureSummary())));
    }

    private static Locator action(Page page, String name) {
        return page.locator("article [aria-label='" + name + "']:visible");
    }

    private static Locator.ClickOptions patiently() {
        return new Locator.ClickOptions().setTimeout(PATIENCE_MS);
    }

    private static LocatorAssertions.IsVisibleOptions soon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
    }

    private static LocatorAssertions.IsHiddenOptions hidden() {
        return new LocatorAssertions.IsHiddenOptions().setTimeout(20_000);
    }

    private static LocatorAssertions.ContainsTextOptions containing() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
    }
}
