package chat.salas.room;

import chat.salas.account.Throttle;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem.TooMany;
import chat.salas.mail.Mailer;
import chat.salas.mail.Phrases;
import chat.salas.mail.Stationery;
import chat.salas.room.NewInvite.Delivery;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Mails invites: in the language that the invited person chose on this server, or else the one of who invites. An account has
 * a bounded number of them an hour, so that nobody floods strangers from here.
 */
@Singleton
final class InvitePost {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Mailer mailer;
    private final InviteRepository invites;
    private final Throttle rate;

    InvitePost(Mailer mailer, InviteRepository invites, RoomLimits limits, InstantSource clock) {
        this.mailer = mailer;
        this.invites = invites;
        this.rate = new Throttle(limits.mailsAnHour(), HOUR, clock);
    }

    boolean isConfigured() {
        return mailer.isConfigured();
    }

    boolean delivers(@Nullable String email, @Nullable Delivery delivery) {
        return email != null && delivery != null && isConfigured();
    }

    /** @throws TooMany with the time to wait */
    void requireRate(Actor actor) {
        rate.take(Long.toString(actor.id())).ifPresent(wait -> {
            throw new TooMany("You have had many invites mailed. Wait before the next, or hand on a link.", wait);
        });
    }

    /** Whether it waits to leave. */
    boolean send(Membership admin, InviteBook.Written written, @Nullable Delivery delivery) {
        String email = written.row().email();
        return email != null
                && delivery != null
                && mailer.send(letter(admin, written, delivery).to(email, phrases(admin, email, delivery)));
    }

    private Phrases phrases(Membership admin, String email, Delivery delivery) {
        return Phrases.in(invites.languageFor(email, admin.actor().id())
                .map(Locale::forLanguageTag)
                .orElse(delivery.language()));
    }

    private Stationery letter(Membership admin, InviteBook.Written written, Delivery delivery) {
        Phrases phrases = phrases(admin, String.valueOf(written.row().email()), delivery);
        String inviter = admin.actor().displayName();
        String room = admin.room().name();
        String until = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(phrases.locale())
                .withZone(ZoneOffset.UTC)
                .format(Instant.ofEpochMilli(written.row().expiresAt()));
        return new Stationery(
                phrases.say("invite.subject", inviter, room),
                List.of(
                        phrases.say(
                                "invite.words",
                                inviter,
                                room,
                                URI.create(delivery.baseUrl()).getAuthority()),
                        phrases.say("invite.terms", until, written.row().maxUses())),
                phrases.say("invite.action"),
                delivery.baseUrl() + "/invite/" + written.token().expose(),
                phrases.say("invite.closing"));
    }
}
