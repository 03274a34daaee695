package chat.salas.ui.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.SignedIn;
import chat.salas.message.Message;
import chat.salas.room.NewRoom;
import chat.salas.testing.Screen;
import chat.salas.testing.Visit;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The log in a browser while things happen in the room. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class LogIT {
    private ChatStage stage;
    private SignedIn ana;
    private SignedIn ben;
    private String room;
    private Visit anas;

    @BeforeAll
    void start() {
        stage = new ChatStage();
        ana = stage.person("Ana Ribeiro");
        ben = stage.person("Ben Okafor");
    }

    @AfterAll
    void stop() {
        stage.close();
    }

    @BeforeEach
    void arrive() {
        room = stage.room(NewRoom.named("Room " + UUID.randomUUID()), ana, ben);
        anas = stage.visit(Screen.desktop(), ana);
    }

    @AfterEach
    void leave() {
        var errors = anas.errors();
        anas.close();
        assertThat(errors).isEmpty();
    }

    @Test
    void afterManyChangesItIsWhatAReloadShows() {
        stage.fill(ben.actor(), room, 60);
        Page page = stage.open(anas, room);
        assertThat(page.locator("#m60")).isVisible();
        page.locator(".log").evaluate("e => e.scrollTop = -(e.scrollHeight - e.clientHeight)");
        assertThat(page.locator("#m1")).hasCount(1);
        page.locator(".log").evaluate("e => e.scrollTop = 0");
        stage.messages().edit(ben.actor(), room, 40, "other words");
        stage.messages().delete(ben.actor(), room, 41);
        stage.messages().react(ben.actor(), room, 42, "🎉", true);
        stage.setBack(Duration.ofDays(1));
        stage.say(ben, room, "when the clock went wrong");
        stage.setBack(Duration.ZERO);
        Message last = stage.say(ben, room, "an answer", 40L);
        page.locator(".composer textarea").fill("of my own");
        page.locator(".composer textarea").press("Enter");
        assertThat(page.locator("#m" + (last.seq() + 1) + " .body")).hasText("of my own");
        assertThat(page.locator(".day")).hasCount(2);
        String live = log(page);
        page.reload();
        assertThat(page.locator("#m" + (last.seq() + 1))).isVisible();
        page.locator(".log").evaluate("e => e.scrollTop = -(e.scrollHeight - e.clientHeight)");
        assertThat(page.locator("#m1")).hasCount(1);
        assertThat(log(page)).isEqualTo(live).contains("other words", "tombstone", "🎉", "an answer", "went wrong");
    }

    private static String log(Page page) {
        page.waitForTimeout(300);
        return page.locator(".log-flow").innerHTML().replaceAll("<div class=\"unread-line\".*?</div>", "");
    }

    @Test
    void theFocusAndAnOpenMenuStayWhenOthersWrite() {
        stage.fill(ben.actor(), room, 60);
        Page page = stage.open(anas, room);
        page.locator("#m55").hover();
        page.locator("#m55 .tools [data-a=more]").click();
        assertThat(page.locator(".message-menu")).isVisible();
        stage.say(ben, room, "meanwhile");
        assertThat(page.locator("#m61")).isVisible();
        assertThat(page.locator(".message-menu")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#m55")).isFocused();
        assertThat(page.locator("#m55 .tools")).isVisible();
        stage.say(ben, room, "and again");
        assertThat(page.locator("#m62")).isVisible();
        assertThat(page.locator("#m55")).isFocused();
        assertThat(page.locator("#m55 .tools")).isVisible();
    }

    @Test
    void whoReadsOnFromTheVeryEndOfWhatIsLoadedStaysThere() {
        stage.fill(ben.actor(), room, 300);
        Page page = stage.open(anas, room + "/100");
        assertThat(page.locator("#m100")).isInViewport();
        assertThat(page.locator("#m100")).hasClass(Pattern.compile(".*found.*"));
        long last = Long.parseLong(page.locator(".msg").last().getAttribute("data-seq"));
        page.locator(".log").evaluate("e => e.scrollTop = 0");
        assertThat(page.locator("#m" + last)).isInViewport();
        assertThat(page.locator("#m" + (last + 10))).hasCount(1);
        page.waitForTimeout(300);
        assertThat(page.locator("#m" + last)).isInViewport();
        assertThat(page.locator("#m" + (last + 20))).not().isInViewport();
    }

    @Test
    void whereTheRoomBeginsIsSaidOnceAndTheOutboxEmptiesItself() {
        Page page = stage.open(anas, room);
        assertThat(page.locator("#beginning .beginning")).isVisible();
        page.locator(".composer textarea").fill("the first words");
        page.locator(".composer textarea").press("Enter");
        assertThat(page.locator("#m1")).isVisible();
        assertThat(page.locator("#outbox li")).hasCount(0);
        assertThat(page.locator(".beginning")).hasCount(1);
        assertThat(page.locator(".day > h2")).hasText("Today");
    }

    /** A push is lost on its way; with the next one the browser finds out and asks for everything anew. */
    @Test
    void aPageThatIsSentAnewIsDrawnAnew() {
        anas.context().addInitScript("""
                const listening = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
                Object.defineProperty(WebSocket.prototype, 'onmessage', {set(listener) {
                  listening.set.call(this, event => window.losing || listener.call(this, event));
                }});""");
        stage.fill(ben.actor(), room, 60);
        Page page = stage.open(anas, room);
        assertThat(page.locator("#m60")).isVisible();
        page.waitForTimeout(500);
        page.locator("#m60").evaluate("e => e.drawnBefore = true");
        page.evaluate("window.losing = true");
        stage.say(ben, room, "lost on the way");
        page.waitForTimeout(500);
        page.evaluate("window.losing = false");
        stage.say(ben, room, "not lost");
        assertThat(page.locator("#m62")).hasText(Pattern.compile(".*not lost.*"), patiently());
        assertThat(page.locator("#m61")).containsText("lost on the way");
        assertThat(page.locator("#m60")).hasCount(1);
        assertThat(page.locator("#m60").evaluate("e => e.drawnBefore === true")).isEqualTo(false);
        assertThat(page.locator(".day > h2")).hasCount(1);
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(20_000);
    }
}
