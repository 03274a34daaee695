package chat.salas.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.kernel.Problem;
import chat.salas.kernel.StartRefused;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LetterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@example.org",
                "ana@example.org, eve@example.org",
                "ana@example.org,eve@example.org",
                "Ana <ana@example.org>",
                "ana@example.org\r\nRCPT TO:<eve@example.org>",
                "ana@example.org\n",
                "ana\u2028@example.org",
                "a na@example.org",
                "ana@eve@example.org",
                "ana@example.org>",
                "ana@example.org\u0000"
            })
    void whatIsNotOnePlainAddressIsRefused(String address) {
        assertThatThrownBy(() -> new Letter(address, "Hi", "text", "html")).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void aLongSubjectIsCutBetweenCharacters() {
        String subject = new Letter("ana@example.org", "😀".repeat(300), "text", "html").subject();

        assertThat(subject.codePointCount(0, subject.length())).isEqualTo(200);
        assertThat(subject).endsWith("😀…");
    }

    @Test
    void directionMarksAndLoneSurrogatesAreTakenOut() {
        assertThat(new Letter("ana@example.org", "a\u202Eb\u2066c\uD800d", "text", "html").subject())
                .isEqualTo("a b c d");
    }

    @Test
    void nobodysWordsBecomeMarkup() {
        Letter letter = new Stationery(
                        "<b>\"Tom\" & 'Co'</b>",
                        List.of("</p><script>alert(1)</script>"),
                        "Go <here>",
                        "https://chat.example.org/invite/x?a=1&b=\"",
                        "<i>bye</i>")
                .to("ana@example.org", Phrases.in(Locale.ENGLISH));

        assertThat(letter.html())
                .doesNotContain("<script", "<b>", "<i>", "<here>", "b=\"\"")
                .contains("&lt;script&gt;", "&amp;b=&quot;", "&lt;b&gt;&quot;Tom&quot; &amp; &#39;Co&#39;&lt;/b&gt;");
        assertThat(letter.text()).contains("</p><script>alert(1)</script>", "https://chat.example.org/invite/x?a=1&b=");
    }

    @Test
    void aLinkThatRunsSomethingIsRefused() {
        assertThatThrownBy(() -> new Stationery("Hi", List.of(), "Go", "javascript:alert(1)", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lettersSpeakPortugueseOrEnglish() {
        assertThat(Phrases.in(Locale.forLanguageTag("pt")).say("test.words", "Ana"))
                .startsWith("Ana pediu");
        assertThat(Phrases.in(Locale.forLanguageTag("pt-BR")).tag()).isEqualTo("pt-BR");
        assertThat(Phrases.in(Locale.GERMAN).say("test.words", "Ana")).startsWith("Ana asked");
        assertThat(Phrases.in(null).tag()).isEqualTo("en");
    }

    @Test
    void aLetterAndWhatSendsItDoNotPrintWhatTheyHold() {
        SmtpServer server = SmtpServer.parse("smtps://user%40example.org:se%3Acret@mail.example.org");
        assertThat(server.login()).isEqualTo(new SmtpServer.Login("user@example.org", "se:cret"));
        assertThat(server.from().address()).isEqualTo("user@example.org");
        assertThat(server.port()).isEqualTo(465);
        assertThat(server + " " + server.login() + " " + new Letter("ana@example.org", "Hi", "x", "y"))
                .doesNotContain("secret", "cret", "user", "ana");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.org",
                "http://u:secret@mail.example.org",
                "smtp://u:sec ret@mail.example.org",
                "smtp://",
                "smtp://u:secret%zz@mail.example.org",
                "smtp://u:secret@mail.example.org?from=nobody"
            })
    void anAddressOfAServerThatCannotBeReadStopsTheStartWithoutTellingThePassword(String url) {
        assertThatThrownBy(() -> SmtpServer.parse(url))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("SALAS_SMTP_URL")
                .hasMessageNotContaining("sec");
    }
}
