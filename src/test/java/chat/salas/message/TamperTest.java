package chat.salas.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.vault.CannotOpen;
import chat.salas.vault.KeyRing;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody who can write to the database, but has no key, cannot put words into anybody's mouth. */
@Timeout(60)
class TamperTest {
    private final Talk talk = Talk.open();
    private String other = "";

    @BeforeEach
    void talkABit() {
        talk.say(talk.ana, "one");
        talk.say(talk.rui, "two");
        talk.say(talk.ana, "three");
        talk.say(talk.ana, "draft of four");
        talk.messages().edit(talk.ana, talk.room, 4, "four");
        other = talk.room("Other");
        talk.messages().send(talk.ana, other, new Draft(null, "elsewhere", null));
    }

    @AfterEach
    void close() throws IOException {
        talk.close();
    }

    @Test
    void theBodiesOfNoTwoRowsCanBeSwapped() {
        for (int a = 1; a <= 4; a++) {
            for (int b = a + 1; b <= 4; b++) {
                swap(a, b, "body = ?, key_version = ?, revision = ?");
                assertUnreadable(a, b);
                swap(a, b, "body = ?, key_version = ?, revision = ?");
            }
        }
        assertThat(texts()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void wholeRowsCannotBeMovedToAnotherRoom() {
        talk.sql("UPDATE message SET room_id = ?, seq = 9 WHERE room_id <> ?", talk.roomId, talk.roomId);
        assertThat(texts()).containsExactly("one", "two", "three", "four", null);
    }

    @Test
    void authorTimeIdRevisionAndKeyCannotBeAltered() {
        for (String change : List.of(
                "author_id = " + talk.rui.id(),
                "created_at = created_at + 1",
                "client_id = randomblob(16)",
                "revision = revision + 1",
                "key_version = key_version + 1",
                "body = zeroblob(length(body))",
                "body = substr(body, 1, length(body) - 1)",
                "body = x'00'")) {
            talk.say(talk.ana, "victim");
            long last = talk.number("SELECT MAX(seq) FROM message WHERE room_id = ?", talk.roomId);
            assertThat(talk.sql("UPDATE message SET " + change + " WHERE room_id = ? AND seq = ?", talk.roomId, last))
                    .isEqualTo(1);
            Message read = talk.messages().get(talk.ana, talk.room, last);
            assertThat(read.unreadable()).as(change).isTrue();
        }
    }

    @Test
    void anOlderRevisionCannotBePutBack() {
        talk.say(talk.ana, "I agree");
        byte[] before = (byte[]) Objects.requireNonNull(
                talk.value("SELECT body FROM message WHERE room_id = ? AND seq = 5", talk.roomId));
        talk.messages().edit(talk.ana, talk.room, 5, "I do not agree");
        talk.sql("UPDATE message SET body = ? WHERE room_id = ? AND seq = 5", before, talk.roomId);
        assertUnreadable(5);
    }

    @Test
    void noBitOfABodyCanBeFlipped() {
        byte[] body = (byte[]) Objects.requireNonNull(
                talk.value("SELECT body FROM message WHERE room_id = ? AND seq = 1", talk.roomId));
        for (int bit = 0; bit < body.length * 8; bit++) {
            byte[] flipped = body.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            talk.sql("UPDATE message SET body = ? WHERE room_id = ? AND seq = 1", flipped, talk.roomId);
            assertUnreadable(1);
        }
        talk.sql("UPDATE message SET body = ? WHERE room_id = ? AND seq = 1", body, talk.roomId);
        assertThat(texts()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void aDamagedKeyIsAFaultAndNotARoomThatIsNotThere() {
        assertThat(talk.sql("UPDATE room_key SET wrapped = zeroblob(length(wrapped)) WHERE room_id = ?", talk.roomId))
                .isEqualTo(1);
        talk.bean(KeyRing.class).forget(talk.roomId);
        assertThatThrownBy(() -> talk.say(talk.ana, "five")).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> talk.messages().edit(talk.ana, talk.room, 1, "other words"))
                .isInstanceOf(CannotOpen.class);
        assertThat(texts()).hasSize(4).containsOnlyNulls();
    }

    @Test
    void aDamagedMessageFailsNoPageAndCanStillBeDeleted() {
        talk.sql("UPDATE message SET body = x'01' WHERE room_id = ? AND seq = 2", talk.roomId);
        assertThat(texts()).containsExactly("one", null, "three", "four");
        talk.messages().react(talk.ana, talk.room, 2, "👀", true);
        talk.messages().delete(talk.ana, talk.room, 2);
        Message gone = talk.messages().get(talk.ana, talk.room, 2);
        assertThat(gone.deleted()).isTrue();
        assertThat(gone.unreadable()).isFalse();
    }

    private List<@Nullable String> texts() {
        return talk.messages().history(talk.ana, talk.room, null, null, 50).messages().stream()
                .<@Nullable String>map(Message::text)
                .toList();
    }

    private void assertUnreadable(long... seqs) {
        for (long seq : seqs) {
            Message message = talk.messages().get(talk.ana, talk.room, seq);
            assertThat(message.text()).isNull();
            assertThat(message.unreadable()).isTrue();
        }
    }

    private void swap(int a, int b, String columns) {
        Object[] first = body(a);
        Object[] second = body(b);
        String sql = "UPDATE message SET " + columns + " WHERE room_id = ? AND seq = ?";
        talk.sql(sql, second[0], second[1], second[2], talk.roomId, a);
        talk.sql(sql, first[0], first[1], first[2], talk.roomId, b);
    }

    private Object[] body(int seq) {
        return List.of("body", "key_version", "revision").stream()
                .map(column -> Objects.requireNonNull(talk.value(
                        "SELECT " + column + " FROM message WHERE room_id = ? AND seq = ?", talk.roomId, seq)))
                .toArray();
    }
}
