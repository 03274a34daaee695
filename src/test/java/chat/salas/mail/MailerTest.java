package chat.salas.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.micronaut.context.ApplicationContext;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real SMTP server in this process. */
final class MailerTest {
    private static final long PATIENCE_MS = 20_000;

    @TempDir
    static Path data;

    private GreenMail server;

    @BeforeEach
    void start() {
        server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aLetterArrivesAsTextAndAsHtml() throws Exception {
        try (ApplicationContext context = run(url("") + "?from=Our%20chat%20%3Cchat@example.org%3E")) {
            assertThat(mailer(context).send(letter("ana@example.org", "Olá, Ana")))
                    .isTrue();
        }

        MimeMessage mail = arrived(1)[0];
        assertThat(mail.getSubject()).isEqualTo("Olá, Ana");
        assertThat(mail.getFrom()[0]).hasToString("Our chat <chat@example.org>");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ana@example.org");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate()).isNotNull();
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContent().toString()).isEqualTo("words ç");
        assertThat(parts.getBodyPart(1).getContent().toString()).isEqualTo("<p>words ç</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi\r\nBcc: eve@example.org",
                "Hi\nBcc: eve@example.org",
                "Hi\rBcc: eve@example.org",
                "Hi\u2028Bcc: eve@example.org",
                "Hi\u2029Bcc: eve@example.org",
                "Hi\u0085Bcc: eve@example.org",
                "Hi\u000BBcc: eve@example.org",
                "Hi\r\n\r\nanother body\u0000",
                "Olá\r\nBcc: eve@example.org"
            })
    void nothingInASubjectBeginsAnotherHeader(String subject) throws Exception {
        try (ApplicationContext context = run(url(""))) {
            assertThat(mailer(context).test(letter("ana@example.org", subject))).isEmpty();
        }

        MimeMessage mail = arrived(1)[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject())
                .startsWith(subject.substring(0, 2))
                .doesNotContainPattern("[\\p{Cntrl}\u2028\u2029\u0085]");
        assertThat(GreenMailUtil.getBody(mail))
                .doesNotContain("another body\u0000")
                .contains("words");
    }

