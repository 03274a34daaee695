package chat.salas.vault;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id version 1.3 (RFC 9106). Keeps the memory of one computation for the next, so that a hash allocates next to nothing
 * and the garbage collector has no part in it; safe because that memory is overwritten with zeros after each.
 */
public final class Argon2id {
    /** Blocks that a computation takes beside those that it was asked to fill. */
    private static final int SPARE = 8;

    private final FixedBlockPool memory;

    /** @param keptKib memory that is kept between computations, in KiB */
    public Argon2id(int keptKib) {
        memory = new FixedBlockPool(keptKib + SPARE);
    }

    /**
     * What a computation costs.
     *
     * @param memoryKib memory in KiB (8 or more for each lane)
     * @param passes over that memory (1 or more)
     * @param lanes of it (1 or more), computed one after the other
     */
    public record Cost(int memoryKib, int passes, int lanes) {}

    /**
     * So many bytes (4 or more) that can be had from this password and salt only by the same work.
     *
     * @throws IllegalArgumentException where cost or length are out of range
     */
    public byte[] hash(byte[] password, byte[] salt, Cost cost, int length) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .withBlockPool(memory)
                .build());
        byte[] hash = new byte[length];
        argon2.generateBytes(password, hash);
        return hash;
    }
}
