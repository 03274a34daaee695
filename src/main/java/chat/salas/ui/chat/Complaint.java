package chat.salas.ui.chat;

import chat.salas.kernel.Problem;
import chat.salas.ui.ProblemText;

/** What a failure in the chat is called, in the page's language. */
final class Complaint {
    private Complaint() {}

    static String of(Words words, Problem problem) {
        return switch (problem) {
            case Outbox.Full _ -> words.say("chat.outbox.full");
            case Sending.NotStored _ -> words.say("chat.notStored");
            default -> ProblemText.of(problem);
        };
    }
}
