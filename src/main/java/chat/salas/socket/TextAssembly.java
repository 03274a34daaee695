package chat.salas.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Puts fragments together, up to 64 KiB, and reads them as UTF-8 without forgiving anything. */
final class TextAssembly {
    static final int MAX_BYTES = 64 << 10;

    /** What a fragment brought. */
    sealed interface Outcome {}

    record More() implements Outcome {}

    record Whole(String text) implements Outcome {}

    record TooLong() implements Outcome {}

    record NotUtf8() implements Outcome {}

    private @Nullable ByteArrayOutputStream begun;

    /** Copies what it needs. */
    Outcome add(ByteBuf fragment, boolean last) {
        int before = begun == null ? 0 : begun.size();
        if (before + fragment.readableBytes() > MAX_BYTES) {
            clear();
            return new TooLong();
        }
        if (begun == null && last) {
            return read(fragment.nioBuffer());
        }
        ByteArrayOutputStream longer = begun == null ? new ByteArrayOutputStream() : begun;
        longer.writeBytes(ByteBufUtil.getBytes(fragment));
        begun = last ? null : longer;
        return last ? read(ByteBuffer.wrap(longer.toByteArray())) : new More();
    }

    void clear() {
        begun = null;
    }

    private static Outcome read(ByteBuffer bytes) {
        try {
            return new Whole(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException malformed) {
            return new NotUtf8();
        }
    }
}
