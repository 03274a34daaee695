package chat.salas.mail;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.email.javamail.sender.DefaultSessionProvider;
import io.micronaut.email.javamail.sender.SessionProvider;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.net.IDN;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The configured SMTP server, and how to talk to it; every step has a time limit. */
@Singleton
@Replaces(DefaultSessionProvider.class)
final class SmtpSession implements SessionProvider {
    private static final String PATIENCE_MILLIS = "15000";

    private final @Nullable SmtpServer server;

    /** @param url SALAS_SMTP_URL; blank: no mail */
    SmtpSession(@Nullable @Property(name = "salas.smtp-url") String url) {
        server = url == null || url.isBlank() ? null : SmtpServer.parse(url);
    }

    Optional<SmtpServer> server() {
        return Optional.ofNullable(server);
    }

    @Override
    public Session session() {
        SmtpServer to = server().orElseThrow(() -> new IllegalStateException("no SMTP server is configured"));
        return Session.getInstance(properties(to), authenticator(to.login()));
    }

    private static Properties properties(SmtpServer to) {
        Properties all = new Properties();
        all.put("mail.transport.protocol", "smtp");
        all.put("mail.transport.protocol.rfc822", "smtp");
        all.put("mail.smtp.host", to.host());
        all.put("mail.smtp.port", String.valueOf(to.port()));
        all.put("mail.smtp.auth", String.valueOf(to.login() != null));
        all.put("mail.smtp.ssl.enable", String.valueOf(to.secure()));
        all.put("mail.smtp.starttls.enable", "true");
        all.put("mail.smtp.starttls.required", String.valueOf(to.mustEncrypt() && !to.secure()));
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        all.put("mail.smtp.timeout", PATIENCE_MILLIS);
        all.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
        all.put("mail.smtp.localhost", IDN.toASCII(to.greeting(), IDN.ALLOW_UNASSIGNED));
        all.put("mail.from", to.from().address());
        return all;
    }

    private static @Nullable Authenticator authenticator(SmtpServer.@Nullable Login login) {
        return login == null ? null : new LoggingIn(login);
    }

    private static final class LoggingIn extends Authenticator {
        private final SmtpServer.Login login;

        LoggingIn(SmtpServer.Login login) {
            this.login = login;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(login.user(), login.password());
        }
    }
}
