package chat.salas.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.message.Message;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
    private final Announcer announcer = new Announcer((key, any) -> key);

    @Test
    void theSameWordsSaidAgainAreReadAgain() {
        String first = read("yes");
        String second = read("yes");
        String third = read("yes");

        assertThat(first).isEqualTo("Person 2: yes");
        assertThat(second).isNotEqualTo(first);
        assertThat(third).isNotEqualTo(second);
        assertThat(List.of(second, third))
                .allSatisfy(heard -> assertThat(heard.replace('\u00a0', ' ')).isEqualToIgnoringWhitespace(first));
    }

    @Test
    void otherWordsAreReadAsTheyAre() {
        read("<yes>");
        assertThat(read("no")).isEqualTo("Person 2: no");
        assertThat(read("<yes>")).isEqualTo("Person 2: &lt;yes&gt;");
    }

    @Test
    void ofSeveralTheLastIsRead() {
        assertThat(read("one", "two")).isEqualTo("chat.arrived Person 2: two");
    }

    private String read(String... texts) {
        List<Message> arrived = Arrays.stream(texts)
                .map(text -> Lines.line(1, 2, text, Lines.NOON))
                .toList();
        announcer.read(arrived);
        return announcer.getElement().getProperty("innerHTML", "");
    }
}
