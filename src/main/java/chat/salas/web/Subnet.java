package chat.salas.web;

import chat.salas.kernel.StartRefused;
import java.net.InetAddress;
import java.util.Optional;

/** A range of network addresses, written {@code 10.0.0.0/8}, or a single address. */
record Subnet(InetAddress network, int prefix) {

    /** @throws StartRefused when it is neither an address nor a range; names are never looked up */
    static Subnet of(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress network = literal(parts[0]).orElseThrow(() -> wrong(text));
        int bits = network.getAddress().length * 8;
        int prefix = parts.length == 1 ? bits : number(parts[1], text);
        if (prefix < 0 || prefix > bits) {
            throw wrong(text);
        }
        return new Subnet(network, prefix);
    }

    static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String digits, String text) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    private static StartRefused wrong(String text) {
        return new StartRefused("SALAS_TRUSTED_PROXIES: " + text + " (expected: 10.0.0.0/8 or an address)");
    }
}
