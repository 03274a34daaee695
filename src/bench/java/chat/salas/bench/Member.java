package chat.salas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One client: upgrades, joins, counts what it is told and checks that no message is missing or out of order. */
final class Member {
    private static final ByteBuffer SHARED = ByteBuffer.allocateDirect(1 << 20);
    private static final byte[] SEQ = "\"seq\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SAID = Flow.SAID.getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final String token;
    private final String first;
    private byte[] rest = new byte[0];
    private boolean upgraded;
    private boolean ready;
    private boolean closed;
    private long lastSeq = -1;
    private long messages;
    private long acks;
    private long faults;
    private @Nullable Times heard;

    Member(SocketChannel channel, String token, String first) {
        this.channel = channel;
        this.token = token;
        this.first = first;
    }

    /** Upgraded, and where it joins, joined. */
    boolean isReady() {
        return ready;
    }

    boolean isClosed() {
        return closed;
    }

    long messages() {
        return messages;
    }

    long acks() {
        return acks;
    }

    /** Messages that were missing or came twice, and error frames. */
    long faults() {
        return faults;
    }

    /** Notes how long each message took from whoever said it, if it is a {@link Flow#timed timed} one. */
    void time(Times times) {
        heard = times;
    }

    void serve(SelectionKey key) {
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                upgrade();
            } else {
                read(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void upgrade() throws IOException {
        String request = "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Protocol: salas.v1\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends a text frame; the mask is zero, so the text goes as it is. */
    void say(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8).put((byte) 0x81);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        try {
            write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // What a client sends here is small: it waits when the system takes no more.
    private void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (channel.write(buffer) == 0) {
                Thread.onSpinWait();
            }
        }
    }

    private void read(SelectionKey key) throws IOException {
        SHARED.clear();
        int count = channel.read(SHARED);
        if (count < 0) {
            closed = true;
            key.cancel();
            channel.close();
            return;
        }
        byte[] bytes = new byte[rest.length + count];
        System.arraycopy(rest, 0, bytes, 0, rest.length);
        SHARED.flip().get(bytes, rest.length, count);
        int used = upgraded ? frames(bytes, 0) : answer(bytes);
        rest = java.util.Arrays.copyOfRange(bytes, used, bytes.length);
    }

    private int answer(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return 0;
        }
        if (!text.startsWith("HTTP/1.1 101")) {
            throw new IllegalStateException(text);
        }
        upgraded = true;
        if (first.isEmpty()) {
            ready = true;
        } else {
            say(first);
        }
        return frames(bytes, end + 4);
    }

    private int frames(byte[] bytes, int from) {
        int at = from;
        while (bytes.length - at >= 2) {
            int length = bytes[at + 1] & 0x7f;
            int head = length < 126 ? 2 : length == 126 ? 4 : 10;
            if (bytes.length - at < head) {
                return at;
            }
            if (head > 2) {
                length = (int) number(bytes, at + 2, head - 2);
            }
            if (bytes.length - at < head + length) {
                return at;
            }
            frame(bytes, at + head, bytes[at] & 0xf);
            at += head + length;
        }
        return at;
    }

    private static long number(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }

    // {"type":"message",… : the byte behind the name's first letter tells the types apart
    private void frame(byte[] bytes, int at, int opcode) {
        if (opcode == 8) {
            closed = true;
            return;
        }
        if (opcode != 1) {
            return;
        }
        switch (bytes[at + 9]) {
            case 'm' -> message(bytes, at);
            case 'a' -> acks++;
            case 'j' -> ready = true;
            case 'e' -> faults++;
            default -> {}
        }
    }

    private void message(byte[] bytes, int at) {
        long seq = number(bytes, at, SEQ);
        if (lastSeq >= 0 && seq != lastSeq + 1) {
            faults++;
        }
        lastSeq = seq;
        messages++;
        if (heard != null) {
            heard.add((System.nanoTime() - number(bytes, at, SAID)) / 1e6);
        }
    }

    private static long number(byte[] bytes, int from, byte[] name) {
        int at = from;
        while (!java.util.Arrays.equals(bytes, at, at + name.length, name, 0, name.length)) {
            at++;
        }
        long number = 0;
        for (int i = at + name.length; bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }
}
