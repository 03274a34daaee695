package chat.salas.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.kernel.Problem.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "' Ana@Example.ORG ', ana@example.org",
        "ana@localhost, ana@localhost",
        "ana+salas@mail.example.org, ana+salas@mail.example.org",
        "o'brien@example.org, o'brien@example.org",
        "JOS\u00c9@example.org, jos\u00e9@example.org",
        "ana@M\u00dcLLER.example, ana@m\u00fcller.example",
        "ana@xn--mller-kva.example, ana@m\u00fcller.example",
        "'\u4e0a\u6d77@\u4f8b\u5b50.example', '\u4e0a\u6d77@\u4f8b\u5b50.example'",
    })
    void addressesAreComparedInOneForm(String text, String expected) {
        assertThat(EmailAddress.of(text).value()).isEqualTo(expected);
    }

    @Test
    void composedAndDecomposedAccentsAreOneAddress() {
        assertThat(EmailAddress.of("jose\u0301@example.org")).isEqualTo(EmailAddress.of("jos\u00e9@example.org"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "ana",
                "ana@",
                "@example.org",
                "ana@@example.org",
                "a na@example.org",
                "ana@exam ple.org",
                "ana@.org",
                "ana@example.",
                "ana@-a.org",
                "ana@a-.org",
                "ana@a_b.org",
                "\"ana\"@example.org",
                "ana@[127.0.0.1]",
                "ana@example.org\nbcc:x",
                "a\u200bna@example.org",
                "ana\ud800@example.org",
                "ana,eve@example.org",
                "ana@\u0000",
                "ana@example.org>",
                "ana\u00a0@example.org",
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> EmailAddress.of(text))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo("email")));
    }

    @Test
    void lengthIsBounded() {
        String domain = "." + "d".repeat(60);
        String address = "a".repeat(64) + "@x" + domain.repeat(3);
        assertThat(EmailAddress.of(address).value()).hasSize(249);
        assertThatThrownBy(() -> EmailAddress.of("a" + address)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> EmailAddress.of(address + ".eeeee")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> EmailAddress.of("a@" + "d".repeat(64) + ".org"))
                .isInstanceOf(Refused.class);
    }
}
