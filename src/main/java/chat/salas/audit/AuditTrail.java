package chat.salas.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;

/** The records of one scope, to read. Ask for it anew each time, so that the right to read it is checked each time. */
public final class AuditTrail {
    private static final int MOST = 1_000;
    private static final int AT_ONCE = 500;

    private final Reading reading;
    private final long scope;

    AuditTrail(Reading reading, long scope) {
        this.reading = reading;
        this.scope = scope;
    }

    /**
     * Some records, newest first.
     *
     * @param limit 1..1,000; more are not given
     */
    public List<AuditEntry> page(AuditFilter filter, long offset, int limit) {
        return reading
                .rows()
                .page(
                        scope,
                        filter.code(),
                        filter.like(),
                        filter.since(),
                        filter.before(),
                        Math.min(limit, MOST),
                        offset)
                .stream()
                .map(reading::entry)
                .toList();
    }

    /** How many records the filter lets through. */
    public long count(AuditFilter filter) {
        return reading.rows().count(scope, filter.code(), filter.like(), filter.since(), filter.before());
    }

    /** Looks through all records, a few microseconds each. */
    public AuditCheck verify() {
        return reading.once(() -> reading.chain().check(scope));
    }

    /**
     * Writes the records that the filter lets through, oldest first, in bounded memory; does not close the stream.
     *
     * @param readable asked for anew for each page, so that a download breaks off when the right to it ends meanwhile
     */
    public static void export(Supplier<AuditTrail> readable, AuditFilter filter, AuditFormat format, OutputStream out)
            throws IOException {
        AuditTrail now = readable.get();
        AuditExport export = new AuditExport(format, now.reading.sealing(), out);
        export.begin();
        List<AuditEntry> some = now.after(filter, 0);
        while (!some.isEmpty()) {
            for (AuditEntry entry : some) {
                export.write(entry);
            }
            some = readable.get().after(filter, some.getLast().number());
        }
    }

    private List<AuditEntry> after(AuditFilter filter, long number) {
        return reading
                .rows()
                .pageAfter(scope, filter.code(), filter.like(), filter.since(), filter.before(), number, AT_ONCE)
                .stream()
                .map(reading::entry)
                .toList();
    }
}