    @Test
    void theNameOfTheSenderBeginsNoOtherHeaderEither() throws Exception {
        try (ApplicationContext context =
                run(url("") + "?from=Hi%0D%0ABcc:%20eve@example.org%20%3Cchat@example.org%3E")) {
            assertThat(mailer(context).test(letter("ana@example.org", "Hi"))).isEmpty();
        }

        MimeMessage mail = arrived(1)[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void addressesTravelWithTheirDomainInAscii() throws Exception {
        try (ApplicationContext context = run(url(""))) {
            assertThat(mailer(context).test(letter("ana@müller.example", "Hi"))).isEmpty();
        }

        assertThat(arrived(1)[0].getRecipients(Message.RecipientType.TO)[0]).hasToString("ana@xn--mller-kva.example");
    }

    @Test
    void aNameThatMailServersDoNotTakeIsNotTried() {
        assertThat(new Letter("açaí@example.org", "Hi", "words", "words").to()).isEqualTo("açaí@example.org");
        try (ApplicationContext context = run(url(""))) {
            assertThat(mailer(context).test(letter("açaí@example.org", "Hi"))).contains(MailFailure.RECIPIENT_REFUSED);
        }
    }

    @Test
    void withoutAServerNothingIsSentAndThatIsSaid() {
        try (ApplicationContext context = run("")) {
            Mailer mailer = mailer(context);
            assertThat(mailer.isConfigured()).isFalse();
            assertThat(mailer.send(letter("ana@example.org", "Hi"))).isFalse();
            assertThat(mailer.test(letter("ana@example.org", "Hi"))).contains(MailFailure.NOT_CONFIGURED);
        }
    }

    @Test
    void theTestSaysInPlainWordsWhatIsWrong() throws IOException {
        server.setUser("chat@example.org", "salas", "right");
        server.getUserManager().setAuthRequired(true);
        assertThat(test(url("salas:right@"))).isEmpty();
        assertThat(test(url("salas:wrong@"))).contains(MailFailure.LOGIN_REFUSED);
        assertThat(test("smtp://127.0.0.1:" + freePort())).contains(MailFailure.UNREACHABLE);
        assertThat(test("smtp://nowhere.invalid:25")).contains(MailFailure.UNREACHABLE);
        assertThat(test("smtps://127.0.0.1:" + server.getSmtp().getPort())).contains(MailFailure.NO_TLS);
    }

    @Test
    void aPasswordIsNotSentInClearToAnotherMachine() {
        SmtpServer elsewhere = SmtpServer.parse("smtp://salas:word@mail.example.org");
        assertThat(elsewhere.mustEncrypt()).isTrue();
        assertThat(elsewhere.port()).isEqualTo(587);
        assertThat(SmtpServer.parse("smtp://salas:word@mail.example.org?starttls=optional")
                        .mustEncrypt())
                .isFalse();
    }

    @Test
    void whatFailsIsTriedAgain() throws Exception {
        int port = freePort();
        try (ApplicationContext context = run("smtp://127.0.0.1:" + port)) {
            assertThat(mailer(context).send(letter("ana@example.org", "Hi"))).isTrue();
            assertThat(context.getBean(Outgoing.class).waiting()).isEqualTo(1);
            GreenMail late = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            late.start();
            try {
                assertThat(late.waitForIncomingEmail(PATIENCE_MS, 1)).isTrue();
            } finally {
                late.stop();
            }
        }
    }

    @Test
    void whatCanNeverBeSentIsGivenUp() throws Exception {
        try (ApplicationContext context = run("smtp://127.0.0.1:" + freePort(), "1ms")) {
            Outgoing outgoing = context.getBean(Outgoing.class);
            for (int i = 0; i < 20; i++) {
                assertThat(mailer(context).send(letter("ana@example.org", "Hi")))
                        .isTrue();
            }
            for (long end = System.currentTimeMillis() + PATIENCE_MS;
                    outgoing.waiting() > 0 && System.currentTimeMillis() < end; ) {
                Thread.sleep(20);
            }
            assertThat(outgoing.waiting()).isZero();
        }
    }

    @Test
    void noMoreThanAThousandWait() {
        try (ApplicationContext context = run("smtp://127.0.0.1:1", "1h")) {
            Outgoing outgoing = context.getBean(Outgoing.class);
            for (int i = 0; i < 1_000; i++) {
                assertThat(outgoing.add(() -> Optional.of(MailFailure.UNREACHABLE)))
                        .isTrue();
            }
            assertThat(mailer(context).send(letter("ana@example.org", "Hi"))).isFalse();
            assertThat(outgoing.waiting()).isEqualTo(1_000);
        }
    }

    private Optional<MailFailure> test(String url) {
        try (ApplicationContext context = run(url)) {
            return mailer(context).test(letter("ana@example.org", "Hi"));
        }
    }

    private MimeMessage[] arrived(int count) {
        assertThat(server.waitForIncomingEmail(PATIENCE_MS, count)).isTrue();
        return server.getReceivedMessages();
    }

    private String url(String login) {
        return "smtp://" + login + "127.0.0.1:" + server.getSmtp().getPort();
    }

    private static Letter letter(String to, String subject) {
        return new Letter(to, subject, "words ç", "<p>words ç</p>");
    }

    private static Mailer mailer(ApplicationContext context) {
        return context.getBean(Mailer.class);
    }

    private static ApplicationContext run(String url) {
        return run(url, "200ms");
    }

    private static ApplicationContext run(String url, String pause) {
        return ApplicationContext.run(
                Map.of("salas.data", data.toString(), "salas.smtp-url", url, "salas.mail-pause", pause), "test");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
