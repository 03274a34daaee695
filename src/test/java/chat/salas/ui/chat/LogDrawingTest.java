package chat.salas.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.message.HistoryPage;
import chat.salas.message.Message;
import chat.salas.message.MessageEvent;
import chat.salas.testing.LogDom;
import chat.salas.ui.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogDrawingTest {
    private static final Words WORDS = (key, any) -> key;

    private final MessageHtml html = new MessageHtml(WORDS, new Moments(Locale.US, ZoneOffset.UTC), 1);
    private final Window window = new Window();
    private final LogDom dom = new LogDom(html.frame());
    private final LogDrawing drawing = drawing();
    private Instant now = Lines.NOON.plusSeconds(10_000);
    private long line;

    private LogDrawing drawing() {
        return new LogDrawing(
                html, new Grouping(ZoneOffset.UTC), new DayNames(WORDS, () -> now, Locale.US, ZoneOffset.UTC));
    }

    private LogPatches draw() {
        LogPatches patches = patches(drawing);
        patches.callOn(dom::call);
        return patches;
    }

    private LogPatches patches(LogDrawing to) {
        LogPatches patches = new LogPatches();
        to.draw(window, line, message -> message.replyTo() == null ? null : quote(message.replyTo()), patches);
        return patches;
    }

    private @Nullable Quote quote(long seq) {
        return window.find(seq).map(Quote::of).orElse(null);
    }

    private String fresh() {
        LogDom anew = new LogDom(html.frame());
        patches(drawing()).callOn(anew::call);
        return anew.html();
    }

    private List<String> calls(LogPatches patches) {
        List<String> calls = new ArrayList<>();
        patches.callOn((function, arguments) -> calls.add(function));
        return calls;
    }

    @Test
    void aPageOfMessagesIsDrawnAtOnce() {
        window.reset(days(1, 50), true, false);
        assertThat(calls(draw())).containsExactly("children.outbox.insertAdjacentHTML");
        assertThat(dom.all("section > h2").eachText())
                .containsExactly("Tuesday, March 3, 2026", "chat.yesterday", "chat.today");
        assertThat(dom.seqs()).hasSize(50).isSorted();
        assertThat(calls(draw())).isEmpty();
    }

    @Test
    void severalNewMessagesAreOneCallThatTouchesNoOther() {
        window.reset(Lines.page(1, 50, true), true, false);
        draw();
        Element fifth = dom.message(5);
        window.post(Lines.line(51));
        window.post(Lines.line(52));
        assertThat(calls(draw())).containsExactly("children.d20517.lastChild.insertAdjacentHTML");
        assertThat(dom.message(5)).isSameAs(fifth);
        assertThat(dom.seqs()).endsWith(50L, 51L, 52L);
    }

    @Test
    void anEditedMessageIsFilledAnewInItsPlace() {
        window.reset(Lines.page(1, 50, true), true, false);
        draw();
        window.change(20, was -> Lines.line(20, 2, "other words", was.at()));
        assertThat(calls(draw()))
                .containsExactly(
                        "children.d20517.lastChild.children.i20.replaceChildren",
                        "children.d20517.lastChild.children.i20.insertAdjacentHTML");
        assertThat(dom.message(20).text()).contains("other words");
        assertThat(dom.html()).isEqualTo(fresh());
    }

    @Test
    void olderMessagesComeInAboveInOneCallForEachPlace() {
        window.reset(days(26, 50), true, false);
        draw();
        window.older(days(1, 25));
        assertThat(calls(draw()))
                .filteredOn(call -> call.endsWith("insertAdjacentHTML"))
                .containsOnlyOnce("children.d20516.insertAdjacentHTML")
                .contains("children.d20516.lastChild.children.i26.insertAdjacentHTML")
                .hasSizeLessThan(5);
        assertThat(dom.html()).isEqualTo(fresh());
    }

    @Test
    void aDayWithoutMessagesGoesWithItsHeading() {
        window.reset(days(1, 50), true, false);
        draw();
        window.forget(20);
        assertThat(calls(draw()))
                .contains("children.d20515.remove")
                .doesNotContain("children.d20515.lastChild.children.i1.remove");
        assertThat(dom.all("section")).hasSize(2);
        assertThat(dom.html()).isEqualTo(fresh());
    }

    @Test
    void afterMidnightTheHeadingsSayYesterday() {
        window.reset(days(1, 50), true, false);
        draw();
        now = now.plus(Duration.ofDays(1));
        draw();
        assertThat(dom.all("section > h2").eachText()).endsWith("chat.yesterday");
        assertThat(dom.html()).isEqualTo(fresh());
    }

    @Test
    void aMessageOfAnEarlierDayGoesIntoThatDaysSection() {
        window.reset(days(1, 50), true, false);
        draw();
        window.post(Lines.line(51, 2, "the clock was set back", day(25).at()));
        draw();
        assertThat(dom.all("section:has(#i51) > h2").eachText()).containsExactly("chat.yesterday");
        assertThat(dom.html()).isEqualTo(fresh());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whateverHappensTheLogIsWhatAFreshPageShows(int seed) {
        Random random = new Random(seed);
        window.reset(days(401, 450), true, false);
        int changed = 0;
        for (int step = 0; step < 100; step++) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                happen(random);
            }
            changed += draw().isEmpty() ? 0 : 1;
            assertThat(dom.html()).as("seed %d, step %d", seed, step).isEqualTo(fresh());
        }
        assertThat(changed).isGreaterThan(60);
    }

    private void happen(Random random) {
        long first = window.first();
        long last = window.last();
        long any = first + random.nextLong(Math.max(1, last - first + 1));
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> window.post(day(last + 1));
            case 4 -> window.post(answer(last + 1, any));
            case 5 ->
                window.change(any, was -> Lines.line(any, was.author().id(), "edited " + random.nextInt(), was.at()));
            case 6 -> window.change(any, LogDrawingTest::deleted);
            case 7 -> window.change(any, was -> Reactions.after(was, reacted(any), 1));
            case 8 -> window.older(days(Math.max(1, first - 50), first - 1));
            case 9 -> window.newer(days(last + 1, last + 20));
            case 10 -> line = random.nextBoolean() ? any : 0;
            case 11 -> window.forget(first + random.nextInt(30));
            case 12 -> now = now.plus(Duration.ofHours(random.nextInt(20)));
            default -> jump(random, last);
        }
    }

    private void jump(Random random, long last) {
        if (random.nextInt(5) == 0) {
            long to = 1 + random.nextLong(last + 100);
            window.reset(days(to, to + 49), true, random.nextBoolean());
        } else {
            window.keepNewest(20 + random.nextInt(50));
        }
    }

    private static HistoryPage days(long from, long to) {
        List<Message> messages = new ArrayList<>();
        for (long seq = from; seq <= to; seq++) {
            messages.add(day(seq));
        }
        return new HistoryPage(messages, true);
    }

    /** Twenty messages a day; the last of the first fifty came today. */
    private static Message day(long seq) {
        Instant at = Lines.NOON
                .minus(Duration.ofDays(2))
                .plus(Duration.ofDays((seq - 1) / 20))
                .plusSeconds(seq * 70 % 5_000);
        return Lines.line(seq, 2 + seq / 3 % 2, "text " + seq, at);
    }

    private static Message answer(long seq, long to) {
        Message said = day(seq);
        return new Message(
                said.roomId(),
                said.room(),
                seq,
                said.id(),
                said.author(),
                said.at(),
                "answer",
                to,
                null,
                null,
                List.of());
    }

    private static Message deleted(Message was) {
        return Window.erased(was, new MessageEvent.Deleted(was.roomId(), was.room(), was.seq(), 2));
    }

    private static MessageEvent.Reacted reacted(long seq) {
        return new MessageEvent.Reacted(9, "ops", seq, "👍", 3, true, 1);
    }
}
