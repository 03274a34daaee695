package chat.salas.ui.chat;

import chat.salas.message.Message;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with the messages of the log. Numbers come from the browser and may be of no message. */
interface MessageActions {
    /** The message if it is shown and stands, else null. */
    @Nullable
    Message find(long seq);

    boolean mayEdit(Message message);

    boolean mayDelete(Message message);

    void jump(long seq);

    void react(long seq, String emoji);

    void reply(long seq);

    void edit(long seq);

    void delete(long seq);

    void retry(UUID id);

    void discard(UUID id);

    /** The address of a message is in the clipboard. */
    void copied();

    /** Opens the search. */
    void search(long seq);

    void escape();
}
