package chat.salas.ui.chat;

import chat.salas.kernel.Problem;
import chat.salas.message.Message;
import java.util.List;

/** What a {@link Conversation} wants to be seen. Called under the page's lock. */
interface Screen {
    /** The log changed. */
    void showLog();

    /** Brings the end of the log into view. */
    void showEnd();

    /** Brings a message of the window into view and marks it for a moment. */
    void reveal(long seq);

    /** Messages of others that came just now, to be read out. */
    void announce(List<Message> arrived);

    void showTyping(List<String> names);

    /** How many messages came while one looked elsewhere; 0 for none. */
    void showWaiting(int messages);

    /** Who is in the room, or as what, changed. */
    void showMembers();

    /** Who of the members is online changed. */
    void showPresence();

    /** The text could not be sent and goes back to where it was written. */
    void giveBack(String text, Problem why);

    /** Something else could not be done. */
    void refuse(Problem why);

    /** The room's settings changed, or what the viewer may do in it. */
    void showRoom();

    /** The viewer is in the room no more. */
    void leave(Farewell why);

    /** The viewer's session ended. */
    void signedOut();
}
