package chat.salas.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Many sockets that join a room and read, all on the thread that asks for it. */
final class Ears implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final Selector selector;
    private final URI server;
    private final ByteBuffer read = ByteBuffer.allocateDirect(1 << 20);

    /** The end of what one socket has read. */
    private static final class Ear {
        private String tail = "";
        private long bytes;
    }

    Ears(URI server) throws IOException {
        this.server = server;
        this.selector = Selector.open();
    }

    /** One more; back when it is in the room. */
    void join(String token, String room) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        channel.write(ascii("GET /ws HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Version: 13\r\nAuthorization: Bearer " + token + "\r\n\r\n"));
        channel.configureBlocking(false);
        Ear ear = new Ear();
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ, ear);
        await(key, "\r\n\r\n");
        channel.write(masked("{\"type\":\"join\",\"room\":\"" + room + "\"}"));
        await(key, "\"joined\"");
    }

    private void await(SelectionKey key, String words) {
        Ear ear = (Ear) key.attachment();
        until(() -> ear.tail.contains(words));
    }

    /** Reads until everybody has these words among the last that came. */
    void hear(String words) {
        until(() -> selector.keys().stream().allMatch(key -> ((Ear) key.attachment()).tail.contains(words)));
    }

    /** How much all of them have read. */
    long bytes() {
        return selector.keys().stream()
                .mapToLong(key -> ((Ear) key.attachment()).bytes)
                .sum();
    }

    @FunctionalInterface
    private interface Condition {
        boolean isMet();
    }

    private void until(Condition condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.isMet()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not heard in time");
            }
            try {
                selector.select(this::read, 100);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void read(SelectionKey key) {
        Ear ear = (Ear) key.attachment();
        try {
            read.clear();
            int count = ((SocketChannel) key.channel()).read(read);
            if (count < 0) {
                throw new AssertionError("the server closed a connection");
            }
            int from = Math.max(0, count - 2_000);
            byte[] last = new byte[count - from];
            read.get(from, last);
            String tail = ear.tail + new String(last, StandardCharsets.ISO_8859_1);
            ear.tail = tail.substring(Math.max(0, tail.length() - 2_000));
            ear.bytes += count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A short frame under a mask of zeros. */
    private static ByteBuffer masked(String text) {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(6 + payload.length)
                .put((byte) 0x81)
                .put((byte) (0x80 | payload.length))
                .putInt(0)
                .put(payload)
                .flip();
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
