package chat.salas.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON as it is written: a buffer that grows, and the few things that stand in JSON. Not for several threads. */
final class JsonBytes {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    // the letter behind the backslash, u for the long form; bytes of UTF-8 above ASCII need none
    private static final byte[] ESCAPES = escapes();

    private byte[] bytes;
    private int size;

    JsonBytes(int capacity) {
        bytes = new byte[capacity];
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[256];
        Arrays.fill(escapes, 0, ' ', (byte) 'u');
        String special = "\bb\tt\nn\ff\rr\"\"\\\\";
        for (int i = 0; i < special.length(); i += 2) {
            escapes[special.charAt(i)] = (byte) special.charAt(i + 1);
        }
        return escapes;
    }

    int size() {
        return size;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** As it is. */
    JsonBytes raw(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, bytes, size, json.length);
        size += json.length;
        return this;
    }

    JsonBytes raw(char one) {
        room(1);
        bytes[size++] = (byte) one;
        return this;
    }

    /** In quotes; what is no character (half a surrogate pair) becomes a question mark. */
    JsonBytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(2 + utf8.length);
        bytes[size++] = '"';
        int from = 0;
        for (int i = 0; i < utf8.length; i++) {
            byte escape = ESCAPES[utf8[i] & 0xff];
            if (escape != 0) {
                plain(utf8, from, i);
                escape(escape, utf8[i]);
                from = i + 1;
            }
        }
        plain(utf8, from, utf8.length);
        return raw('"');
    }

    private void plain(byte[] utf8, int from, int to) {
        room(to - from);
        System.arraycopy(utf8, from, bytes, size, to - from);
        size += to - from;
    }

    private void escape(byte letter, byte value) {
        raw('\\').raw((char) letter);
        if (letter == 'u') {
            raw('0').raw('0').raw((char) HEX[value >> 4]).raw((char) HEX[value & 0xf]);
        }
    }

    JsonBytes number(long value) {
        return raw(Long.toString(value).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A number of so many digits, with zeros in front. */
    JsonBytes digits(int value, int count) {
        room(count);
        for (int i = count - 1, rest = value; i >= 0; i--, rest /= 10) {
            bytes[size + i] = (byte) ('0' + rest % 10);
        }
        size += count;
        return this;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
