package chat.salas.room;

import chat.salas.audit.AuditDetail;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a change of settings did, for the audit: which ones, and from what to what where they are no text. */
final class SettingsDifference {
    private SettingsDifference() {}

    static AuditDetail of(Settings before, Settings after) {
        Map<String, Object> old = values(before);
        Map<String, Object> changed = values(after);
        changed.entrySet().removeIf(entry -> entry.getValue().equals(old.get(entry.getKey())));
        AuditDetail detail = AuditDetail.of("changed", changed.keySet().stream().collect(Collectors.joining(", ")));
        for (Map.Entry<String, Object> entry : changed.entrySet()) {
            if (!(entry.getValue() instanceof String)) {
                String name = upper(entry.getKey());
                detail = detail.and("old" + name, String.valueOf(old.get(entry.getKey())))
                        .and("new" + name, entry.getValue().toString());
            }
        }
        return detail;
    }

    private static String upper(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static Map<String, Object> values(Settings settings) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", settings.name());
        values.put("topic", settings.topic());
        values.put("listed", settings.listed());
        values.put("allowImages", settings.allowImages());
        values.put("allowVideos", settings.allowVideos());
        values.put("allowFiles", settings.allowFiles());
        values.put("maxUploadBytes", settings.maxUploadBytes());
        values.put("messagesPerMinute", settings.messagesPerMinute());
        values.put("retentionDays", settings.retentionDays());
        values.put("newcomersSeeHistory", settings.newcomersSeeHistory());
        return values;
    }
}
