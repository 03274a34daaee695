package chat.salas.message;

import chat.salas.room.Keyed;
import chat.salas.vault.CannotOpen;
import chat.salas.vault.KeyRing;
import chat.salas.vault.MessageCipher;
import chat.salas.vault.MessageLabel;
import chat.salas.vault.MessageLabel.Kind;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was said, as it lies on disk. Safe because each body is bound to its room, message id, author, time and revision: one
 * that was moved or altered does not open.
 */
@Singleton
final class Bodies {
    private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);

    private final KeyRing keys;
    private final MessageCipher cipher;
    private final Keyed keyed;

    /** Words under a key of the room. */
    record Body(int keyVersion, int revision, byte[] sealed) {}

    /** What a body belongs to. */
    record Place(long roomId, UUID id, long authorId, long createdAt) {
        static Place of(long roomId, Row row) {
            return new Place(roomId, row.id(), row.author().id(), row.createdAt());
        }

        private MessageLabel label(int keyVersion, int revision) {
            return new MessageLabel(Kind.TEXT, roomId, keyVersion, id, authorId, createdAt, revision);
        }
    }

    Bodies(KeyRing keys, MessageCipher cipher, Keyed keyed) {
        this.keys = keys;
        this.cipher = cipher;
        this.keyed = keyed;
    }

    /** @throws chat.salas.kernel.Problem.NotFound when the room was deleted a moment ago */
    Body seal(Place place, int revision, String text) {
        return keyed.in(place.roomId(), () -> sealed(place, revision, text));
    }

    private Body sealed(Place place, int revision, String text) {
        int version = keys.use(place.roomId());
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        return new Body(version, revision, cipher.seal(place.label(version, revision), plain));
    }

    /** Null when the row's content was erased, or when it does not open; then the log says which. */
    @Nullable
    String open(long roomId, Row row) {
        if (row.body() == null) {
            return null;
        }
        try {
            MessageLabel label = Place.of(roomId, row).label(row.keyVersion(), row.revision());
            return new String(cipher.open(label, row.body()), StandardCharsets.UTF_8);
        } catch (CannotOpen damaged) {
            LOG.error("Message {} of room {} does not open: its row was damaged or altered", row.seq(), roomId);
            return null;
        }
    }
}
