package chat.salas.ui.chat;

import chat.salas.kernel.Problem;
import chat.salas.live.AccountEvent;
import chat.salas.live.RoomEvent;
import chat.salas.message.Message;
import java.util.List;
import java.util.UUID;

/** What comes to a page from outside, in its mailbox. */
sealed interface News {
    /** The live stream stands; the room's newest message has this number. */
    record Joined(long lastSeq) implements News {}

    /** Messages between the page's and the live stream. */
    record Missed(List<Message> messages) implements News {}

    /** The live stream ended for this reason. */
    record Ended(Problem why) implements News {}

    record Happened(RoomEvent event) implements News {}

    record Mine(AccountEvent event) implements News {}

    /** An own message is on disk. */
    record Sent(UUID id, Message message) implements News {}

    record NotSent(UUID id, Problem problem) implements News {}

    /** An edit was refused: the words go back to where they were written, as the message may be gone. */
    record NotEdited(String text, Problem problem) implements News {}

    /** A deletion, a reaction or a sign of typing was refused. */
    record NotDone(Problem problem) implements News {}
}
