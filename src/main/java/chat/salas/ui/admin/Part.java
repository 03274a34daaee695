package chat.salas.ui.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The parts of the administration, in their order. */
enum Part {
    USERS("users", UsersPart.class),
    ROOMS("door", RoomsPart.class),
    REGISTRATION("user-plus", RegistrationPart.class),
    MAIL("mail", MailPart.class),
    AUDIT("history", AuditPart.class),
    HEALTH("info", HealthPart.class);

    private final String icon;
    private final Class<? extends AdminPart> type;

    Part(String icon, Class<? extends AdminPart> type) {
        this.icon = icon;
        this.type = type;
    }

    String icon() {
        return icon;
    }

    Class<? extends AdminPart> type() {
        return type;
    }

    /** As in the address. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Part> of(String word) {
        return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }
}
