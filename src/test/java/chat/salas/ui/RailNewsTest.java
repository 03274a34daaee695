package chat.salas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.ui.RailNews.Moved;
import org.junit.jupiter.api.Test;

final class RailNewsTest {
    private final RailNews news = new RailNews();

    @Test
    void onlyTheFirstNewsCallsForSomebodyToFetchThem() {
        assertThat(news.moved(1, new Moved(5, 0))).isTrue();
        assertThat(news.moved(1, new Moved(6, 0))).isFalse();
        assertThat(news.roomsChanged()).isFalse();

        news.take();

        assertThat(news.moved(1, new Moved(7, 0))).isTrue();
    }

    @Test
    void aBurstLeavesOneEntryForEachRoomWithTheHighestNumbers() {
        for (long seq = 1; seq <= 10_000; seq++) {
            news.moved(seq % 3, new Moved(seq, 0));
        }
        news.moved(1, new Moved(0, 9_000));
        news.moved(1, new Moved(0, 8_000));

        RailNews.Batch batch = news.take();

        assertThat(batch.moved()).hasSize(3).containsEntry(1L, new Moved(10_000, 9_000));
        assertThat(batch.roomsChanged()).isFalse();
    }

    @Test
    void whatWasTakenIsNotToldAgain() {
        news.noticed();
        news.roomsChanged();
        assertThat(news.take().noticed()).isTrue();

        RailNews.Batch second = news.take();

        assertThat(second.noticed()).isFalse();
        assertThat(second.roomsChanged()).isFalse();
        assertThat(second.moved()).isEmpty();
    }
}
