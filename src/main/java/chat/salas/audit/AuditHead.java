package chat.salas.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.nio.ByteBuffer;

/** Which row is the newest of a scope, so that rows missing at the end are noticed. */
@MappedEntity("audit_head")
record AuditHead(@Id long scope, long number, byte[] mac) {
    private static final byte HEAD = 2;

    /** Begins with another byte than a row's, so that a row's mac cannot stand for a head's. */
    static byte[] vouched(AuditRow newest) {
        return ByteBuffer.allocate(1 + 2 * Long.BYTES + newest.mac().length)
                .put(HEAD)
                .putLong(newest.scope())
                .putLong(newest.number())
                .put(newest.mac())
                .array();
    }
}
