package chat.salas.socket;

import chat.salas.kernel.Problem;
import chat.salas.live.Typing.TypingStarted;
import chat.salas.message.Message;
import chat.salas.message.MessageEvent;
import chat.salas.message.Messages.Delivery.Joined;
import chat.salas.room.RoomEvents.MemberMuted;
import chat.salas.room.RoomEvents.MemberPresence;
import chat.salas.room.RoomEvents.RoleChanged;
import chat.salas.room.RoomEvents.RoomChanged;
import chat.salas.web.MessageBytes;
import chat.salas.web.MessageJson;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns what there is to say into bytes for the wire: each result is one whole unmasked text frame, header and all, so that it
 * can be written to any number of sockets and frames can be strung together.
 */
@Singleton
final class Frames {
    private static final byte FINAL_TEXT = (byte) 0x81;

    private final ObjectMapper mapper;

    Frames(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    byte[] of(FrameJson frame) {
        return framed(json(frame));
    }

    private static byte[] framed(byte[] json) {
        byte[] whole = open(json.length);
        System.arraycopy(json, 0, whole, whole.length - json.length, json.length);
        return whole;
    }

    byte[] message(Message message) {
        return typed("message", message);
    }

    byte[] edited(Message message) {
        return typed("message_edited", message);
    }

    byte[] ack(@Nullable String ref, Message stored) {
        return framed(MessageBytes.ack(ref, stored));
    }

    byte[] deleted(MessageEvent.Deleted event) {
        return of(
                new FrameJson.Deleted("message_deleted", event.room(), event.seq(), Long.toString(event.deletedBy())));
    }

    byte[] reacted(MessageEvent.Reacted event) {
        return of(new FrameJson.Reacted(
                "reaction",
                event.room(),
                event.seq(),
                event.emoji(),
                Long.toString(event.accountId()),
                event.added(),
                event.count()));
    }

    byte[] typing(String room, TypingStarted event) {
        return of(new FrameJson.Typing("typing", room, Long.toString(event.accountId()), event.displayName()));
    }

    byte[] presence(MemberPresence event) {
        return of(new FrameJson.Presence("presence", Long.toString(event.accountId()), event.online()));
    }

    byte[] removed(String room, boolean banned) {
        return of(new FrameJson.Removed("removed", room, banned));
    }

    byte[] muted(String room, MemberMuted event) {
        Instant until = event.until();
        return of(new FrameJson.MutedUntil("muted", room, until == null ? null : MessageJson.time(until)));
    }

    byte[] role(String room, RoleChanged event) {
        return of(new FrameJson.RoleIs("role", room, event.role()));
    }

    byte[] settings(RoomChanged event) {
        return of(FrameJson.Settings.of(event.room()));
    }

    byte[] cleared(String room, long upToSeq) {
        return of(new FrameJson.Shortened("history_cleared", room, upToSeq));
    }

    byte[] trimmed(String room, long upToSeq) {
        return of(new FrameJson.Shortened("history_trimmed", room, upToSeq));
    }

    byte[] deleted(String room) {
        return of(new FrameJson.RoomGone("room_deleted", room));
    }

    byte[] joined(@Nullable String ref, Joined joined) {
        return of(new FrameJson.Joined("joined", ref, joined.room(), joined.lastSeq(), joined.members()));
    }

    byte[] left(@Nullable String ref, String room) {
        return of(new FrameJson.Left("left", ref, room));
    }

    byte[] pong(@Nullable String ref) {
        return of(new FrameJson.Pong("pong", ref));
    }

    /** A join that ended by itself. */
    byte[] ended(String room, Problem why) {
        return of(FrameJson.Failed.of(null, room, why));
    }

    byte[] failed(@Nullable String ref, Problem problem) {
        return of(FrameJson.Failed.of(ref, null, problem));
    }

    /** Our own fault: nothing of it is told. */
    byte[] broken(@Nullable String ref) {
        return of(new FrameJson.Failed(
                "error", ref, null, 500, "Internal error", "Something went wrong", List.of(), null, null));
    }

    // The message's JSON is an object of at least one field: the type goes in behind its brace.
    private byte[] typed(String type, Message message) {
        byte[] json = MessageBytes.of(message);
        byte[] head = ("{\"type\":\"" + type + "\",").getBytes(StandardCharsets.US_ASCII);
        int length = head.length + json.length - 1;
        byte[] whole = open(length);
        System.arraycopy(head, 0, whole, whole.length - length, head.length);
        System.arraycopy(json, 1, whole, whole.length - json.length + 1, json.length - 1);
        return whole;
    }

    private byte[] json(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new IllegalStateException("A frame cannot be written: " + value.getClass(), e);
        }
    }

    /** Room for a payload of this length, with the header (RFC 6455, 5.2) in place. */
    private static byte[] open(int length) {
        int header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
        byte[] whole = new byte[header + length];
        whole[0] = FINAL_TEXT;
        whole[1] = (byte) (header == 2 ? length : header == 4 ? 126 : 127);
        for (int i = header - 1, rest = length; header > 2 && i >= 2; i--, rest >>>= 8) {
            whole[i] = (byte) rest;
        }
        return whole;
    }
}
