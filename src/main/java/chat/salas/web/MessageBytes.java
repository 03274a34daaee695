package chat.salas.web;

import chat.salas.message.Message;
import chat.salas.message.Message.Reaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link MessageJson} as bytes, written by hand: the same as what the serializer makes of it (but that emoji are not spelled
 * out in escapes), without its dozens of objects a message, on which pages of history, frames and exports spent most.
 */
public final class MessageBytes {
    private static final int USUAL = 512;
    private static final int FIRST_YEAR = 0;
    private static final int LAST_YEAR = 9_999;

    private static final byte[] ROOM = ascii("{\"room\":");
    private static final byte[] SEQ = ascii(",\"seq\":");
    private static final byte[] ID = ascii(",\"id\":\"");
    private static final byte[] AUTHOR = ascii("\",\"author\":{\"id\":\"");
    private static final byte[] NAME = ascii("\",\"displayName\":");
    private static final byte[] AT = ascii("},\"at\":");
    private static final byte[] TEXT = ascii(",\"text\":");
    private static final byte[] REPLY = ascii(",\"sealed\":null,\"attachments\":[],\"replyTo\":");
    private static final byte[] EDITED = ascii(",\"editedAt\":");
    private static final byte[] DELETED = ascii(",\"deleted\":");
    private static final byte[] UNREADABLE = ascii(",\"unreadable\":");
    private static final byte[] REACTIONS = ascii(",\"reactions\":[");
    private static final byte[] EMOJI = ascii("{\"emoji\":");
    private static final byte[] COUNT = ascii(",\"count\":");
    private static final byte[] MINE = ascii(",\"mine\":");
    private static final byte[] ACK = ascii("{\"type\":\"ack\"");
    private static final byte[] REF = ascii(",\"ref\":");
    private static final byte[] IN = ascii(",\"room\":");
    private static final byte[] WHEN = ascii(",\"at\":");
    private static final byte[] MESSAGES = ascii("{\"messages\":[");
    private static final byte[] MORE = ascii("],\"hasMore\":");
    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");

    private MessageBytes() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** One message, an object. */
    public static byte[] of(Message message) {
        JsonBytes json = new JsonBytes(USUAL);
        message(json, message);
        return json.toArray();
    }

    /** Messages, one a line, each line with its end. */
    public static byte[] lines(List<Message> messages) {
        JsonBytes json = new JsonBytes(USUAL * (messages.size() + 1));
        for (Message message : messages) {
            message(json, message);
            json.raw('\n');
        }
        return json.toArray();
    }

    /** {@code {"messages":[…],"hasMore":…}}. */
    public static byte[] page(List<Message> messages, boolean hasMore) {
        JsonBytes json = new JsonBytes(USUAL * (messages.size() + 1)).raw(MESSAGES);
        for (int i = 0; i < messages.size(); i++) {
            comma(json, i);
            message(json, messages.get(i));
        }
        return truth(json.raw(MORE), hasMore).raw('}').toArray();
    }

    /** What its sender is told once it is stored. @param ref the request's, left out when it had none */
    public static byte[] ack(@Nullable String ref, Message stored) {
        JsonBytes json = new JsonBytes(USUAL).raw(ACK);
        if (ref != null) {
            json.raw(REF).text(ref);
        }
        json.raw(IN).text(stored.room()).raw(ID).raw(ascii(stored.id().toString()));
        json.raw('"').raw(SEQ).number(stored.seq());
        time(json.raw(WHEN), stored.at());
        return json.raw('}').toArray();
    }

    private static void message(JsonBytes json, Message message) {
        json.raw(ROOM).text(message.room()).raw(SEQ).number(message.seq());
        json.raw(ID).raw(ascii(message.id().toString()));
        json.raw(AUTHOR).number(message.author().id());
        json.raw(NAME).text(message.author().displayName());
        time(json.raw(AT), message.at());
        text(json.raw(TEXT), message.text());
        number(json.raw(REPLY), message.replyTo());
        time(json.raw(EDITED), message.editedAt());
        truth(json.raw(DELETED), message.deleted());
        truth(json.raw(UNREADABLE), message.unreadable());
        reactions(json.raw(REACTIONS), message.reactions());
        json.raw(']').raw('}');
    }

    private static void reactions(JsonBytes json, List<Reaction> reactions) {
        for (int i = 0; i < reactions.size(); i++) {
            Reaction reaction = reactions.get(i);
            comma(json, i);
            json.raw(EMOJI).text(reaction.emoji()).raw(COUNT).number(reaction.count());
            truth(json.raw(MINE), reaction.mine()).raw('}');
        }
    }

    private static void comma(JsonBytes json, int index) {
        if (index > 0) {
            json.raw(',');
        }
    }

    private static void text(JsonBytes json, @Nullable String text) {
        if (text == null) {
            json.raw(NULL);
        } else {
            json.text(text);
        }
    }

    private static void number(JsonBytes json, @Nullable Long number) {
        if (number == null) {
            json.raw(NULL);
        } else {
            json.number(number);
        }
    }

    private static JsonBytes truth(JsonBytes json, boolean truth) {
        return json.raw(truth ? TRUE : FALSE);
    }

    private static void time(JsonBytes json, @Nullable Instant at) {
        if (at == null) {
            json.raw(NULL);
            return;
        }
        LocalDateTime utc = LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC);
        if (utc.getYear() < FIRST_YEAR || utc.getYear() > LAST_YEAR) {
            json.text(MessageJson.time(at));
            return;
        }
        json.raw('"').digits(utc.getYear(), 4).raw('-').digits(utc.getMonthValue(), 2);
        json.raw('-').digits(utc.getDayOfMonth(), 2).raw('T').digits(utc.getHour(), 2);
        json.raw(':').digits(utc.getMinute(), 2).raw(':').digits(utc.getSecond(), 2);
        json.raw('.').digits(utc.getNano() / 1_000_000, 3).raw('Z').raw('"');
    }
}
