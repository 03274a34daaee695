package chat.salas.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.kernel.Problem;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(64, new SecureRandom());

    @Test
    void hashIsArgon2idOfTheStrengthThatIsPromisedAndSaltedEachTime() {
        Passwords real = new Passwords(19_456, new SecureRandom());
        String hash = real.hash("7kV!92mQzR");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(real.verify("7kV!92mQzR", hash)).isTrue();
        assertThat(real.verify("7kV!92mQzr", hash)).isFalse();
        assertThat(real.isOutdated(hash)).isFalse();
        assertThat(passwords.hash("same")).isNotEqualTo(passwords.hash("same"));
    }

    @Test
    void hashesAreTheSameAsThoseOfAnotherImplementation() {
        Argon2Function other = Argon2Function.getInstance(64, 2, 1, 32, Argon2.ID);
        String password = "jos\u00e9 e maria \ud83d\ude80";
        assertThat(other.check(password, passwords.hash(password))).isTrue();
        assertThat(other.check("another", passwords.hash(password))).isFalse();
        String theirs = other.hash(password).getResult();
        assertThat(passwords.verify(password, theirs)).isTrue();
        assertThat(passwords.verify("another", theirs)).isFalse();
        String wide = Argon2Function.getInstance(256, 3, 4, 64, Argon2.ID)
                .hash(password)
                .getResult();
        assertThat(passwords.verify(password, wide))
                .as("other costs and lengths")
                .isTrue();
    }

    @Test
    void whatIsNoHashOfOursIsRefusedBeforeAnyWork() {
        String hash = passwords.hash("x");
        long before = passwords.computed();
        for (String broken :
                List.of("", "x", hash + "$", hash.replace("argon2id", "argon2i"), hash.replace("m=64", "m=99999999"))) {
            assertThatThrownBy(() -> passwords.verify("x", broken))
                    .as(broken)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not a password hash of ours");
        }
        assertThat(passwords.computed()).isEqualTo(before);
    }

    @Test
    void weakerHashIsOutdatedAndStrongerIsNot() {
        Passwords stronger = new Passwords(128, new SecureRandom());
        assertThat(stronger.isOutdated(passwords.hash("x"))).isTrue();
        assertThat(passwords.isOutdated(stronger.hash("x"))).isFalse();
        assertThat(stronger.verify("x", passwords.hash("x"))).isTrue();
    }

    @Test
    void sameCharactersInAnotherFormAreTheSamePassword() {
        assertThat(passwords.verify("jose\u0301 e maria", passwords.hash("jos\u00e9 e maria")))
                .isTrue();
    }

    @Test
    void withoutAnAccountTheSameWorkIsDoneAndTheAnswerIsNo() {
        String hash = passwords.hash("right");
        long before = passwords.computed();
        assertThat(passwords.verify("wrong", hash)).isFalse();
        long forWrong = passwords.computed() - before;
        assertThat(passwords.verify("wrong", null)).isFalse();
        assertThat(passwords.computed() - before - forWrong).isEqualTo(forWrong).isEqualTo(1);
    }

    @Test
    void floodWaitsOrIsToldToComeBackAndNeverComputesMoreThanTheProcessorsCan() throws Exception {
        Passwords slow = new Passwords(2_048, new SecureRandom());
        String hash = slow.hash("right");
        long before = slow.computed();
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            attempts.add(() -> attempt(slow, hash));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> answers = threads.invokeAll(attempts, 60, TimeUnit.SECONDS);
            long served = 0;
            for (Future<Boolean> answer : answers) {
                served += answer.get() ? 1 : 0;
            }
            assertThat(served).isPositive().isEqualTo(slow.computed() - before);
        }
        assertThat(slow.most())
                .isPositive()
                .isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(slow.verify("right", hash)).as("still works").isTrue();
    }

    @Test
    void hashesNeverHoldTheCarriersOfVirtualThreads() throws Exception {
        Passwords slow = new Passwords(8_192, new SecureRandom());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> hashes = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                hashes.add(threads.submit(() -> slow.hash("x")));
            }
            long turns = 0;
            while (hashes.stream().anyMatch(hash -> !hash.isDone())) {
                threads.submit(() -> {}).get(10, TimeUnit.SECONDS);
                turns++;
            }
            for (Future<String> hash : hashes) {
                assertThat(hash.get()).isNotEmpty();
            }
            // each turn would wait for two hashes at least, had they taken the carriers
            assertThat(turns).isGreaterThan(hashes.size());
        }
    }

    private static boolean attempt(Passwords passwords, String hash) {
        try {
            return passwords.verify("right", hash);
        } catch (Problem.TooMany tooMany) {
            assertThat(tooMany.retryAfter()).isPositive();
            return false;
        }
    }
}
