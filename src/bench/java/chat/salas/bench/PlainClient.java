package chat.salas.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection that blocks and does as little as a client can, so that the server is what is measured. */
final class PlainClient implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
    private static final byte TEXT = (byte) 0x81;
    private static final byte PING = (byte) 0x89;

    private final SocketChannel channel;
    private final String token;
    private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 20).flip();

    PlainClient(InetSocketAddress server, String token) throws IOException {
        this.channel = SocketChannel.open(server);
        channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
        this.token = token;
    }

    /** Asks, and reads the answer to its end. */
    void get(String path) throws IOException {
        write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n");
        body("200");
    }

    /** Asks, and gives back the answer's body. */
    String text(String path) throws IOException {
        write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n");
        Matcher length = LENGTH.matcher(head());
        if (!length.find()) {
            throw new IOException("no length");
        }
        byte[] body = new byte[Integer.parseInt(length.group(1))];
        for (int i = 0; i < body.length; i++) {
            body[i] = next();
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Sends a JSON body without any credential; the answer's status line. */
    String post(String path, String json) throws IOException {
        write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json);
        return body("");
    }

    private String body(String status) throws IOException {
        String head = head();
        Matcher length = LENGTH.matcher(head);
        if (!head.startsWith("HTTP/1.1 " + status) || !length.find()) {
            throw new IOException(head);
        }
        skip(Integer.parseInt(length.group(1)));
        return head.substring(0, head.indexOf('\r'));
    }

    void upgrade() throws IOException {
        write("GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Protocol: salas.v1\r\nAuthorization: Bearer " + token + "\r\n\r\n");
        String head = head();
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IOException(head);
        }
    }

    /** Sends a text frame of less than 126 bytes; the mask is zero, so the text goes as it is. */
    void say(String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 6).put(TEXT);
        frame.put((byte) (0x80 | payload.length)).putInt(0).put(payload).flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }

    /** Reads so many text frames and throws them away; pings in between do not count and are not answered. */
    void frames(int count) throws IOException {
        for (int i = 0; i < count; ) {
            byte first = next();
            if (first != TEXT && first != PING) {
                throw new IOException("not a text frame, after " + i);
            }
            int length = next();
            if (length == 126) {
                length = (next() & 0xff) << 8 | next() & 0xff;
            }
            skip(length);
            i += first == TEXT ? 1 : 0;
        }
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            head.append((char) next());
        }
        return head.toString();
    }

    private byte next() throws IOException {
        while (!in.hasRemaining()) {
            fill();
        }
        return in.get();
    }

    private void skip(int bytes) throws IOException {
        int left = bytes;
        while (left > 0) {
            int some = Math.min(left, in.remaining());
            in.position(in.position() + some);
            left -= some;
            if (left > 0) {
                fill();
            }
        }
    }

    private void fill() throws IOException {
        in.clear();
        int count = channel.read(in);
        in.flip();
        if (count < 0) {
            throw new IOException("closed");
        }
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
