package chat.salas.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final AtomicInteger woken = new AtomicInteger();
    private final Mailbox<Integer> mailbox = new Mailbox<>(urgent -> woken.incrementAndGet());

    @Test
    void aBurstWakesThePageOnce() {
        for (int i = 0; i < 100; i++) {
            mailbox.offer(i, true);
        }
        assertThat(woken).hasValue(1);
        assertThat(mailbox.take().items()).hasSize(100).startsWith(0, 1, 2);
    }

    @Test
    void whatCanWaitWakesOnceAndSomethingUrgentOnceMore() {
        mailbox.offer(1, false);
        mailbox.offer(2, false);
        assertThat(woken).hasValue(1);
        mailbox.offer(3, true);
        mailbox.offer(4, true);
        mailbox.offer(5, false);
        assertThat(woken).hasValue(2);
        assertThat(mailbox.take().items()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void whatComesAfterTakingWakesAgain() {
        mailbox.offer(1, true);
        mailbox.take();
        mailbox.offer(2, true);
        assertThat(woken).hasValue(2);
        assertThat(mailbox.take().items()).containsExactly(2);
    }

    @Test
    void overflowIsToldOnceAndBounded() {
        for (int i = 0; i < Mailbox.MOST + 50; i++) {
            mailbox.offer(i, true);
        }
        var batch = mailbox.take();
        assertThat(batch.items()).hasSize(Mailbox.MOST);
        assertThat(batch.overflowed()).isTrue();
        assertThat(mailbox.take().overflowed()).isFalse();
    }

    @Test
    void whatCannotBeLoadedAgainIsKeptHoweverMuchWaits() {
        for (int i = 0; i < Mailbox.MOST + 50; i++) {
            mailbox.offer(i, true);
        }
        mailbox.keep(-1);
        assertThat(mailbox.take().items()).hasSize(Mailbox.MOST + 1).endsWith(-1);
    }

    @Test
    void nothingIsLostBetweenThreads() throws InterruptedException {
        List<Integer> taken = new ArrayList<>();
        List<Thread> writers = new ArrayList<>();
        for (int w = 0; w < 4; w++) {
            writers.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 100; i++) {
                    mailbox.offer(i, true);
                }
            }));
        }
        for (Thread writer : writers) {
            writer.join();
            taken.addAll(mailbox.take().items());
        }
        assertThat(taken).hasSize(400);
    }
}
