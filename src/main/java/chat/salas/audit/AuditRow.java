package chat.salas.audit;

import chat.salas.vault.MessageLabel;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record as it lies in the database. */
@MappedEntity("audit")
record AuditRow(
        @Id long scope,
        @Id long number,
        long at,
        long actorId,
        String action,
        @Nullable Long subjectId,
        @Nullable Integer keyVersion,
        byte[] detail,
        byte[] mac) {
    private static final byte ROW = 1;
    private static final int FIXED = 1 + 4 * Long.BYTES + (1 + Long.BYTES) + (1 + Integer.BYTES) + 3 * Integer.BYTES;

    /**
     * All that the row says, and the mac of the row before. Unambiguous: what varies in length has its length in front, what may
     * be absent has a mark.
     */
    byte[] vouched(byte[] before) {
        byte[] word = action.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(FIXED + before.length + word.length + detail.length);
        bytes.put(ROW).putInt(before.length).put(before);
        bytes.putLong(scope).putLong(number).putLong(at).putLong(actorId);
        bytes.putInt(word.length).put(word);
        bytes.put(mark(subjectId)).putLong(subjectId == null ? 0 : subjectId);
        bytes.put(mark(keyVersion)).putInt(keyVersion == null ? 0 : keyVersion);
        return bytes.putInt(detail.length).put(detail).array();
    }

    private static byte mark(@Nullable Object value) {
        return (byte) (value == null ? 0 : 1);
    }

    AuditRow with(byte[] vouch) {
        return new AuditRow(scope, number, at, actorId, action, subjectId, keyVersion, detail, vouch);
    }

    static MessageLabel label(AuditRow row, int version) {
        UUID place = new UUID(0, row.number());
        return new MessageLabel(MessageLabel.Kind.AUDIT, row.scope(), version, place, row.actorId(), row.at(), 0);
    }
}
