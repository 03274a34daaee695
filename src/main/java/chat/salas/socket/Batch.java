package chat.salas.socket;

import chat.salas.live.RoomEvent;
import chat.salas.live.Typing.TypingStarted;
import chat.salas.message.MessageEvent.Deleted;
import chat.salas.message.MessageEvent.Edited;
import chat.salas.message.MessageEvent.Posted;
import chat.salas.message.MessageEvent.Reacted;
import chat.salas.room.RoomEvents.HistoryCleared;
import chat.salas.room.RoomEvents.HistoryTrimmed;
import chat.salas.room.RoomEvents.MemberLeft;
import chat.salas.room.RoomEvents.MemberMuted;
import chat.salas.room.RoomEvents.MemberPresence;
import chat.salas.room.RoomEvents.RoleChanged;
import chat.salas.room.RoomEvents.RoomChanged;
import chat.salas.room.RoomEvents.RoomDeleted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a room, as frames. Encoded once, by whichever event loop needs it first; what all recipients see alike is
 * strung together into few pieces, so that a socket gets a burst in one write.
 */
final class Batch {
    private static final int PIECE = 64 << 10;

    private final List<? extends RoomEvent> events;
    private final String room;
    private final Frames frames;
    private @Nullable List<Part> parts;

    /** A part of a batch, in order. */
    sealed interface Part {}

    /** Frames that everybody gets as they are, up to the last posted seq in them (0: none). */
    record ForAll(byte[] bytes, long lastSeq) implements Part {}

    /** An event that is not told to everybody, or not to everybody alike. */
    record ForSome(RoomEvent event, byte[] bytes) implements Part {}

    Batch(List<? extends RoomEvent> events, String room, Frames frames) {
        this.events = events;
        this.room = room;
        this.frames = frames;
    }

    boolean isOf(List<? extends RoomEvent> others) {
        return events == others;
    }

    /** The same objects for everybody. */
    synchronized List<Part> parts() {
        if (parts == null) {
            parts = new Encoding().parts();
        }
        return parts;
    }

    private final class Encoding {
        private final List<Part> done = new ArrayList<>(1);
        private final Piece piece = new Piece();

        List<Part> parts() {
            events.forEach(this::add);
            cut();
            return List.copyOf(done);
        }

        private void add(RoomEvent event) {
            switch (event) {
                case Posted posted ->
                    forAll(frames.message(posted.message()), posted.message().seq());
                case Deleted deleted -> forAll(frames.deleted(deleted), 0);
                case Reacted reacted -> forAll(frames.reacted(reacted), 0);
                case Edited edited when edited.reactors().isEmpty() -> forAll(frames.edited(edited.message()), 0);
                case Edited edited -> forSome(edited, frames.edited(edited.message()));
                case TypingStarted typing -> forSome(typing, frames.typing(room, typing));
                case MemberPresence presence -> forSome(presence, frames.presence(presence));
                case MemberLeft left -> forSome(left, frames.removed(room, left.banned()));
                case MemberMuted muted -> forSome(muted, frames.muted(room, muted));
                case RoleChanged changed -> forSome(changed, frames.role(room, changed));
                case RoomChanged changed -> forAll(frames.settings(changed), 0);
                case HistoryCleared cleared -> forAll(frames.cleared(room, cleared.upToSeq()), 0);
                case HistoryTrimmed trimmed -> forAll(frames.trimmed(room, trimmed.upToSeq()), 0);
                case RoomDeleted gone -> forSome(gone, frames.deleted(room));
                default -> {}
            }
        }

        private void forAll(byte[] frame, long seq) {
            if (piece.size() + frame.length > PIECE) {
                cut();
            }
            piece.writeBytes(frame);
            piece.lastSeq = Math.max(piece.lastSeq, seq);
        }

        private void forSome(RoomEvent event, byte[] frame) {
            cut();
            done.add(new ForSome(event, frame));
        }

        private void cut() {
            if (piece.size() > 0) {
                done.add(new ForAll(piece.toByteArray(), piece.lastSeq));
                piece.reset();
                piece.lastSeq = 0;
            }
        }
    }

    private static final class Piece extends java.io.ByteArrayOutputStream {
        private long lastSeq;
    }
}
