package chat.salas.ui.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.SignedIn;
import chat.salas.message.Message;
import chat.salas.room.NewRoom;
import chat.salas.room.Rooms;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ChatIT {
    private ChatStage stage;
    private SignedIn ana;
    private SignedIn ben;
    private String room;
    private Visit anas;
    private Visit bens;

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
        bens = stage.visit(Screen.desktop(), ben);
    }

    @AfterEach
    void leave() {
        List<String> errors = new java.util.ArrayList<>(anas.errors());
        errors.addAll(bens.errors());
        anas.close();
        bens.close();
        assertThat(errors).isEmpty();
    }

    @Test
    void whatOneSaysTheOtherSeesAtOnce() {
        Page one = stage.open(anas, room);
        Page other = stage.open(bens, room);
        write(one, "Hello **Ben**");
        other.waitForSelector(".msg strong:has-text('Ben')");
        assertThat(one.locator(".msg:has-text('Hello Ben')")).hasCount(1);
        assertThat(one.locator(".sending")).hasCount(0);
        assertThat(one.locator(".composer textarea")).hasValue("");
    }

    @Test
    void shiftEnterBreaksTheLineAndFastTypingLosesNothing() {
        Page one = stage.open(anas, room);
        Locator field = one.locator(".composer textarea");
        field.pressSequentially("first");
        field.press("Shift+Enter");
        field.pressSequentially("second");
        field.press("Enter");
        for (int i = 0; i < 5; i++) {
            field.pressSequentially("quick " + i);
            field.press("Enter");
        }
        field.pressSequentially("not sent yet");
        assertThat(one.locator(".msg[data-seq='6']")).isVisible();
        assertThat(one.locator(".msg[data-seq='1'] .body p")).hasText("first\nsecond", inner());
        assertThat(one.locator(".msg[data-seq='6'] .body")).hasText("quick 4");
        assertThat(field).hasValue("not sent yet");
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions inner() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setUseInnerText(true);
    }

    @Test
    void olderMessagesComeInAboveWithoutMovingWhatOneReads() {
        stage.fill(ben.actor(), room, 2_000);
        Page page = stage.open(anas, room);
        assertThat(page.locator(".msg[data-seq='2000']")).isInViewport();
        for (int round = 0; round < 8; round++) {
            long first = firstSeq(page);
            page.locator(".log").evaluate("e => e.scrollTop = -(e.scrollHeight - e.clientHeight) + 500");
            double before = topOf(page, first + 12);
            page.waitForCondition(() -> firstSeq(page) < first);
            assertThat(topOf(page, first + 12)).isBetween(before - 3, before + 3);
        }
        assertThat(page.locator(".msg").count()).isLessThanOrEqualTo(Window.MOST);
        assertThat(page.locator(".msg[data-seq='2000']")).hasCount(0);
        for (int round = 0; round < 2; round++) {
            long last = lastSeq(page);
            page.locator(".log").evaluate("e => e.scrollTop = -500");
            double before = topOf(page, last - 12);
            page.waitForCondition(() -> lastSeq(page) > last);
            assertThat(topOf(page, last - 12)).isBetween(before - 3, before + 3);
        }
        page.locator(".to-end").click();
        assertThat(page.locator(".msg[data-seq='2000']")).isInViewport();
        assertThat(page.locator(".to-end")).isHidden();
    }

    private static long firstSeq(Page page) {
        return Long.parseLong(page.locator(".msg").first().getAttribute("data-seq"));
    }

    private static long lastSeq(Page page) {
        return Long.parseLong(page.locator(".msg").last().getAttribute("data-seq"));
    }

    /** Once what came is painted: the browser keeps the position just before that. */
    private static double topOf(Page page, long seq) {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        return ((Number) page.evaluate(
                        "s => document.querySelector('#m' + s).getBoundingClientRect().top", (double) seq))
                .doubleValue();
    }

    @Test
    void whoLooksElsewhereIsToldAndNotMoved() {
        stage.fill(ben.actor(), room, 120);
        Page page = stage.open(anas, room);
        page.locator(".log").evaluate("e => e.scrollTop = -900");
        assertThat(page.locator(".to-end")).isVisible();
        double before = topOf(page, 100);
        stage.say(ben, room, "over here");
        assertThat(page.locator(".to-end")).hasText("1 new message");
        assertThat(topOf(page, 100)).isBetween(before - 3, before + 3);
        page.locator(".to-end").click();
        assertThat(page.locator(".msg[data-seq='121']")).isInViewport();
        assertThat(page.locator(".unread-line")).isVisible();
    }

    @Test
    void changesAreSeenByBothAsTheyHappen() {
        Message first = stage.say(ana, room, "first draft");
        stage.say(ben, room, "second");
        Page one = stage.open(anas, room);
        Page other = stage.open(bens, room);
        one.locator(".composer textarea").press("ArrowUp");
        assertThat(one.locator(".composer textarea")).hasValue("first draft");
        one.locator(".composer textarea").fill("final");
        one.locator(".composer textarea").press("Enter");
        assertThat(other.locator("#m" + first.seq() + " .body")).hasText(Pattern.compile("final\\s*edited"));
        reply(other, 1, "I agree");
        assertThat(one.locator("#m3 .quote")).containsText("final");
        react(other, 1, "🎉");
        assertThat(one.locator("#m1 .reaction[data-e='🎉']")).hasAttribute("aria-pressed", "false");
        one.locator("#m1 .reaction[data-e='🎉']").click();
        assertThat(other.locator("#m1 .reaction[data-e='🎉'] span")).hasText("2");
        tool(one, 2, "more");
        one.locator(".message-menu .danger").click();
        one.locator("vaadin-button[slot=confirm-button]").click();
        assertThat(other.locator("#m2 .tombstone")).containsText("administrator");
        assertThat(other.locator("#m2")).not().containsText("second");
    }

    private static void tool(Page page, long seq, String action) {
        page.locator("#m" + seq).hover();
        page.locator("#m" + seq + " .tools [data-a=" + action + "]").click();
    }

    private static void reply(Page page, long seq, String text) {
        tool(page, seq, "reply");
        assertThat(page.locator(".composer-mode")).isVisible();
        write(page, text);
        assertThat(page.locator(".composer-mode")).isHidden();
    }

    private static void react(Page page, long seq, String emoji) {
        tool(page, seq, "react");
        page.locator(".emoji-grid button", new Page.LocatorOptions().setHasText(emoji))
                .click();
    }

    @Test
    void oneSeesWhoIsTyping() {
        Page one = stage.open(anas, room);
        Page other = stage.open(bens, room);
        one.locator(".composer textarea").pressSequentially("I am");
        assertThat(other.locator(".who")).hasText("Ana Ribeiro is typing …");
        one.locator(".composer textarea").press("Enter");
        assertThat(other.locator(".who")).hasCount(0);
    }

    @Test
    void theKeyboardAloneIsEnough() {
        stage.say(ana, room, "one");
        stage.say(ben, room, "two");
        Page page = stage.open(anas, room);
        page.locator(".log").focus();
        page.keyboard().press("k");
        assertThat(page.locator("#m2")).isFocused();
        page.keyboard().press("k");
        assertThat(page.locator("#m1")).isFocused();
        page.keyboard().press("+");
        page.locator(".emoji-grid button").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#m1 .reaction[data-e]")).hasCount(1);
        page.locator("#m1").focus();
        page.keyboard().press("e");
        assertThat(page.locator(".composer textarea")).hasValue("one");
        assertThat(page.locator(".composer textarea")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator(".composer textarea")).hasValue("");
        page.locator("#m2").focus();
        page.keyboard().press("r");
        assertThat(page.locator(".composer-mode")).containsText("Ben Okafor");
    }

    @Test
    void aLinkOpensTheRoomAtItsMessage() {
        stage.fill(ben.actor(), room, 300);
        Page page = stage.open(anas, room + "/100");
        assertThat(page.locator("#m100")).isInViewport();
        assertThat(page.locator("#m100")).hasClass(Pattern.compile(".*found.*"));
        assertThat(page.locator("#m300")).hasCount(0);
        assertThat(page.locator(".to-end")).isVisible();
    }

    @Test
    void reloadingShowsTheSameAndKeepsTheDraftOfEachRoom() {
        stage.say(ben, room, "still here");
        String second = stage.room(NewRoom.named("Other " + UUID.randomUUID()), ana);
        Page page = stage.open(anas, room);
        page.locator(".composer textarea").pressSequentially("half a thought");
        page.waitForTimeout(800);
        page.navigate(stage.server.uri() + "/rooms/" + second);
        assertThat(page.locator(".composer textarea")).hasValue("");
        page.navigate(stage.server.uri() + "/rooms/" + room);
        assertThat(page.locator(".composer textarea")).hasValue("half a thought");
        page.reload();
        assertThat(page.locator("#m1")).containsText("still here");
    }

    @Test
    void hostileTextIsShownAndDoesNothing() {
        Page page = stage.open(anas, room);
        List<String> hostile = List.of(
                "<script>window.hit=1</script>",
                "<img src=x onerror='window.hit=2'>",
                "[x](javascript:window.hit=3)",
                "![x](https://127.0.0.1:9/x.png)",
                "<svg onload=window.hit=4>",
                "\u202Egnp.exe",
                "[".repeat(3_000));
        hostile.forEach(text -> stage.say(ben, room, text));
        assertThat(page.locator("#m" + hostile.size())).isVisible();
        assertThat(page.locator(".body :is(img, script, svg)")).hasCount(0);
        assertThat(page.locator(".body a[href^=javascript]")).hasCount(0);
        page.locator("#m3 a").click();
        assertThat(page.evaluate("window.hit")).isNull();
    }

    @Test
    void whatIsRefusedIsSaidInThePagesLanguage() {
        Screen phone = Screen.phone().dark().locale("pt-BR");
        refused(phone, "a bell \u0007", "Confira o que você digitou");
        refused(phone, "longo ".repeat(2_000), "Longa demais: 11.999 caracteres de 8.000");
        Screen wide = Screen.desktop().size(1440, 900);
        refused(wide, "a bell \u0007", "Check what you typed");
        refused(wide, "long ".repeat(2_000), "Too long: 9,999 characters of 8,000");
    }

    private void refused(Screen screen, String text, String words) {
        try (Visit visit = stage.visit(screen, ana)) {
            Page page = stage.open(visit, room);
            write(page, text);
            assertThat(page.locator(".composer-hint")).containsText(words);
            assertThat(page.locator(".composer textarea")).hasValue(text);
            assertThat(page.locator(".composer-foot .count")).hasCount(text.length() < 7_500 ? 0 : 1);
            assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
            assertClean(page);
            String file = "composer-refused-%d-%s-%s-%d.png"
                    .formatted(screen.width(), screen.scheme(), screen.locale(), text.length());
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", file)));
        }
    }

    @Test
    void whoIsNoMemberAnyMoreIsLedAwayAtOnce() {
        Page page = stage.open(bens, room);
        Rooms rooms = stage.server.bean(Rooms.class);
        rooms.leave(rooms.asMember(ben.actor(), room));
        page.waitForURL("**/rooms");
        assertThat(page.locator("vaadin-notification-card")).containsText("no longer a member");
    }

    @Test
    void membersAreListedWithWhoIsThere() {
        stage.open(bens, room);
        Page page = stage.open(anas, room);
        page.locator(".members-button").click();
        page.waitForURL("**/rooms/" + room + "?panel=members");
        assertThat(page.locator(".member[data-online]")).hasCount(2);
        page.keyboard().press("Escape");
        assertThat(page.locator(".panel")).hasCount(0);
        assertThat(page.locator(".members-button")).isFocused();
    }

    @Test
    void accessibleInLightAndDark() {
        Message first =
                stage.say(ben, room, "# Hi\n\n`code` and [a link](https://example.org)\n\n```\nblock\n```\n> quoted");
        stage.say(ana, room, "answer", first.seq());
        stage.messages().react(ana.actor(), room, first.seq(), "👍", true);
        for (Screen screen : List.of(Screen.desktop(), Screen.desktop().dark(), Screen.phone())) {
            try (Visit visit = stage.visit(screen, ana)) {
                Page page = stage.open(visit, room + "?panel=members");
                page.waitForSelector(".member");
                assertClean(page);
                page.navigate(stage.server.uri() + "/rooms/" + room);
                page.waitForSelector("#m2");
                tool(page, 1, "more");
                page.waitForSelector(".message-menu");
                assertClean(page);
            }
        }
    }

    private static void assertClean(Page page) {
        page.waitForTimeout(400);
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml() + node.getFailureSummary())
                                        .toList())
                        .toList())
                .isEmpty();
    }

    private static void write(Page page, String text) {
        Locator field = page.locator(".composer textarea");
        field.fill(text);
        field.press("Enter");
    }
}
