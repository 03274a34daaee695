package chat.salas.socket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that speaks the protocol by hand, and badly when it is told to. */
final class RawSocket implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;
    static final int TEXT = 1;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final OutputStream out;

    /** What the server sent: its opcode and payload. */
    record Frame(int opcode, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        int closeCode() {
            if (opcode != 8) {
                throw new AssertionError("opcode: " + opcode + " (expected: 8) " + text());
            }
            return (payload[0] & 0xff) << 8 | payload[1] & 0xff;
        }
    }

    /** Connects; a receive buffer of 0 is the system's. */
    RawSocket(URI server, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
        out = socket.getOutputStream();
    }

    /** Connects and upgrades. */
    static RawSocket upgraded(URI server, String token, int receiveBuffer) throws IOException {
        RawSocket raw = new RawSocket(server, receiveBuffer);
        raw.send(upgrade(server, token, "").getBytes(StandardCharsets.US_ASCII));
        String head = raw.head();
        if (!head.startsWith("HTTP/1.1 101 ")) {
            throw new AssertionError("not upgraded: " + head);
        }
        return raw;
    }

    static String upgrade(URI server, String token, String more) {
        return "GET /ws HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n" + more
                + "Authorization: Bearer " + token + "\r\n\r\n";
    }

    /** The answer's head, to the empty line. */
    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void text(String text) throws IOException {
        send(frame(0x80 | TEXT, text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    /** A masked frame; {@code first} is FIN, RSV and opcode. */
    static byte[] frame(int first, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(head(first, payload.length));
        for (int i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ MASK[i & 3]);
        }
        return frame.toByteArray();
    }

    private static final byte[] MASK = {1, 2, 3, 4};

    /** The header of a masked frame that claims to be this long. */
    static byte[] head(int first, long length) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(first);
        int bytes = length < 126 ? 0 : length < 65_536 ? 2 : 8;
        head.write(0x80 | (int) (bytes == 0 ? length : bytes == 2 ? 126 : 127));
        for (int i = bytes - 1; i >= 0; i--) {
            head.write((int) (length >>> (8 * i)));
        }
        head.writeBytes(MASK);
        return head.toByteArray();
    }

    /** The next frame. */
    Frame read() throws IOException {
        int opcode = in.readUnsignedByte() & 0xf;
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] payload = new byte[Math.toIntExact(length)];
        in.readFully(payload);
        return new Frame(opcode, payload);
    }

    /** Reads to the close frame and returns its code. */
    int readToClose() throws IOException {
        Frame frame = read();
        while (frame.opcode() != 8) {
            frame = read();
        }
        return frame.closeCode();
    }

    /** Whether the server has closed the connection; waits for it. */
    boolean isEnded() throws IOException {
        try {
            return in.read() < 0;
        } catch (EOFException | SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
