package chat.salas.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;

/**
 * The rooms' keys: 32 random bytes each, in the database only as wrapped by the server's key, in memory a bounded number of
 * them. A room has several versions once its first is used up; the older ones open what they sealed.
 */
@Singleton
public final class KeyRing {
    static final long MAX_USES = 1L << 30;
    /** Uses are written down in blocks, before they are made: what the database says is never less than the truth. */
    static final long BLOCK = 1L << 16;

    private static final int FIRST = 1;
    private static final int CACHED = 20_000;
    private static final Duration IDLE = Duration.ofHours(1);

    private record Id(long roomId, int version) {}

    private record Block(int version, AtomicLong left) {
        boolean take() {
            return left.getAndDecrement() > 0;
        }
    }

    private final Kek kek;
    private final RoomKeyRepository rows;
    private final TransactionOperations<Connection> transactions;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Cache<Id, SecretKey> keys = cache();
    private final Cache<Long, Block> blocks = cache();

    @SuppressWarnings("TooManyParameters")
    KeyRing(
            Kek kek,
            RoomKeyRepository rows,
            TransactionOperations<Connection> transactions,
            SecureRandom random,
            InstantSource clock) {
        this.kek = kek;
        this.rows = rows;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /** Asked for each message: to wake another thread for the upkeep would be dearer than to do it. */
    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(CACHED)
                .expireAfterAccess(IDLE)
                .executor(Runnable::run)
                .build();
    }

    /** Makes a new room's first key; in the transaction that makes the room. */
    public void create(long roomId) {
        add(roomId, FIRST);
    }

    private void add(long roomId, int version) {
        byte[] key = new byte[Subkey.BYTES];
        random.nextBytes(key);
        rows.add(roomId, version, kek.wrap(roomId, version, key), clock.millis());
    }

    /**
     * Destroys all keys of a room: from the commit on, nothing of it opens any more, wherever copies of its rows lie. Again
     * does no harm.
     */
    public void destroy(long roomId) {
        rows.deleteAll(roomId);
        forget(roomId);
    }

    /** Drops a room's keys from memory; after the commit of {@link #destroy}, lest a reader has fetched one in between. */
    public void forget(long roomId) {
        blocks.invalidate(roomId);
        keys.asMap().keySet().removeIf(id -> id.roomId() == roomId);
    }

    /**
     * The version of the room's key to seal one message with. Counts the use, many of them in advance; a key that is used up
     * is replaced. Not inside a transaction: its rollback would take back what is counted, or the new key itself.
     *
     * @throws CannotOpen when the room has no key
     */
    public int use(long roomId) {
        Block block = blocks.getIfPresent(roomId);
        while (block == null || !block.take()) {
            block = reserve(roomId);
            blocks.put(roomId, block);
        }
        return block.version();
    }

    /** Several threads may reserve at once; that wastes a few uses and needs no lock around the database. */
    private Block reserve(long roomId) {
        if (transactions.findTransactionStatus().isPresent()) {
            throw new IllegalStateException("keys are not counted inside a transaction");
        }
        RoomKeyRow newest = newest(roomId);
        if (newest.uses() + BLOCK > MAX_USES) {
            add(roomId, newest.version() + 1);
            newest = newest(roomId);
        }
        rows.addUses(roomId, newest.version(), BLOCK);
        return new Block(newest.version(), new AtomicLong(BLOCK));
    }

    private RoomKeyRow newest(long roomId) {
        return rows.findNewest(roomId).orElseThrow(CannotOpen::new);
    }

    SecretKey find(long roomId, int version) {
        Id id = new Id(roomId, version);
        SecretKey key = keys.getIfPresent(id);
        if (key == null) {
            key = load(id);
            keys.put(id, key);
        }
        return key;
    }

    private SecretKey load(Id id) {
        return derive(id, "salas/room/v1/message");
    }

    /** A key for another purpose, derived from the room's first key; not kept in memory. */
    SecretKey derive(long roomId, String purpose) {
        return derive(new Id(roomId, FIRST), purpose);
    }

    private SecretKey derive(Id id, String purpose) {
        RoomKeyRow row = rows.find(id.roomId(), id.version()).orElseThrow(CannotOpen::new);
        return Subkey.derive(kek.unwrap(id.roomId(), id.version(), row.wrapped()), purpose);
    }
}
