package chat.salas.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.kernel.Problem.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private final PasswordRules rules = new PasswordRules(new CommonPasswords());

    private void check(String password) {
        rules.check("password", password, "ana.lima@example.org", "ana.lima", "Ana Lima de Souza");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "tr0ub4dor&3-xkcd",
                "7kV!92mQzR",
                "uma senha bem comprida",
                "wisdom-lantern-42",
                "\u4e0a\u6d77\u7684\u5929\u7a7a\u5f88\u84dd\u5f88\u84dd\u5440",
                "\ud83d\ude00\ud83d\ude01\ud83d\ude02\ud83d\ude03\ud83d\ude04\ud83d\ude05\ud83d\ude06\ud83d\ude07\ud83d\ude08\ud83d\ude09",
                "a-password-of-mine-77",
                "Salas is my server 9",
            })
    void uncommonOnesAreTaken(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password12", "Password123!", "P@ssw0rd1234", "p@$$w0rd2025", "123456789012", "0987654321",
                        "qwertyuiop1",
                "QWERTYUIOP", "asdfghjkl;'", "1q2w3e4r5t6y", "1qaz2wsx3edc", "abcdefghij", "zyxwvutsrq",
                        "aaaaaaaaaaaaa",
                "abababababab", "12121212121212", "hunter2hunter2", "letmein!!!!!", "iloveyou<3<3", "monkey123456",
                        "dragon!2024!",
                "Summer2024!!", "welcome12345", "changeme123", "administrator", "trustno1trustno1", "!!!football99",
                        "qwerty-2024-",
                "senha123456", "motdepasse1", "contrase\u00f1a1", "liverpool2024", "superman1999",
            })
    void thoseThatAreGuessedFirstAreNot(String password) {
        assertThatThrownBy(() -> check(password)).isInstanceOf(WeakPassword.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana.lima@example.org",
                "ANA.LIMA@example.org",
                "Ana Lima de Souza",
                "analimadesouza",
                "ana-lima-de-souza"
            })
    void whatEverybodyKnowsOfTheOwnerIsNot(String password) {
        assertThatThrownBy(() -> check(password)).isInstanceOf(WeakPassword.class);
    }

    @Test
    void lengthIsCountedInCharactersAndBounded() {
        assertThatThrownBy(() -> check("7kV!92mQz"))
                .isInstanceOf(WeakPassword.class)
                .hasMessageContaining("length: 9");
        assertThatCode(() -> check("7kV!92mQzR".repeat(4) + "x".repeat(160))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("7kV!92mQzR".repeat(4) + "x".repeat(161)))
                .isInstanceOf(WeakPassword.class)
                .hasMessageContaining("length: 201 (expected: 10..200)");
        assertThatThrownBy(() -> check("\ud83d\ude00\ud83d\ude01\ud83d\ude02\ud83d\ude03\ud83d\ude04"))
                .isInstanceOf(WeakPassword.class);
    }

    @Test
    void controlCharactersAndHalfCharactersAreRefused() {
        assertThatThrownBy(() -> check("7kV!92mQzR\u0000")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> check("7kV!92mQzR\ud800")).isInstanceOf(Refused.class);
    }
}
