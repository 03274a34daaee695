package chat.salas.ui.settings;

import chat.salas.audit.AuditAction;
import chat.salas.room.RoomAudit;
import chat.salas.ui.audit.AuditPanel;
import io.micronaut.context.annotation.Prototype;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Who did what in the room. */
@Prototype
final class AuditTab extends SettingsTab {
    private final RoomAudit audit;
    private @Nullable AuditPanel panel;

    AuditTab(RoomAudit audit) {
        this.audit = audit;
        head("audit");
    }

    @Override
    void enter(Seat seat) {
        panel = new AuditPanel(
                () -> audit.of(seat.admin()),
                EnumSet.range(AuditAction.ROOM_SETTINGS, AuditAction.MESSAGE_ERASED),
                "audit-" + seat.slug());
        put(panel);
    }

    @Override
    void refresh() {
        if (panel != null) {
            panel.refresh();
        }
    }
}
