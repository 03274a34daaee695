package chat.salas.kernel;

import java.security.MessageDigest;

/** Bytes that must not be seen. Safe by shape: it never prints them, compares in constant time and copies at the door. */
public final class Secret {
    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy; the caller may wipe the original. */
    public static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /** A copy of the bytes, for the one who computes with them. */
    public byte[] expose() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes, secret.bytes);
    }

    /** Constant, so that no hash of the bytes can end up anywhere. */
    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "Secret[" + bytes.length + " bytes]";
    }
}
