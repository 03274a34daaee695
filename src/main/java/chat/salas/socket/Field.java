package chat.salas.socket;

import com.fasterxml.jackson.core.JsonToken;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that a client's frames may have. */
enum Field {
    TYPE("type", JsonToken.VALUE_STRING),
    REF("ref", JsonToken.VALUE_STRING),
    ROOM("room", JsonToken.VALUE_STRING),
    AFTER("after", JsonToken.VALUE_NUMBER_INT),
    ID("id", JsonToken.VALUE_STRING),
    TEXT("text", JsonToken.VALUE_STRING),
    SEALED("sealed", JsonToken.START_OBJECT),
    REPLY_TO("replyTo", JsonToken.VALUE_NUMBER_INT),
    SEQ("seq", JsonToken.VALUE_NUMBER_INT);

    private static final Field[] ALL = values();

    final String wireName;
    final JsonToken kind;

    Field(String wireName, JsonToken kind) {
        this.wireName = wireName;
        this.kind = kind;
    }

    static @Nullable Field named(String name) {
        for (Field field : ALL) {
            if (field.wireName.equals(name)) {
                return field;
            }
        }
        return null;
    }

    /** What it must be, in words for the client. */
    String kindName() {
        return switch (kind) {
            case VALUE_STRING -> "string";
            case VALUE_NUMBER_INT -> "integer";
            default -> "object";
        };
    }

    /** The types of frames, and the fields that each has besides {@code type} and {@code ref}. */
    enum FrameType {
        JOIN(ROOM, AFTER),
        LEAVE(ROOM),
        SEND_MESSAGE(ROOM, ID, TEXT, SEALED, REPLY_TO),
        TYPING(ROOM),
        READ(ROOM, SEQ),
        PING();

        private static final Map<String, FrameType> BY_NAME = Map.of(
                "join",
                JOIN,
                "leave",
                LEAVE,
                "send_message",
                SEND_MESSAGE,
                "typing",
                TYPING,
                "read",
                READ,
                "ping",
                PING);

        private final Set<Field> own;

        FrameType(Field... own) {
            this.own = Set.of(own);
        }

        static @Nullable FrameType named(String name) {
            return BY_NAME.get(name);
        }

        boolean takes(Field field) {
            return field == TYPE || field == REF || own.contains(field);
        }
    }
}
