package chat.salas.ui.chat;

import chat.salas.message.Message;
import chat.salas.message.Message.Reaction;
import chat.salas.message.MessageEvent.Reacted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A message's reactions after somebody added one or took it back. */
final class Reactions {
    private Reactions() {}

    static Message after(Message message, Reacted event, long viewer) {
        List<Reaction> reactions = new ArrayList<>(message.reactions());
        int at = indexOf(reactions, event.emoji());
        boolean mine = event.accountId() == viewer
                ? event.added()
                : at >= 0 && reactions.get(at).mine();
        Reaction now = new Reaction(event.emoji(), event.count(), mine);
        if (at < 0 && now.count() > 0) {
            reactions.add(now);
        } else if (at >= 0 && now.count() > 0) {
            reactions.set(at, now);
        } else if (at >= 0) {
            reactions.remove(at);
        }
        return with(message, List.copyOf(reactions));
    }

    /** Whether the viewer has reacted with this emoji. */
    static boolean mine(Message message, String emoji) {
        return find(message, emoji).map(Reaction::mine).orElse(false);
    }

    private static Optional<Reaction> find(Message message, String emoji) {
        return message.reactions().stream()
                .filter(each -> each.emoji().equals(emoji))
                .findFirst();
    }

    private static int indexOf(List<Reaction> reactions, String emoji) {
        return reactions.stream().map(Reaction::emoji).toList().indexOf(emoji);
    }

    private static Message with(Message message, List<Reaction> reactions) {
        return new Message(
                message.roomId(),
                message.room(),
                message.seq(),
                message.id(),
                message.author(),
                message.at(),
                message.text(),
                message.replyTo(),
                message.editedAt(),
                message.deletedBy(),
                reactions);
    }
}
