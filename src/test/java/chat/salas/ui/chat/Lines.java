package chat.salas.ui.chat;

import chat.salas.message.HistoryPage;
import chat.salas.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/** Messages for tests. */
final class Lines {
    static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private Lines() {}

    static Message line(long seq) {
        return line(seq, 2, "text " + seq, NOON.plusSeconds(seq));
    }

    static Message line(long seq, long author, String text, Instant at) {
        String name = author == 1 ? "Me Myself" : "Person " + author;
        return new Message(
                9,
                "ops",
                seq,
                UUID.randomUUID(),
                new Message.Author(author, name),
                at,
                text,
                null,
                null,
                null,
                List.of());
    }

    static HistoryPage page(long from, long to, boolean more) {
        return new HistoryPage(
                LongStream.rangeClosed(from, to).mapToObj(Lines::line).toList(), more);
    }
}
