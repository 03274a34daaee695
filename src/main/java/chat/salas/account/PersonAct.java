package chat.salas.account;

import chat.salas.audit.AuditAction;

/** What an administrator can do to accounts. */
public enum PersonAct {
    /** All sessions and API tokens end, and nobody can sign in any more. */
    DISABLE(AuditAction.USER_DISABLED),
    /** One can sign in again; the API tokens are gone. */
    ENABLE(AuditAction.USER_ENABLED),
    /** All sessions end; one can sign in again. */
    SIGN_OUT(AuditAction.USER_SIGNED_OUT),
    /** Becomes an administrator. */
    NAME(AuditAction.ADMINISTRATOR_NAMED),
    /** Is an administrator no longer. */
    DISMISS(AuditAction.ADMINISTRATOR_DISMISSED);

    private final AuditAction recorded;

    PersonAct(AuditAction recorded) {
        this.recorded = recorded;
    }

    AuditAction recorded() {
        return recorded;
    }
}
