package chat.salas.ui.settings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.SignedIn;
import chat.salas.room.AccessRequests;
import chat.salas.room.Membership;
import chat.salas.room.NewRoom;
import chat.salas.room.Role;
import chat.salas.room.Rooms;
import chat.salas.room.Ruling;
import chat.salas.testing.Browser;
import chat.salas.testing.Screen;
import chat.salas.testing.Visit;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class SettingsIT {
    private static final Path SHOTS = Path.of("target/screenshots");
    private static final double PATIENCE_MS = 60_000;
    private static final List<Screen> SCREENS = List.of(
            Screen.desktop().size(1440, 900),
            Screen.desktop().size(1440, 900).dark().locale("pt-BR"),
            Screen.desktop().size(768, 1024),
            Screen.desktop().size(360, 740).locale("pt-BR"),
            Screen.desktop().size(360, 740).dark());

    private static Town town;
    private static Browser browser;
    private static SignedIn ana;
    private static SignedIn bruno;
    private static SignedIn clara;
    private static String club;

    private final List<String> violations = new ArrayList<>();

    @BeforeAll
    static void start() {
        town = new Town();
        browser = Browser.open();
        ana = town.person("Ana Souza");
        bruno = town.person("Bruno Lima");
        clara = town.person("Clara Nunes");
        SignedIn dora = town.person("Dora Menezes de Albuquerque");
        club = town.room(NewRoom.named("Book club"), ana, bruno, clara, dora, town.person("Emil Ågren"));
        town.say(ana, club, "Who has read it?");
        town.say(bruno, club, "I have. All of it.");
    }

    @AfterAll
    static void stop() {
        browser.close();
        town.close();
    }

    @Test
    void everyTabIsFineForEverybodyAtEverySize() {
        for (Screen screen : SCREENS) {
            try (Visit visit = visit(screen, ana)) {
                Page page = open(visit, club, Section.GENERAL.key());
                for (Section section : Section.values()) {
                    turnTo(page, section);
                    check(page, screen, section.key());
                }
                assertThat(visit.errors()).isEmpty();
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void manyAreMutedAfterOneQuestionAndWhoCannotBeIsNamed() {
        String slug = town.room(NewRoom.named("Loud"), ana, bruno, clara);
        town.server
                .bean(Ruling.class)
                .changeRole(admin(ana, slug), List.of(clara.actor().id()), Role.ADMIN);
        try (Visit visit = visit(Screen.desktop(), clara)) {
            Page page = open(visit, slug, "members");
            assertThat(page.locator(".grid-count")).hasText("3 members");
            page.locator(".row-grid vaadin-checkbox").first().click();
            assertThat(page.locator(".bulk-count")).hasText("3 selected");
            page.locator(".bulk-actions vaadin-button")
                    .filter(new Locator.FilterOptions().setHasText("Mute"))
                    .click();
            page.locator(".confirm-verb").click();
            assertThat(page.locator("vaadin-notification-card"))
                    .containsText("1 muted, 1 skipped: the owner, 1 skipped: an admin");
            assertThat(page.locator(".lead-line .pill:visible")).hasCount(1);
            assertThat(visit.errors()).isEmpty();
        }
    }

    @Test
    void aMemberIsBannedFromTheBarForAReasonAndLetInAgain() {
        String slug = town.room(NewRoom.named("Gate"), ana, bruno, clara);
        try (Visit visit = visit(Screen.desktop(), ana)) {
            Page page = open(visit, slug, "members");
            page.getByText("Bruno Lima").click();
            assertThat(page.locator(".bulk-count")).hasText("1 selected");
            bulk(page, "Ban").click();
            page.locator("vaadin-confirm-dialog vaadin-text-field input").fill("noise");
            page.screenshot(new ScreenshotOptions().setPath(SHOTS.resolve("settings-ban.png")));
            page.locator(".confirm-verb").click();
            assertThat(page.locator(".grid-count")).hasText("2 members");
            page.locator(".settings-tabs vaadin-tab").nth(5).click();
            assertThat(page.getByText("noise")).isVisible();
            page.getByText("Bruno Lima").click();
            bulk(page, "Lift").click();
            page.locator(".confirm-verb").click();
            assertThat(page.getByText("noise")).isHidden();
            assertThat(visit.errors()).isEmpty();
        }
    }

    @Test
    void theOwnerHandsTheRoomOver() {
        String slug = town.room(NewRoom.named("Crown"), ana, bruno);
        try (Visit visit = visit(Screen.desktop(), ana)) {
            Page page = open(visit, slug, "danger");
            page.locator(".deed vaadin-button").nth(1).click();
            page.locator("vaadin-confirm-dialog vaadin-combo-box input").fill("Bruno");
            page.locator("vaadin-combo-box-item:has-text('Bruno Lima')").click();
            page.screenshot(new ScreenshotOptions().setPath(SHOTS.resolve("settings-hand-over.png")));
            page.locator(".confirm-verb").click();
            assertThat(page.locator("vaadin-notification-card")).containsText("Bruno Lima");
            assertThat(town.server.bean(Rooms.class).asMember(ana.actor(), slug).role())
                    .isEqualTo(Role.ADMIN);
            assertThat(town.server
                            .bean(Rooms.class)
                            .asMember(bruno.actor(), slug)
                            .role())
                    .isEqualTo(Role.OWNER);
        }
    }

    private static Locator bulk(Page page, String verb) {
        return page.locator(".bulk-actions vaadin-button").filter(new Locator.FilterOptions().setHasText(verb));
    }

    @Test
    void requestsComeInLiveAndAreDecidedAtAKey() {
        String slug = town.room(NewRoom.named("Door"), ana);
        AccessRequests requests = town.server.bean(AccessRequests.class);
        try (Visit visit = visit(Screen.desktop(), ana)) {
            Page page = open(visit, slug, "requests");
            assertThat(page.locator(".settings-content div.empty-state")).isVisible();
            requests.ask(bruno.actor(), slug, "It is me");
            requests.ask(clara.actor(), slug, null);
            assertThat(page.locator(".grid-count")).hasText("2 requests");
            page.locator(".cell-words").first().click();
            assertThat(page.locator(".bulk-count")).hasText("1 selected");
            page.keyboard().press("a");
            assertThat(page.locator("vaadin-notification-card")).containsText("1 let in");
            assertThat(page.locator(".grid-count")).hasText("1 request");
            assertThat(requests.list(admin(ana, slug))).hasSize(1);
        }
    }

    @Test
    void aRoomIsDeletedOnceItsNameIsTypedAndAReceiptIsGiven() {
        String slug = town.room(NewRoom.named("Old things"), ana, bruno);
        town.say(ana, slug, "gone soon");
        try (Visit visit = visit(Screen.desktop(), ana)) {
            Page page = open(visit, slug, "danger");
            page.locator(".deed vaadin-button").last().click();
            assertThat(page.locator(".extent")).containsText("1 message");
            assertThat(page.locator(".confirm-verb")).isDisabled();
            page.locator("vaadin-confirm-dialog vaadin-text-field input").fill("Old things");
            page.locator(".confirm-verb").click();
            page.waitForURL("**/rooms");
            assertThat(page.getByText("Old things is gone")).isVisible();
        }
    }

    @Test
    void theDialogClosesWhenTheRightToItEnds() {
        String slug = town.room(NewRoom.named("Throne"), ana, bruno);
        Ruling ruling = town.server.bean(Ruling.class);
        ruling.changeRole(admin(ana, slug), List.of(bruno.actor().id()), Role.ADMIN);
        try (Visit visit = visit(Screen.desktop(), bruno)) {
            Page page = open(visit, slug, "members");
            ruling.changeRole(admin(ana, slug), List.of(bruno.actor().id()), Role.MEMBER);
            assertThat(page.locator(".settings-head h2")).hasCount(0);
            page.waitForURL("**/rooms/" + slug);
        }
    }

    @Test
    void tenThousandMembersAreThereWithinASecondAndScroll() {
        String slug = town.room(NewRoom.named("Crowd"), ana);
        town.crowd(slug, 9_999);
        try (Visit visit = visit(Screen.desktop().size(1440, 900), ana)) {
            Page page = open(visit, slug, "general");
            page.locator(".settings-tabs vaadin-tab").nth(1).click();
            assertThat(page.locator(".grid-count")).hasText("10,000 members");
            assertThat(page.getByText("Person Number 00001")).isVisible();
            page.locator(".row-grid").evaluate("grid => grid.scrollToIndex(8000)");
            assertThat(page.getByText("Person Number 08001")).isVisible();
            page.screenshot(new ScreenshotOptions().setPath(SHOTS.resolve("settings-ten-thousand.png")));
        }
    }

    private static Membership admin(SignedIn who, String slug) {
        return town.server.bean(Rooms.class).asAdmin(who.actor(), slug);
    }

    private static Visit visit(Screen screen, SignedIn who) {
        Visit visit = browser.visit(screen);
        visit.context()
                .addCookies(List.of(new Cookie("salas_session", who.token())
                        .setUrl(town.server.uri().toString())));
        return visit;
    }

    private static Page open(Visit visit, String slug, String section) {
        Page page = visit.open(town.server.uri() + "/rooms/" + slug + "?settings=" + section);
        page.locator(".settings-head h2").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
        page.waitForTimeout(700);
        return page;
    }

    private static void turnTo(Page page, Section section) {
        page.locator(".settings-tabs vaadin-tab").nth(section.ordinal()).click();
        page.waitForURL(url -> url.endsWith("settings=" + section.key()));
        page.waitForTimeout(700);
    }

    private void check(Page page, Screen screen, String name) {
        String file = "settings-%s-%d-%s-%s.png"
                .formatted(name, screen.width(), screen.scheme(), screen.locale())
                .toLowerCase(Locale.ROOT);
        page.screenshot(new ScreenshotOptions().setPath(SHOTS.resolve(file)));
        new AxeBuilder(page).analyze().getViolations().forEach(rule -> rule.getNodes()
                .forEach(node -> violations.add(name + " " + screen + " " + rule.getId() + " " + node.getTarget() + " "
                        + node.getFailureSummary())));
    }
}
