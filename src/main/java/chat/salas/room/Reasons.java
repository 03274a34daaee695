package chat.salas.room;

import chat.salas.kernel.PlainText;
import chat.salas.vault.CannotOpen;
import chat.salas.vault.KeyRing;
import chat.salas.vault.MessageCipher;
import chat.salas.vault.MessageLabel;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why people were banned, sealed. Safe because each is bound to its ban's id, room, author and time. */
@Singleton
final class Reasons {
    private static final Logger LOG = LoggerFactory.getLogger(Reasons.class);
    private static final int MAX = 500;

    private final KeyRing keys;
    private final MessageCipher cipher;
    private final Keyed keyed;

    Reasons(KeyRing keys, MessageCipher cipher, Keyed keyed) {
        this.keys = keys;
        this.cipher = cipher;
        this.keyed = keyed;
    }

    /** Null for none. */
    static @Nullable String checked(@Nullable String reason) {
        String words = PlainText.text("reason", reason, 0, MAX);
        return words.isEmpty() ? null : words;
    }

    /** Not inside a transaction. */
    BanRow seal(BanRow bare, @Nullable String reason) {
        return reason == null ? bare : keyed.in(bare.roomId(), () -> sealed(bare, reason));
    }

    private BanRow sealed(BanRow bare, String reason) {
        int version = keys.use(bare.roomId());
        MessageLabel label = label(bare.roomId(), version, bare.id(), bare.bannedBy(), bare.createdAt());
        byte[] sealed = cipher.seal(label, reason.getBytes(StandardCharsets.UTF_8));
        return new BanRow(
                bare.id(),
                bare.roomId(),
                bare.accountId(),
                bare.createdAt(),
                bare.endsAt(),
                bare.bannedBy(),
                version,
                sealed);
    }

    /** Null when there is none, or when it does not open; then the log says which. */
    @Nullable
    String open(long roomId, BanRepository.Named ban) {
        if (ban.keyVersion() == null) {
            return null;
        }
        try {
            MessageLabel label = label(roomId, ban.keyVersion(), ban.id(), ban.bannedBy(), ban.createdAt());
            return new String(cipher.open(label, ban.reason()), StandardCharsets.UTF_8);
        } catch (CannotOpen damaged) {
            LOG.error(
                    "The reason of ban {} in room {} does not open: its row was damaged or altered", ban.id(), roomId);
            return null;
        }
    }

    private static MessageLabel label(long roomId, int version, long id, long by, long at) {
        return new MessageLabel(MessageLabel.Kind.BAN, roomId, version, new UUID(0, id), by, at, 0);
    }
}
