package chat.salas.ui.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.SignedIn;
import chat.salas.room.NewRoom;
import chat.salas.testing.Screen;
import chat.salas.testing.Visit;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class SearchIT {
    private ChatStage stage;
    private SignedIn ana;
    private SignedIn ben;
    private String room;

    @BeforeAll
    void start() {
        stage = new ChatStage();
        ana = stage.person("Ana Ribeiro");
        ben = stage.person("Ben Okafor");
        room = stage.room(NewRoom.named("Search " + UUID.randomUUID()), ana, ben);
        stage.say(ben, room, "The São Paulo office moves on Friday; who carries the plants?");
        stage.say(ana, room, "我明天去上海开会 <b>not bold</b>");
        stage.fill(ben.actor(), room, 120);
        stage.say(ana, room, "Deployment is done, and sao paulo has coffee again");
    }

    @AfterAll
    void stop() {
        stage.close();
    }

    private Visit visit(Screen screen) {
        return stage.visit(screen, ana);
    }

    private static void leave(Visit visit) {
        List<String> errors = visit.errors();
        visit.close();
        assertThat(errors).isEmpty();
    }

    private static Locator field(Page page) {
        return page.locator(".search-field input");
    }

    @Test
    void aFindIsPressedAndSeenInTheLog() {
        Visit visit = visit(Screen.desktop());
        Page page = stage.open(visit, room);
        page.locator(".search-button").click();
        assertThat(field(page)).isFocused();
        assertThat(page).hasURL(Pattern.compile("panel=search"));
        field(page).fill("SAO paulo");
        assertThat(page.locator(".find")).hasCount(2);
        assertThat(page.locator(".find mark").last()).hasText("Paulo");
        assertThat(page.locator(".find-count")).hasText("2 messages");
        assertThat(page.locator(".msg[data-seq='1']")).hasCount(0);
        page.locator(".find").last().click();
        assertThat(page.locator(".msg[data-seq='1']")).isInViewport();
        assertThat(page.locator(".msg[data-seq='1']")).isFocused();
        assertThat(page.locator(".find")).hasCount(2);
        assertThat(page.url()).doesNotContain("aulo");
        leave(visit);
    }

    @Test
    void aSlashOpensItAndEscapeGivesTheFocusBack() {
        Visit visit = visit(Screen.desktop());
        Page page = stage.open(visit, room);
        page.locator(".msg[data-seq='123']").focus();
        page.keyboard().press("/");
        assertThat(field(page)).isFocused();
        assertThat(field(page)).hasValue("");
        page.keyboard().type("上海");
        assertThat(page.locator(".find mark")).hasText("上海");
        assertThat(page.locator(".find-text")).containsText("<b>not bold</b>");
        page.keyboard().press("Escape");
        assertThat(page.locator(".search-panel")).hasCount(0);
        assertThat(page.locator(".msg[data-seq='123']")).isFocused();
        page.locator(".search-button").click();
        assertThat(field(page)).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator(".search-button")).isFocused();
        leave(visit);
    }

    @Test
    void moreComesInBelowUntilThereIsNoMore() {
        Visit visit = visit(Screen.desktop());
        Page page = stage.open(visit, room + "?panel=search");
        field(page).fill("number");
        assertThat(page.locator(".find")).hasCount(25);
        page.locator(".find-more").click();
        assertThat(page.locator(".find")).hasCount(50);
        for (int i = 75; i < 120; i += 25) {
            page.locator(".find-more").click();
            assertThat(page.locator(".find")).hasCount(i);
        }
        page.locator(".find-more").click();
        assertThat(page.locator(".find")).hasCount(120);
        assertThat(page.locator(".find-more")).isHidden();
        field(page).fill("unheard of");
        assertThat(page.locator(".search-panel .empty-state h2")).hasText("Nothing found");
        leave(visit);
    }

    @ParameterizedTest
    @CsvSource({"360,740,en-US", "768,900,pt-BR", "1440,900,en-US", "1440,900,pt-BR"})
    void itIsFineInAllSizesInLightAndDark(int width, int height, String locale) {
        Screen screen = Screen.desktop().size(width, height).locale(locale);
        for (Screen each : List.of(screen, screen.dark())) {
            Visit visit = visit(each);
            Page page = stage.open(visit, room + "?panel=search");
            checked(page, each, "hint");
            field(page).fill("unheard of");
            assertThat(page.locator(".search-panel .empty-state h2")).hasText(Pattern.compile("Nothing|Nada"));
            checked(page, each, "none");
            field(page).fill("o");
            field(page).fill("number");
            assertThat(page.locator(".find-more")).isVisible();
            field(page).fill("sao pau");
            assertThat(page.locator(".find")).hasCount(2);
            checked(page, each, "found");
            page.locator(".find").last().click();
            assertThat(page.locator(".msg[data-seq='1']")).isInViewport();
            assertThat(page.locator(".search-panel")).hasCount(width < 768 ? 0 : 1);
            leave(visit);
        }
    }

    private static void checked(Page page, Screen screen, String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(
                        "target",
                        "screens",
                        "search-" + what + "-" + screen.width() + "-" + screen.scheme() + "-" + screen.locale()
                                + ".png")));
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }
}
