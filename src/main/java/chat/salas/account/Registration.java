package chat.salas.account;

import chat.salas.account.SignUpInvites.Entrance;
import chat.salas.kernel.Actor;
import chat.salas.kernel.StartRefused;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may sign up: SALAS_REGISTRATION, until an administrator chooses; then that, also after a restart. */
@Singleton
public final class Registration {
    /** Everybody, those with an invite, or nobody (the operator makes accounts). */
    public enum Mode {
        OPEN,
        INVITE,
        CLOSED
    }

    private static final String SETTING = "registration";

    private final SettingRepository settings;
    private final List<SignUpInvites> invites;
    private volatile Mode mode;

    Registration(
            @Property(name = "salas.registration", defaultValue = "open") String configured,
            List<SignUpInvites> invites,
            SettingRepository settings) {
        this.settings = settings;
        this.invites = invites;
        Mode otherwise = parse(configured);
        this.mode = settings.find(SETTING).map(Mode::valueOf).orElse(otherwise);
    }

    private static Mode parse(String text) {
        for (Mode mode : Mode.values()) {
            if (mode.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
                return mode;
            }
        }
        throw new StartRefused("SALAS_REGISTRATION: " + text + " (expected: open, invite or closed).");
    }

    /** For pages that show a link to sign up, or do not. */
    public Mode mode() {
        return mode;
    }

    /** Inside a transaction; {@link #follow} once that is committed. */
    void keep(Mode chosen) {
        settings.put(SETTING, chosen.name());
    }

    /** From now on. */
    void follow(Mode chosen) {
        mode = chosen;
    }

    /** @param first whether there was no account yet a moment ago */
    Entrance admit(EmailAddress email, @Nullable String invite, boolean first) {
        Mode now = mode;
        if (now == Mode.CLOSED) {
            throw new RegistrationClosed("Registration is closed on this server");
        }
        if (now == Mode.OPEN) {
            return Entrance.FREE;
        }
        return first ? Registration::first : invited(email, invite);
    }

    /** Of several who were told that there is no account yet, one is the first; it administers. */
    private static Runnable first(Actor newcomer) {
        if (!newcomer.administrator()) {
            throw uninvited();
        }
        return () -> {};
    }

    private Entrance invited(EmailAddress email, @Nullable String invite) {
        return Stream.ofNullable(invite)
                .flatMap(token -> invites.stream().flatMap(all -> all.find(token, email).stream()))
                .findFirst()
                .orElseThrow(Registration::uninvited);
    }

    private static RegistrationClosed uninvited() {
        return new RegistrationClosed("On this server one needs an invite to sign up");
    }
}
