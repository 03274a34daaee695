package chat.salas.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.message.HistoryPage;
import chat.salas.message.Message;
import chat.salas.message.MessageEvent.Deleted;
import chat.salas.message.MessageEvent.Reacted;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WindowTest {
    private final Window window = new Window();

    @BeforeEach
    void newest() {
        window.reset(Lines.page(951, 1000, true), true, false);
    }

    @Test
    void liveMessagesComeInAtTheEndOnce() {
        Message next = Lines.line(1001);
        assertThat(window.post(next)).isTrue();
        assertThat(window.post(next)).isFalse();
        assertThat(window.last()).isEqualTo(1001);
    }

    @Test
    void messagesThatArriveOutOfOrderAreShownInOrder() {
        window.post(Lines.line(1002));
        window.post(Lines.line(1001));
        assertThat(seqs()).endsWith(1000L, 1001L, 1002L);
    }

    @Test
    void neverHoldsMoreThanItsBound() {
        for (long seq = 1001; seq < 2000; seq++) {
            window.post(Lines.line(seq));
        }
        assertThat(window.messages()).hasSize(Window.MOST);
        assertThat(window.olderExist()).isTrue();
        assertThat(window.last()).isEqualTo(1999);
    }

    @Test
    void longTextsFillItSooner() {
        String book = "x".repeat(8_000);
        for (long seq = 1001; seq < 1200; seq++) {
            window.post(Lines.line(seq, 2, book, Lines.NOON));
        }
        assertThat(window.messages()).hasSize(Window.MOST_TEXT / 8_000);
    }

    @Test
    void olderMessagesPushOutTheNewestAndTheLiveStreamIsNotFollowed() {
        for (long first = 951; first > 751; first -= 50) {
            window.older(Lines.page(first - 50, first - 1, true));
        }
        assertThat(window.first()).isEqualTo(751);
        assertThat(window.messages()).hasSize(Window.MOST);
        assertThat(window.newerExist()).isTrue();
        assertThat(window.post(Lines.line(1001))).isFalse();
        assertThat(window.last()).isEqualTo(900);
    }

    @Test
    void comesBackToTheEndPageByPage() {
        olderMessagesPushOutTheNewestAndTheLiveStreamIsNotFollowed();
        window.newer(Lines.page(901, 950, true));
        window.newer(Lines.page(951, 1000, false));
        assertThat(window.newerExist()).isFalse();
        assertThat(seqs()).hasSize(Window.MOST).startsWith(851L).endsWith(1000L);
        assertThat(window.post(Lines.line(1001))).isTrue();
    }

    @Test
    void theBeginningIsReachedWhenNoMoreAreBefore() {
        window.older(new HistoryPage(List.of(), false));
        assertThat(window.olderExist()).isFalse();
    }

    @Test
    void deletingErasesTextReactionsAndQuote() {
        window.change(990, was -> Window.erased(was, new Deleted(9, "ops", 990, 7)));
        Message gone = window.find(990).orElseThrow();
        assertThat(gone.text()).isNull();
        assertThat(gone.deletedBy()).isEqualTo(7);
        assertThat(gone.author().id()).isEqualTo(2);
    }

    @Test
    void reactionsAreCountedAndKnowWhetherTheyAreMine() {
        react("👍", 1, true, 1);
        react("👍", 2, true, 2);
        assertThat(reactions()).containsExactly(new Message.Reaction("👍", 2, true));
        react("👍", 1, false, 1);
        assertThat(reactions()).containsExactly(new Message.Reaction("👍", 1, false));
        react("👍", 2, false, 0);
        assertThat(reactions()).isEmpty();
    }

    @Test
    void findsTheLastOwnMessageThatStands() {
        window.post(Lines.line(1001, 1, "first", Lines.NOON));
        window.post(Lines.line(1002, 1, "second", Lines.NOON));
        window.change(1002, was -> Window.erased(was, new Deleted(9, "ops", 1002, 1)));
        assertThat(window.lastOf(1)).map(Message::seq).contains(1001L);
        assertThat(window.lastOf(99)).isEmpty();
    }

    private void react(String emoji, long account, boolean added, int count) {
        Reacted event = new Reacted(9, "ops", 960, emoji, account, added, count);
        window.change(960, was -> Reactions.after(was, event, 1));
    }

    private List<Message.Reaction> reactions() {
        return window.find(960).orElseThrow().reactions();
    }

    private List<Long> seqs() {
        return window.messages().stream().map(Message::seq).toList();
    }
}
