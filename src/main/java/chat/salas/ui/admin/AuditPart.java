package chat.salas.ui.admin;

import chat.salas.account.Administration;
import chat.salas.audit.AuditAction;
import chat.salas.ui.audit.AuditPanel;
import io.micronaut.context.annotation.Prototype;
import java.util.EnumSet;

/** What administrators did. */
@Prototype
final class AuditPart extends AdminPart {
    AuditPart(Administration administration) {
        super(Part.AUDIT);
        put(new AuditPanel(
                () -> administration.audit(me()),
                EnumSet.range(AuditAction.ROOM_DELETED, AuditAction.MAIL_TESTED),
                "salas-audit"));
    }
}
