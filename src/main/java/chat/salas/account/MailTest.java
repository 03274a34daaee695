package chat.salas.account;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.AuditLog;
import chat.salas.kernel.Actor;
import chat.salas.mail.Letter;
import chat.salas.mail.MailFailure;
import chat.salas.mail.Mailer;
import chat.salas.mail.Phrases;
import chat.salas.mail.Stationery;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends a letter to see whether mail works. */
@Singleton
public final class MailTest {
    private final Office office;
    private final Mailer mailer;

    MailTest(Office office, Mailer mailer) {
        this.office = office;
        this.mailer = mailer;
    }

    /** Whether there is a mail server at all. */
    public boolean isConfigured() {
        return mailer.isConfigured();
    }

    /**
     * Sends one now; takes up to a minute when the mail server is slow.
     *
     * @param to one address
     * @param url of this server, for the letter's link
     * @return why it did not leave; nothing when the mail server took it
     * @throws chat.salas.kernel.Problem 403 for others than administrators, 422 when the address is none
     */
    public Optional<MailFailure> send(Actor actor, String to, String url, Locale language) {
        office.require(actor);
        Optional<MailFailure> failure =
                mailer.test(letter(actor, EmailAddress.of(to).value(), url, language));
        AuditDetail detail =
                AuditDetail.of("outcome", failure.map(MailFailure::name).orElse("SENT"));
        office.act(actor, () -> {
            office.record(actor, AuditAction.MAIL_TESTED, AuditLog.NOBODY, detail);
            return failure;
        });
        return failure;
    }

    private static Letter letter(Actor actor, String to, String url, Locale language) {
        Phrases phrases = Phrases.in(language);
        return new Stationery(
                        phrases.say("test.subject"),
                        List.of(phrases.say("test.words", actor.displayName())),
                        phrases.say("test.action"),
                        url,
                        phrases.say("test.closing"))
                .to(to, phrases);
    }
}
