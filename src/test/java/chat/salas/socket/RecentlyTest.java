package chat.salas.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlyTest {
    private final Recently recently = new Recently();

    @Test
    void theSameTwiceIsNoNews() {
        assertThat(recently.isNews(7, true)).isTrue();
        assertThat(recently.isNews(7, true)).isFalse();
        assertThat(recently.isNews(7, false)).isTrue();
        assertThat(recently.isNews(8, false)).isTrue();
    }

    @Test
    void forgetsTheOldestRatherThanGrow() {
        for (long id = 0; id <= 256; id++) {
            recently.isNews(id, true);
        }
        assertThat(recently.isNews(256, true)).isFalse();
        assertThat(recently.isNews(0, true)).isTrue();
    }
}
