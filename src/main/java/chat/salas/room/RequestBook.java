package chat.salas.room;

import chat.salas.kernel.Ids;
import chat.salas.kernel.Problem.TooMany;
import chat.salas.vault.CannotOpen;
import chat.salas.vault.KeyRing;
import chat.salas.vault.MessageCipher;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The access requests as they are stored: what people say in them is sealed under the room's key. */
@Singleton
final class RequestBook {
    private static final Logger LOG = LoggerFactory.getLogger(RequestBook.class);
    private static final Duration LATER = Duration.ofHours(1);

    private final AccessRequestRepository rows;
    private final Lock lock;
    private final Ids ids;
    private final InstantSource clock;
    private final RoomLimits limits;

    /** What seals and opens. */
    @Singleton
    record Lock(KeyRing keys, MessageCipher cipher, Keyed keyed) {}

    RequestBook(AccessRequestRepository rows, Lock lock, Ids ids, InstantSource clock, RoomLimits limits) {
        this.rows = rows;
        this.lock = lock;
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
    }

    /** To be made outside a transaction, because it counts a use of the room's key. */
    AccessRequestRow draft(long roomId, long accountId, String words) {
        AccessRequestRow bare = new AccessRequestRow(ids.next(), roomId, accountId, clock.millis(), null, null);
        return words.isEmpty() ? bare : lock.keyed().in(roomId, () -> sealed(bare, words));
    }

    private AccessRequestRow sealed(AccessRequestRow row, String words) {
        int version = lock.keys().use(row.roomId());
        byte[] plain = words.getBytes(StandardCharsets.UTF_8);
        return row.saying(version, lock.cipher().seal(row.label(version), plain));
    }

    /** Inside a transaction. @throws TooMany when the room's inbox is full */
    AccessRequestRow save(AccessRequestRow row) {
        if (rows.countByRoomId(row.roomId()) >= limits.requests()) {
            throw new TooMany("This room has as many open requests as it can have. Try again later.", LATER);
        }
        return rows.save(row);
    }

    /** Whether there was one. */
    boolean remove(long roomId, long accountId) {
        return rows.remove(roomId, accountId) > 0;
    }

    /** The oldest first. */
    List<AccessRequests.Entry> of(long roomId) {
        return rows.of(roomId, limits.requests()).stream().map(this::entry).toList();
    }

    private AccessRequests.Entry entry(AccessRequestRepository.Named named) {
        return new AccessRequests.Entry(
                named.accountId(), named.displayName(), opened(named.row()), Instant.ofEpochMilli(named.createdAt()));
    }

    private @Nullable String opened(AccessRequestRow row) {
        if (row.words() == null || row.words().length == 0 || row.keyVersion() == null) {
            return null;
        }
        try {
            return new String(lock.cipher().open(row.label(row.keyVersion()), row.words()), StandardCharsets.UTF_8);
        } catch (CannotOpen damaged) {
            LOG.error("Access request {} of room {} does not open: its row was altered", row.id(), row.roomId());
            return null;
        }
    }
}
