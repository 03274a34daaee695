package chat.salas.mail;

import io.micronaut.email.Contact;
import io.micronaut.email.Email;
import io.micronaut.email.EmailException;
import io.micronaut.email.EmailSender;
import io.micronaut.email.MultipartBody;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.validation.ConstraintViolationException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;

/** Sends letters by the configured SMTP server. */
@Singleton
public final class Mailer {
    private final SmtpSession smtp;
    private final EmailSender<Message, Void> sender;
    private final Outgoing outgoing;
    private final InstantSource clock;

    Mailer(SmtpSession smtp, EmailSender<Message, Void> sender, Outgoing outgoing, InstantSource clock) {
        this.smtp = smtp;
        this.sender = sender;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    /** Whether there is a server to send by; what it answers only a {@link #test} can tell. */
    public boolean isConfigured() {
        return smtp.server().isPresent();
    }

    /**
     * Sends soon, in the background, and tries a few times over less than an hour. Never blocks.
     *
     * @return false when no server is configured, or when a thousand letters wait already
     */
    public boolean send(Letter letter) {
        return isConfigured() && outgoing.add(() -> test(letter));
    }

    /**
     * Sends now, once, on this thread: up to a minute when the server is slow.
     *
     * @return why it did not leave; nothing when the server took it
     */
    public Optional<MailFailure> test(Letter letter) {
        return smtp.server().map(server -> handOver(server, letter)).orElse(Optional.of(MailFailure.NOT_CONFIGURED));
    }

    private Optional<MailFailure> handOver(SmtpServer server, Letter letter) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(ascii(letter.to()))) {
            return Optional.of(MailFailure.RECIPIENT_REFUSED); // few servers take such names before the @
        }
        try {
            sender.send(email(server.from(), letter), this::mark);
            return Optional.empty();
        } catch (EmailException | ConstraintViolationException failure) {
            return Optional.of(MailFailure.of(failure));
        }
    }

    private static Email.Builder email(SmtpServer.Sender from, Letter letter) {
        return Email.builder()
                .from(new Contact(ascii(from.address()), from.name()))
                .to(ascii(letter.to()))
                .subject(letter.subject())
                .body(new MultipartBody(letter.html(), letter.text()));
    }

    /** Domains travel in ASCII. */
    private static String ascii(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1), IDN.ALLOW_UNASSIGNED);
    }

    /** So that no machine answers, and the mail says when it was written. */
    private void mark(Message message) {
        try {
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setSentDate(Date.from(clock.instant()));
        } catch (MessagingException e) {
            throw new EmailException(e);
        }
    }
}
