package chat.salas.audit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be done and is written down. The codes are on disk and in exports: never change or reuse one. */
public enum AuditAction {
    // in a room
    ROOM_SETTINGS("room.settings"),
    ROOM_CLEARED("room.cleared"),
    ROOM_HANDED_OVER("room.handed-over"),
    ROOM_EXPORTED("room.exported"),
    RETENTION_RAN("room.retention"),
    MEMBER_JOINED("member.joined"),
    MEMBER_REMOVED("member.removed"),
    MEMBER_BANNED("member.banned"),
    BAN_LIFTED("ban.lifted"),
    MEMBER_MUTED("member.muted"),
    MEMBER_UNMUTED("member.unmuted"),
    ROLE_CHANGED("member.role"),
    REQUEST_APPROVED("request.approved"),
    REQUEST_DENIED("request.denied"),
    INVITE_CREATED("invite.created"),
    INVITE_REVOKED("invite.revoked"),
    MESSAGE_ERASED("message.erased"),
    // in the instance (scope 0)
    ROOM_DELETED("room.deleted"),
    ROOM_RESCUED("room.rescued"),
    USER_DISABLED("user.disabled"),
    USER_ENABLED("user.enabled"),
    USER_SIGNED_OUT("user.signed-out"),
    RESET_LINK_MADE("user.reset-link"),
    PASSWORD_RESET("user.password-reset"),
    ADMINISTRATOR_NAMED("administrator.named"),
    ADMINISTRATOR_DISMISSED("administrator.dismissed"),
    REGISTRATION_CHANGED("instance.registration"),
    MAIL_TESTED("instance.mail-tested");

    private static final Map<String, AuditAction> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AuditAction::code, Function.identity()));

    private final String code;

    AuditAction(String code) {
        this.code = code;
    }

    /** The stable word for it. */
    public String code() {
        return code;
    }

    /** Empty for the code of a later version. */
    public static Optional<AuditAction> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
