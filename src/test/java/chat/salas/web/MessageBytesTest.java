package chat.salas.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.message.Message;
import chat.salas.message.Message.Author;
import chat.salas.message.Message.Reaction;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is written by hand is what the serializer writes. */
final class MessageBytesTest {
    private static final Pattern PAIR = Pattern.compile("\\\\u(D[89AB]..)\\\\u(D[C-F]..)");

    private final ObjectMapper mapper = ObjectMapper.getDefault();

    @Property(tries = 500)
    void aMessageIsWhatTheSerializerMakesOfIt(@ForAll("messages") Message message) throws IOException {
        assertThat(text(MessageBytes.of(message)))
                .isEqualTo(withPairs(text(mapper.writeValueAsBytes(MessageJson.of(message)))));
    }

    @Property(tries = 50)
    void pagesAndLinesAreTheirMessages(@ForAll("pages") List<Message> messages, @ForAll boolean more) {
        String all = messages.stream().map(m -> text(MessageBytes.of(m))).collect(Collectors.joining(","));
        assertThat(text(MessageBytes.page(messages, more)))
                .isEqualTo("{\"messages\":[" + all + "],\"hasMore\":" + more + "}");
        assertThat(text(MessageBytes.lines(messages)))
                .isEqualTo(messages.stream()
                        .map(m -> text(MessageBytes.of(m)) + "\n")
                        .collect(Collectors.joining()));
    }

    @Example
    void everyCharacterOfTheFirst300IsAsTheSerializerWritesIt() throws IOException {
        StringBuilder all = new StringBuilder("\u2028\u2029\ufeff\ud83d\ude00\uffff");
        for (int c = 0; c < 300; c++) {
            all.append((char) c);
        }
        aMessageIsWhatTheSerializerMakesOfIt(message(all.toString(), null, Instant.EPOCH));
    }

    @Example
    void timesBeforeYearZeroAndAfterYear9999AreRightToo() throws IOException {
        for (String at : List.of("-0001-12-31T23:59:59.999Z", "0000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z")) {
            aMessageIsWhatTheSerializerMakesOfIt(message("x", Instant.parse(at), Instant.parse(at)));
        }
    }

    @Example
    void anAckHasTheRefOnlyWhenTheRequestHadOne() {
        Message stored = message("x", null, Instant.EPOCH);
        String rest = "\"room\":\"%s\",\"id\":\"%s\",\"seq\":%d,\"at\":\"1970-01-01T00:00:00.000Z\"}"
                .formatted(stored.room(), stored.id(), stored.seq());
        assertThat(text(MessageBytes.ack("a\"b", stored))).isEqualTo("{\"type\":\"ack\",\"ref\":\"a\\\"b\"," + rest);
        assertThat(text(MessageBytes.ack(null, stored))).isEqualTo("{\"type\":\"ack\"," + rest);
    }

    @Example
    void halfAPairIsAQuestionMarkAndNeverBreaksThePage() {
        assertThat(text(MessageBytes.of(message("a\ud83db", null, Instant.EPOCH))))
                .contains("\"text\":\"a?b\"");
    }

    private static Message message(String text, @Nullable Instant edited, Instant at) {
        UUID id = new UUID(1, 2);
        return new Message(1, "ops", 1, id, new Author(7, text), at, text, null, edited, null, List.of());
    }

    /** The serializer spells out both halves of what lies beyond the first 65,536 characters; the meaning is the same. */
    private static String withPairs(String json) {
        return PAIR.matcher(json)
                .replaceAll(pair ->
                        "" + (char) Integer.parseInt(pair.group(1), 16) + (char) Integer.parseInt(pair.group(2), 16));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<List<Message>> pages() {
        return messages().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<Message> messages() {
        Arbitrary<String> words = Arbitraries.strings()
                .withCharRange('\0', '\ud7ff')
                .ofMaxLength(40)
                .map(s -> s + "\ud83d\ude80");
        Arbitrary<Long> numbers = Arbitraries.longs().greaterOrEqual(0);
        Arbitrary<Instant> times =
                Arbitraries.longs().between(0, 253_402_300_799_999L).map(Instant::ofEpochMilli);
        Arbitrary<UUID> ids =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
        Arbitrary<List<Reaction>> reactions = Combinators.combine(
                        words, Arbitraries.integers().greaterOrEqual(1), Arbitraries.of(true, false))
                .as(Reaction::new)
                .list()
                .ofMaxSize(3);
        Arbitrary<Author> authors = Combinators.combine(numbers, words).as(Author::new);
        return Combinators.combine(
                        numbers,
                        ids,
                        authors,
                        times,
                        words.injectNull(0.2),
                        numbers.injectNull(0.5),
                        reactions,
                        Combinators.combine(times.injectNull(0.5), numbers.injectNull(0.7))
                                .as(Fate::new))
                .as((seq, id, author, at, text, reply, reacted, fate) -> new Message(
                        1, "the-room", seq, id, author, at, text, reply, fate.edited(), fate.deletedBy(), reacted));
    }

    private record Fate(@Nullable Instant edited, @Nullable Long deletedBy) {}
}
