package chat.salas.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps what is written up to 64 KiB; beyond that it becomes a pipe, and the writer waits for the reader. */
final class SpillingBody extends OutputStream {
    static final int KEPT_BYTES = 64 * 1024;

    private final Consumer<InputStream> spill;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(1024);
    private @Nullable Pipe pipe;

    SpillingBody(Consumer<InputStream> spill) {
        this.spill = spill;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (pipe == null && kept.size() + length > KEPT_BYTES) {
            pipe = new Pipe();
            spill.accept(pipe.reader());
        }
        kept.write(bytes, offset, length);
        if (pipe != null && kept.size() >= KEPT_BYTES / 2) {
            forward(pipe);
        }
    }

    private void forward(Pipe to) throws IOException {
        byte[] chunk = kept.toByteArray();
        kept.reset();
        to.write(chunk);
    }

    void reset() {
        kept.reset();
    }

    /** Everything, or null if it is on its way through the pipe. */
    byte @Nullable [] finish() {
        if (pipe == null) {
            return kept.toByteArray();
        }
        try {
            forward(pipe);
            pipe.end();
        } catch (IOException readerGone) {
            // nobody is left to tell
        }
        return null;
    }

    void fail(Throwable cause) {
        if (pipe != null) {
            pipe.fail(cause);
        }
    }
}
