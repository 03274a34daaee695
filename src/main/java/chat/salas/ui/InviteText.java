package chat.salas.ui;

import chat.salas.kernel.Problem;
import com.vaadin.flow.component.UI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why an invite link leads nowhere, in words for whoever followed it. */
final class InviteText {
    private InviteText() {}

    static String title(Problem problem) {
        return say(kind(problem) + ".title");
    }

    static String words(Problem problem) {
        return say(kind(problem) + ".words");
    }

    private static String kind(Problem problem) {
        return switch (problem) {
            case Problem.NotFound _ -> "invite.unknown";
            case Problem.Gone gone -> ended(gone.type());
            case Problem.Forbidden forbidden when "invite-for-another".equals(forbidden.type()) -> "invite.another";
            case Problem.Forbidden _ -> "invite.forbidden";
            default -> "invite.later";
        };
    }

    private static String ended(@Nullable String type) {
        return switch (Objects.requireNonNullElse(type, "")) {
            case "invite-revoked" -> "invite.revoked";
            case "invite-used-up" -> "invite.usedUp";
            default -> "invite.expired";
        };
    }

    private static String say(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
