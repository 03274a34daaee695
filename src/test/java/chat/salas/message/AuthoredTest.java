package chat.salas.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much is whose is counted along with what is written, never anew. */
@Timeout(60)
class AuthoredTest {
    private final Talk talk = Talk.open();
    private final Messages messages = talk.messages();

    @AfterEach
    void close() throws IOException {
        talk.close();
    }

    /** What a count of all messages gives, which the counters must always equal. */
    private void countersAreTrue() {
        String difference = """
                SELECT count(*) FROM (
                    SELECT room_id, account_id, messages, bytes FROM authored
                    EXCEPT SELECT room_id, author_id, count(*), sum(length(body)) FROM message
                        WHERE body IS NOT NULL GROUP BY room_id, author_id)""";
        assertThat(talk.number(difference)).isZero();
        assertThat(talk.number("SELECT sum(messages) FROM authored"))
                .isEqualTo(talk.number("SELECT count(body) FROM message"));
    }

    @Test
    void sendingEditingAndErasingAreCounted() {
        for (int i = 0; i < 20; i++) {
            talk.say(i % 3 == 0 ? talk.rui : talk.ana, "x".repeat(i + 1));
        }
        assertThat(talk.number("SELECT sum(messages) FROM authored")).isEqualTo(20);
        countersAreTrue();
        messages.edit(talk.rui, talk.room, 1, "many more words than before");
        messages.edit(talk.ana, talk.room, 20, "fewer");
        countersAreTrue();
        messages.delete(talk.ana, talk.room, 4);
        messages.delete(talk.ana, talk.room, 4);
        assertThat(talk.number("SELECT sum(messages) FROM authored")).isEqualTo(19);
        countersAreTrue();
    }

    @Test
    void aRepeatedMessageCountsOnce() {
        Draft draft = new Draft(java.util.UUID.randomUUID(), "once", null);
        messages.send(talk.ana, talk.room, draft);
        messages.send(talk.ana, talk.room, draft);
        assertThat(talk.number("SELECT sum(messages) FROM authored")).isEqualTo(1);
        countersAreTrue();
    }
}
