package chat.salas.ui.chat;

import chat.salas.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Which messages stand together: of one author, of one day, and each within five minutes of the one before. */
record Grouping(ZoneId zone) {
    private static final Duration TOGETHER = Duration.ofMinutes(5);

    LocalDate day(Message message) {
        return message.at().atZone(zone).toLocalDate();
    }

    /** Whether the message shows its author again. */
    boolean startsGroup(@Nullable Message before, Message message) {
        return before == null || startsGroup(before, message.author().id(), message.at()) || message.replyTo() != null;
    }

    boolean startsGroup(Message before, long author, Instant at) {
        return before.author().id() != author
                || before.deleted()
                || Duration.between(before.at(), at).abs().compareTo(TOGETHER) > 0
                || !day(before).equals(at.atZone(zone).toLocalDate());
    }
}
