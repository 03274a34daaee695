package chat.salas.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Records as lines of text. */
final class AuditExport {
    private static final String NAMES = "number,at,actorId,actor,action,subjectId,subject,detail\r\n";
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private final AuditFormat format;
    private final Sealing sealing;
    private final OutputStream out;

    AuditExport(AuditFormat format, Sealing sealing, OutputStream out) {
        this.format = format;
        this.sealing = sealing;
        this.out = out;
    }

    void begin() throws IOException {
        if (format == AuditFormat.CSV) {
            out.write(NAMES.getBytes(StandardCharsets.UTF_8));
        }
    }

    void write(AuditEntry entry) throws IOException {
        switch (format) {
            case NDJSON -> {
                out.write(sealing.bytes(object(entry)));
                out.write('\n');
            }
            case CSV -> out.write(row(entry).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Map<String, Object> object(AuditEntry entry) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("number", entry.number());
        object.put("at", entry.at().toString());
        object.put("actorId", Long.toString(entry.actorId()));
        object.put("actor", entry.actor());
        object.put("action", entry.action());
        object.put("subjectId", Long.toString(entry.subjectId()));
        object.put("subject", entry.subject());
        object.put("detail", words(entry));
        return object;
    }

    private static Map<String, String> words(AuditEntry entry) {
        return entry.detail() == null ? Map.of() : entry.detail().words();
    }

    private String row(AuditEntry entry) {
        String detail = new String(sealing.bytes(words(entry)), StandardCharsets.UTF_8);
        return List.of(
                        Long.toString(entry.number()),
                        entry.at().toString(),
                        Long.toString(entry.actorId()),
                        entry.actor(),
                        entry.action(),
                        Long.toString(entry.subjectId()),
                        entry.subject(),
                        detail)
                .stream()
                .map(AuditExport::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Names are chosen by strangers: none may become a formula in the reader's spreadsheet. */
    private static String cell(String text) {
        boolean risky = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (risky ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
