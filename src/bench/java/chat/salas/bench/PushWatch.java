package chat.salas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The push connections of many pages, on one thread and one selector. */
final class PushWatch implements AutoCloseable {
    private static final byte[] SHOWN = "data-seq=".getBytes(StandardCharsets.US_ASCII);

    private final ByteBuffer shared = ByteBuffer.allocateDirect(1 << 20);
    private final InetSocketAddress server;
    private final Selector selector = Selector.open();
    private final List<Line> lines = new ArrayList<>();

    PushWatch(InetSocketAddress server) throws IOException {
        this.server = server;
    }

    /** One page's connection: how many pushes came, how many bytes, and up to which message. */
    static final class Line {
        private byte[] rest = new byte[0];
        private boolean upgraded;
        private final List<byte[]> frames = new ArrayList<>();
        int pushes;
        long bytes;
        long newest;
        boolean closed;

        /** What was pushed, without the lengths. */
        List<String> pushed() {
            return frames.stream()
                    .map(frame -> new String(frame, StandardCharsets.UTF_8))
                    .map(frame -> frame.substring(frame.indexOf('|') + 1))
                    .toList();
        }

        private int take(byte[] all) {
            int at = upgraded ? 0 : answer(all);
            while (upgraded && all.length - at >= 2) {
                int small = all[at + 1] & 0x7f;
                int head = small < 126 ? 2 : small == 126 ? 4 : 10;
                if (all.length - at < head) {
                    break;
                }
                int length = small < 126 ? small : (int) number(all, at + 2, head - 2);
                if (all.length - at - head < length) {
                    break;
                }
                frame(all[at] & 0xf, all, at + head, length);
                at += head + length;
            }
            return at;
        }

        private int answer(byte[] all) {
            String text = new String(all, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end >= 0 && !text.startsWith("HTTP/1.1 101")) {
                throw new IllegalStateException(text);
            }
            upgraded = end >= 0;
            return upgraded ? end + 4 : 0;
        }

        // The first frame only names the connection.
        private void frame(int opcode, byte[] all, int from, int length) {
            closed |= opcode == 8;
            if (opcode == 1 && pushes > 0) {
                frames.add(java.util.Arrays.copyOfRange(all, from, from + length));
            }
            pushes++;
            bytes += length;
            for (int at = from; at < from + length - SHOWN.length; at++) {
                if (all[at] == 'd' && java.util.Arrays.equals(all, at, at + SHOWN.length, SHOWN, 0, SHOWN.length)) {
                    newest = Math.max(newest, digits(all, at + SHOWN.length));
                }
            }
        }

        private static long digits(byte[] all, int from) {
            long value = 0;
            for (int at = from; all[at] >= '0' && all[at] <= '9'; at++) {
                value = value * 10 + all[at] - '0';
            }
            return value;
        }

        private static long number(byte[] all, int at, int count) {
            long value = 0;
            for (int i = 0; i < count; i++) {
                value = value << 8 | all[at + i] & 0xff;
            }
            return value;
        }
    }

    Line open(String upgrade) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        ByteBuffer request = ByteBuffer.wrap(upgrade.getBytes(StandardCharsets.US_ASCII));
        while (request.hasRemaining()) {
            channel.write(request);
        }
        channel.configureBlocking(false);
        Line line = new Line();
        channel.register(selector, SelectionKey.OP_READ, line);
        lines.add(line);
        run(Duration.ofSeconds(10), () -> line.pushes > 0);
        return line;
    }

    List<Line> lines() {
        return lines;
    }

    /** Lets everybody read until it is done. */
    void run(Duration limit, BooleanSupplier done) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!done.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("not done after " + limit);
                }
                selector.select(this::read, 5);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets everybody read for this long. */
    void rest(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        run(time.plusSeconds(5), () -> System.nanoTime() > end);
    }

    private void read(SelectionKey key) {
        Line line = (Line) key.attachment();
        try {
            shared.clear();
            int count = ((SocketChannel) key.channel()).read(shared);
            if (count < 0) {
                line.closed = true;
                key.cancel();
                return;
            }
            byte[] all = new byte[line.rest.length + count];
            System.arraycopy(line.rest, 0, all, 0, line.rest.length);
            shared.flip().get(all, line.rest.length, count);
            line.rest = java.util.Arrays.copyOfRange(all, line.take(all), all.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
