package chat.salas.ui.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The tabs of the dialog, in their order. */
enum Section {
    GENERAL("settings", GeneralTab.class),
    MEMBERS("users", MembersTab.class),
    REQUESTS("inbox", RequestsTab.class),
    INVITES("link", InvitesTab.class),
    MEDIA("paperclip", MediaTab.class),
    MODERATION("clock", ModerationTab.class),
    RETENTION("history", RetentionTab.class),
    ENCRYPTION("lock", EncryptionTab.class),
    AUDIT("eye", AuditTab.class),
    DANGER("alert", DangerTab.class);

    private final String icon;
    private final Class<? extends SettingsTab> tab;

    Section(String icon, Class<? extends SettingsTab> tab) {
        this.icon = icon;
        this.tab = tab;
    }

    String icon() {
        return icon;
    }

    Class<? extends SettingsTab> tab() {
        return tab;
    }

    /** Its name in addresses and in the keys of its texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Section> of(String key) {
        return Arrays.stream(values())
                .filter(section -> section.key().equals(key))
                .findFirst();
    }
}
