package chat.salas.message;

import chat.salas.live.RoomEvent;
import java.util.List;
import java.util.Set;

/** What happened to the messages of a room, published in the order in which it was committed. */
public sealed interface MessageEvent extends RoomEvent {
    /** The room's slug. */
    String room();

    /** The number of the message that it is about. */
    long seq();

    /** A new message is on disk. */
    record Posted(Message message) implements MessageEvent {
        @Override
        public long roomId() {
            return message.roomId();
        }

        @Override
        public String room() {
            return message.room();
        }

        @Override
        public long seq() {
            return message.seq();
        }
    }

    /**
     * A message has other words. Its reactions are as a stranger sees them; {@code reactors} tells whose are mine.
     */
    record Edited(Message message, Set<Reactor> reactors) implements MessageEvent {
        @Override
        public long roomId() {
            return message.roomId();
        }

        @Override
        public String room() {
            return message.room();
        }

        @Override
        public long seq() {
            return message.seq();
        }

        /** The message as this account sees it. */
        public Message seenBy(long accountId) {
            List<Message.Reaction> seen = message.reactions().stream()
                    .map(r -> new Message.Reaction(
                            r.emoji(), r.count(), reactors.contains(new Reactor(r.emoji(), accountId))))
                    .toList();
            return message.withReactions(seen);
        }
    }

    /** Who reacted with what. */
    record Reactor(String emoji, long accountId) {}

    /** A message's content was erased; its number stays. */
    record Deleted(long roomId, String room, long seq, long deletedBy) implements MessageEvent {}

    /** Somebody reacted or took it back; {@code count} is how many have this emoji now. */
    record Reacted(long roomId, String room, long seq, String emoji, long accountId, boolean added, int count)
            implements MessageEvent {}
}
