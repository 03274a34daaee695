package chat.salas.room;

import static chat.salas.room.House.status;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.room.NewInvite.Delivery;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invites that go out by a real SMTP server in this process. */
final class InviteMailTest {
    private static final String BASE = "https://chat.example.org";
    private static final Duration DAY = Duration.ofDays(1);

    private GreenMail server;
    private House house;
    private Actor ana;
    private Membership owner;

    @BeforeEach
    void open() {
        server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        house = House.open(Map.of(
                "salas.smtp-url", "smtp://127.0.0.1:" + server.getSmtp().getPort(), "salas.rooms.mails-an-hour", 2));
        ana = house.person("Ana <b>Souza</b>");
        house.rooms().create(ana, NewRoom.named("Tea & cake"));
        owner = house.rooms().asAdmin(ana, "tea-cake");
    }

    @AfterEach
    void close() throws IOException {
        house.closeAndDelete();
        server.stop();
    }

    private Invites.Created invite(String email, @Nullable Locale language) {
        return house.invites().create(owner, new NewInvite("", email, DAY, 1, new Delivery(BASE, language)));
    }

    @Test
    void theMailHoldsTheLinkAndNobodysMarkup() throws Exception {
        Invites.Created invite = invite("Carl@Example.org", Locale.ENGLISH);
        assertThat(invite.mailed()).isTrue();

        MimeMessage mail = arrived();
        assertThat(mail.getSubject()).isEqualTo("Ana <b>Souza</b> invites you to Tea & cake");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("carl@example.org");
        assertThat(part(mail, 0)).contains(BASE + "/invite/" + invite.token(), "“Tea & cake”", "chat.example.org");
        assertThat(part(mail, 1))
                .contains("href=\"" + BASE + "/invite/" + invite.token() + "\"", "Tea &amp; cake", "lang=\"en\"")
                .doesNotContain("<b>Souza");
        Actor carl = house.person("Carl", "carl@example.org");
        assertThat(house.invites().accept(carl, invite.token()).access()).isEqualTo(Access.MEMBER);
    }

    @Test
    void theMailSpeaksTheLanguageOfWhoIsInvitedOrElseOfWhoInvites() throws Exception {
        Actor carl = house.person("Carl", "carl@example.org");
        house.sql("UPDATE account SET locale = 'pt-BR' WHERE id = ?", carl.id());
        invite("carl@example.org", Locale.ENGLISH);
        assertThat(arrived().getSubject()).contains("convida você para");
        server.purgeEmailFromAllMailboxes();

        house.sql("UPDATE account SET locale = NULL WHERE id = ?", carl.id());
        house.sql("UPDATE account SET locale = 'pt-BR' WHERE id = ?", ana.id());
        invite("carl@example.org", Locale.ENGLISH);
        assertThat(arrived().getSubject()).contains("convida você para");
    }

    @Test
    void thePagesLanguageCountsWhenNobodyChoseOne() throws Exception {
        invite("carl@example.org", Locale.forLanguageTag("pt"));
        assertThat(arrived().getSubject()).contains("convida você para");
    }

    @Test
    void oneAccountMailsABoundedNumberAnHour() {
        assertThat(invite("one@example.org", null).mailed()).isTrue();
        assertThat(invite("two@example.org", null).mailed()).isTrue();
        assertThat(status(() -> invite("three@example.org", null))).isEqualTo(429);
        assertThat(house.invites().list(owner)).hasSize(2);
        assertThat(house.invites().create(owner, "three@example.org", DAY, 1).mailed())
                .as("a link is not a mail")
                .isFalse();
    }

    @Test
    void withoutAServerTheInviteIsMadeAndNotMailed() throws IOException {
        House without = House.open();
        try {
            Actor eve = without.person("Eve");
            without.rooms().create(eve, NewRoom.named("Ops"));
            Invites.Created made = without.invites()
                    .create(
                            without.rooms().asAdmin(eve, "ops"),
                            new NewInvite("", "carl@example.org", DAY, 1, new Delivery(BASE, null)));
            assertThat(without.invites().canMail()).isFalse();
            assertThat(made.mailed()).isFalse();
            assertThat(made.token()).isNotEmpty();
        } finally {
            without.closeAndDelete();
        }
    }

    private MimeMessage arrived() {
        assertThat(server.waitForIncomingEmail(20_000, 1)).isTrue();
        return server.getReceivedMessages()[0];
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        return ((Multipart) mail.getContent()).getBodyPart(index).getContent().toString();
    }
}
