package chat.salas.socket;

import chat.salas.kernel.Problem.Malformed;
import chat.salas.socket.Field.FrameType;
import chat.salas.web.DraftJson;
import chat.salas.web.SealedJson;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one frame. Strict: every field must be known for its type, of the right kind and given once, so that a client's typing
 * error is told instead of ignored. Depth, names and numbers are bounded here, the text by the frame's size.
 */
final class RequestParser {
    private static final String NOT_AN_OBJECT = "A frame must be one JSON object";
    private static final int MAX_REF = 64;
    private static final int MAX_ROOM = 160;
    private static final int MAX_ECHO = 40;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNameLength(64)
                    .maxNumberLength(20)
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final Map<Field, Object> fields = new EnumMap<>(Field.class);
    private @Nullable Malformed first;

    private RequestParser() {}

    /** Never throws: what is wrong with the frame is the answer. */
    static Request parse(String frame) {
        return new RequestParser().read(frame);
    }

    private Request read(String frame) {
        try (JsonParser json = JSON.createParser(frame)) {
            readObject(json);
        } catch (IOException notJson) {
            complain(new Malformed(NOT_AN_OBJECT));
        }
        try {
            return first == null ? request() : new Request.Unreadable(ref(), first);
        } catch (Malformed malformed) {
            return new Request.Unreadable(ref(), malformed);
        }
    }

    private void readObject(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            complain(new Malformed(NOT_AN_OBJECT));
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            readField(json.currentName(), json);
        }
        if (json.nextToken() != null) {
            complain(new Malformed(NOT_AN_OBJECT));
        }
    }

    private void readField(String name, JsonParser json) throws IOException {
        Field field = Field.named(name);
        JsonToken token = json.nextToken();
        if (field == null) {
            complain(new Malformed(cut(name), "unknown field"));
        } else if (token != JsonToken.VALUE_NULL && token != field.kind) {
            complain(new Malformed(name, "expected: " + field.kindName()));
        } else if (token != JsonToken.VALUE_NULL && fields.put(field, value(field, json)) != null) {
            complain(new Malformed(name, "given twice"));
        }
        json.skipChildren();
    }

    private Object value(Field field, JsonParser json) throws IOException {
        return switch (field.kind) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            default -> sealed(json);
        };
    }

    private SealedJson sealed(JsonParser json) throws IOException {
        Long epoch = null;
        String nonce = null;
        String ciphertext = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (name.equals("epoch") && token == JsonToken.VALUE_NUMBER_INT) {
                epoch = json.getLongValue();
            } else if (name.equals("nonce") && token == JsonToken.VALUE_STRING) {
                nonce = json.getText();
            } else if (name.equals("ciphertext") && token == JsonToken.VALUE_STRING) {
                ciphertext = json.getText();
            } else {
                complain(new Malformed("sealed", "expected: epoch, nonce and ciphertext"));
                json.skipChildren();
            }
        }
        if (epoch == null || nonce == null || ciphertext == null) {
            complain(new Malformed("sealed", "expected: epoch, nonce and ciphertext"));
            return new SealedJson(0, "", "");
        }
        return new SealedJson(epoch, nonce, ciphertext);
    }

    private Request request() {
        String name = text(Field.TYPE);
        FrameType type = name == null ? null : FrameType.named(name);
        if (type == null) {
            throw new Malformed("type", name == null ? "missing" : "unknown: " + cut(name));
        }
        for (Field field : fields.keySet()) {
            if (!type.takes(field)) {
                throw new Malformed(field.wireName, "not a field of " + name);
            }
        }
        return build(type, checkedRef());
    }

    private Request build(FrameType type, @Nullable String ref) {
        return switch (type) {
            case JOIN -> new Request.Join(ref, room(), number(Field.AFTER, 0));
            case LEAVE -> new Request.Leave(ref, room());
            case SEND_MESSAGE -> new Request.Send(ref, room(), draft());
            case TYPING -> new Request.Typing(ref, room());
            case READ -> new Request.Read(ref, room(), seq());
            case PING -> new Request.Ping(ref);
        };
    }

    private DraftJson draft() {
        SealedJson sealed = (SealedJson) fields.get(Field.SEALED);
        return new DraftJson(text(Field.ID), text(Field.TEXT), sealed, number(Field.REPLY_TO, 1));
    }

    private @Nullable String text(Field field) {
        return (String) fields.get(field);
    }

    private @Nullable Long number(Field field, long min) {
        Long value = (Long) fields.get(field);
        if (value != null && value < min) {
            throw new Malformed(field.wireName, "value: " + value + " (expected: at least " + min + ")");
        }
        return value;
    }

    private long seq() {
        Long seq = number(Field.SEQ, 0);
        if (seq == null) {
            throw new Malformed("seq", "missing");
        }
        return seq;
    }

    private String room() {
        String room = text(Field.ROOM);
        if (room == null || room.isEmpty() || room.length() > MAX_ROOM) {
            throw new Malformed("room", room == null ? "missing" : "expected: a slug");
        }
        return room;
    }

    private @Nullable String checkedRef() {
        String ref = ref();
        if (ref == null && fields.containsKey(Field.REF)) {
            throw new Malformed("ref", "expected: 1.." + MAX_REF + " visible characters");
        }
        return ref;
    }

    // Only a ref that can be repeated as it is: no half surrogates, nothing that grows much when escaped.
    private @Nullable String ref() {
        String ref = text(Field.REF);
        if (ref == null || ref.isEmpty() || ref.length() > MAX_REF) {
            return null;
        }
        return ref.codePoints().noneMatch(RequestParser::invisible) ? ref : null;
    }

    private static boolean invisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    private static String cut(String name) {
        StringBuilder visible = new StringBuilder();
        name.codePoints().limit(MAX_ECHO).map(c -> invisible(c) ? '?' : c).forEach(visible::appendCodePoint);
        return visible.isEmpty() ? "(empty)" : visible.toString();
    }

    private void complain(Malformed malformed) {
        first = first == null ? malformed : first;
    }
}
