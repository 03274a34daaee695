package chat.salas.vault;

import chat.salas.vault.MessageLabel.Kind;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Sealing and opening 200 bytes. */
@State(Scope.Thread)
public class CipherJmh {
    private final Aead aead = new Aead(new SecureRandom());
    private final SecretKey key = new SecretKeySpec(new byte[32], "AES");
    private final MessageLabel label =
            new MessageLabel(Kind.TEXT, 1, 1, new UUID(0x0190_0000_0000_7000L, 2), 3, 4, 0);
    private final byte[] plain = new byte[200];
    private final byte[] sealed = aead.seal(key, label.bytes(), plain);

    @Benchmark
    public byte[] encrypt() {
        return aead.seal(key, label.bytes(), plain);
    }

    @Benchmark
    public byte[] open() {
        return aead.open(key, label.bytes(), sealed);
    }
}
