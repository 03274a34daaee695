package chat.salas.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Why a mail did not leave, in few words. Says nothing of what the server answered, which may hold addresses. */
public enum MailFailure {
    /** No SMTP server is configured. */
    NOT_CONFIGURED("No SMTP server is configured (SALAS_SMTP_URL)."),
    /** Nobody answers there. */
    UNREACHABLE("The SMTP server cannot be reached at its host and port."),
    /** No TLS, or a certificate that cannot be trusted. */
    NO_TLS("The SMTP server offers no TLS, or its certificate is not trusted."),
    /** User or password. */
    LOGIN_REFUSED("The SMTP server refused the user or the password."),
    /** It does not let us send from our address. */
    SENDER_REFUSED("The SMTP server refused the sender's address."),
    /** There is no such recipient, says the server. */
    RECIPIENT_REFUSED("The SMTP server refused the recipient's address."),
    /** Anything else. */
    OTHER("The SMTP server did not take the mail.");

    private static final int DEEPEST_CAUSE = 10;
    private static final int PERMANENT = 500;

    private final String words;

    MailFailure(String words) {
        this.words = words;
    }

    /** A sentence for operators. */
    public String words() {
        return words;
    }

    /** Whether trying again later could help. */
    boolean mayPass() {
        return this != RECIPIENT_REFUSED && this != SENDER_REFUSED && this != NOT_CONFIGURED;
    }

    static MailFailure of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            MailFailure known = known(cause);
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        return OTHER;
    }

    private static @org.jspecify.annotations.Nullable MailFailure known(Throwable failure) {
        return switch (failure) {
            case AuthenticationFailedException _ -> LOGIN_REFUSED;
            case SMTPAddressFailedException e -> e.getReturnCode() >= PERMANENT ? RECIPIENT_REFUSED : OTHER;
            case SMTPSenderFailedException e -> e.getReturnCode() >= PERMANENT ? SENDER_REFUSED : OTHER;
            case SMTPSendFailedException _ -> null;
            case SendFailedException e -> refused(e);
            case SSLException _ -> NO_TLS;
            case UnknownHostException _, ConnectException _, NoRouteToHostException _, SocketTimeoutException _ ->
                UNREACHABLE;
            case jakarta.validation.ConstraintViolationException _ -> RECIPIENT_REFUSED;
            default -> tells(failure, "STARTTLS") ? NO_TLS : tells(failure, "Couldn't connect") ? UNREACHABLE : null;
        };
    }

    /** What is said of the addresses comes as the next exception, not as the cause. */
    private static @org.jspecify.annotations.Nullable MailFailure refused(SendFailedException failure) {
        return failure.getNextException() == null ? null : known(failure.getNextException());
    }

    private static boolean tells(Throwable failure, String part) {
        return failure.getMessage() != null && failure.getMessage().contains(part);
    }
}
