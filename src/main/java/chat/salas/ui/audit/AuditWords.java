package chat.salas.ui.audit;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.ui.Moments;
import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records in the page's language. */
final class AuditWords {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("oldRole", "audit.word.oldRole"),
            Map.entry("newRole", "audit.word.newRole"),
            Map.entry("until", "audit.word.until"),
            Map.entry("reason", "audit.word.reason"),
            Map.entry("old", "audit.word.old"),
            Map.entry("new", "audit.word.new"),
            Map.entry("changed", "audit.word.changed"),
            Map.entry("outcome", "audit.word.outcome"),
            Map.entry("members", "audit.word.members"),
            Map.entry("messages", "audit.word.messages"),
            Map.entry("invites", "audit.word.invites"),
            Map.entry("format", "audit.word.format"),
            Map.entry("seq", "audit.word.seq"),
            Map.entry("label", "audit.word.label"),
            Map.entry("email", "audit.word.email"),
            Map.entry("maxUses", "audit.word.maxUses"),
            Map.entry("upToSeq", "audit.word.upToSeq"),
            Map.entry("room", "audit.word.room"),
            Map.entry("roomId", "audit.word.room"));
    /** The number of an invite is for exports: its label says more to people. */
    private static final String UNSAID = "invite";

    private final UI ui;
    private final Moments moments;

    AuditWords(UI ui) {
        this.ui = ui;
        this.moments = Moments.of(ui);
    }

    /** What was done; the code itself for one of a later version. */
    String action(String code) {
        return AuditAction.of(code).map(this::action).orElse(code);
    }

    String action(AuditAction action) {
        return ui.getTranslation("audit.action." + action.code());
    }

    String at(Instant at) {
        return moments.full(at);
    }

    String who(long id, String name) {
        return id == 0 ? ui.getTranslation("audit.server") : name;
    }

    String detail(@Nullable AuditDetail detail) {
        return detail == null
                ? ui.getTranslation("audit.sealed")
                : detail.words().entrySet().stream()
                        .filter(word -> !word.getKey().equals(UNSAID)
                                && !word.getValue().isEmpty())
                        .map(word -> name(word.getKey()) + ": " + value(word.getValue()))
                        .collect(Collectors.joining(" · "));
    }

    private String name(String word) {
        String key = KNOWN.get(word);
        return key == null ? word : ui.getTranslation(key);
    }

    /** Points in time as people write them. */
    private String value(String word) {
        if (word.length() < 20 || !word.endsWith("Z")) {
            return word;
        }
        try {
            return moments.full(Instant.parse(word));
        } catch (DateTimeException none) {
            return word;
        }
    }
}
