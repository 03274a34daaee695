package chat.salas.account;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.mail.MailFailure;
import chat.salas.testing.TestServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links for new passwords that go out by a real SMTP server in this process. */
final class ResetMailTest {
    private static final String BASE = "https://chat.example.org/reset/";
    private static final UnaryOperator<String> URL = token -> BASE + token;
    private static final Device DEVICE = new Device("test", "192.0.2.1");
    private static final String PASSWORD = "wisdom lantern 42";

    private GreenMail mail;
    private TestServer server;
    private Actor root;
    private SignedIn ana;

    @BeforeEach
    void start() {
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        server = TestServer.start(
                Map.of("salas.smtp-url", "smtp://127.0.0.1:" + mail.getSmtp().getPort()));
        Accounts accounts = server.bean(Accounts.class);
        root = accounts.register("root@example.org", PASSWORD, "Root", DEVICE).actor();
        ana = accounts.register("ana@example.org", PASSWORD, "Ana", DEVICE);
    }

    @AfterEach
    void stop() {
        server.close();
        mail.stop();
    }

    private String arrived() throws Exception {
        assertThat(mail.waitForIncomingEmail(20_000, 1)).isTrue();
        MimeMessage[] all = mail.getReceivedMessages();
        assertThat(all).hasSize(1);
        return GreenMailUtil.getWholeMessage(all[0]).replace("=\r\n", "").replace("=3D", "=");
    }

    @Test
    void whoForgotThePasswordGetsALinkThatSetsANewOne() throws Exception {
        PasswordResets resets = server.bean(PasswordResets.class);
        resets.request("nobody@example.org", DEVICE, URL);
        resets.request("Ana@Example.org", DEVICE, URL);
        String letter = arrived();
        assertThat(letter).contains("To: ana@example.org", "Ana");
        int at = letter.indexOf(BASE) + BASE.length();
        String token = letter.substring(at, at + 43);
        resets.use(token, "another lantern 43");
        assertThat(server.bean(Accounts.class).signIn("ana@example.org", "another lantern 43", DEVICE))
                .isNotNull();
    }

    @Test
    void anAdministratorsLinkIsMailedToo() throws Exception {
        PasswordResets.Link link =
                server.bean(PasswordResets.class).make(root, ana.actor().id(), URL);
        assertThat(link.mailed()).isTrue();
        assertThat(arrived()).contains(link.url());
    }

    @Test
    void theTestMailSaysWhatFailed() throws Exception {
        MailTest test = server.bean(MailTest.class);
        assertThat(test.send(root, "root@example.org", "https://chat.example.org", Locale.ENGLISH))
                .isEmpty();
        assertThat(arrived()).contains("Root");
        mail.stop();
        assertThat(test.send(root, "root@example.org", "https://chat.example.org", Locale.ENGLISH))
                .isEqualTo(Optional.of(MailFailure.UNREACHABLE));
    }
}
