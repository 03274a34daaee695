package chat.salas.vault;

import jakarta.inject.Singleton;

/** Seals and opens messages under their room's key. Takes microseconds; safe from many threads at once. */
@Singleton
public final class MessageCipher {
    /** How many bytes longer a sealed message is than its text. */
    public static final int OVERHEAD = Aead.OVERHEAD;

    private final KeyRing keys;
    private final Aead aead;

    MessageCipher(KeyRing keys, Aead aead) {
        this.keys = keys;
        this.aead = aead;
    }

    /**
     * @param label with a key version that {@link KeyRing#use} gave for this one sealing
     * @return the plaintext's length + {@link #OVERHEAD} bytes
     * @throws CannotOpen when the room's key was destroyed
     */
    public byte[] seal(MessageLabel label, byte[] plaintext) {
        return aead.seal(keys.find(label.roomId(), label.keyVersion()), label.bytes(), plaintext);
    }

    /** @throws CannotOpen unless it was sealed under this very label and not a bit has changed */
    public byte[] open(MessageLabel label, byte[] sealed) {
        return aead.open(keys.find(label.roomId(), label.keyVersion()), label.bytes(), sealed);
    }
}
