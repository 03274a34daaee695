package chat.salas.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private Instant now = Instant.parse("2026-01-31T12:00:00Z");

    private final Throttle throttle = new Throttle(10, () -> now);

    @Test
    void tenAtOnceThenOneEverySixSeconds() {
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.take("ana")).as("attempt " + i).isEmpty();
        }
        assertThat(throttle.take("ana")).hasValue(Duration.ofSeconds(6));
        assertThat(throttle.take("eve")).as("another key").isEmpty();
        now = now.plusMillis(5_999);
        assertThat(throttle.take("ana")).hasValue(Duration.ofMillis(1));
        now = now.plusMillis(1);
        assertThat(throttle.take("ana")).isEmpty();
        assertThat(throttle.take("ana")).isPresent();
    }

    @Test
    void refusedAttemptsDoNotProlongTheWait() {
        for (int i = 0; i < 100; i++) {
            throttle.take("ana");
        }
        now = now.plusSeconds(6);
        assertThat(throttle.take("ana")).isEmpty();
    }

    @Test
    void afterAQuietMinuteAllAreThereAgain() {
        for (int i = 0; i < 10; i++) {
            throttle.take("ana");
        }
        now = now.plusSeconds(60);
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.take("ana")).isEmpty();
        }
        assertThat(throttle.take("ana")).isPresent();
    }

    @Test
    void zeroIsOff() {
        Throttle off = new Throttle(0, () -> now);
        for (int i = 0; i < 1_000; i++) {
            assertThat(off.take("ana")).isEmpty();
        }
    }

    @Test
    void signInsAreCountedForTheAddressAndForTheAccount() {
        SignInThrottle signIns = new SignInThrottle(2, () -> now);
        signIns.attempt(new Device("a", "192.0.2.1"), "ana@example.org");
        signIns.attempt(new Device("a", "192.0.2.2"), "ana@example.org");
        assertThatThrownBy(() -> signIns.attempt(new Device("a", "192.0.2.3"), "ana@example.org"))
                .isInstanceOfSatisfying(Problem.TooMany.class, tooMany -> assertThat(tooMany.retryAfter())
                        .isEqualTo(Duration.ofSeconds(30)));
        signIns.attempt(new Device("a", "192.0.2.1"), "eve@example.org");
        assertThatThrownBy(() -> signIns.attempt(new Device("a", "192.0.2.1"), "bob@example.org"))
                .isInstanceOf(Problem.TooMany.class);
        assertThatCode(() -> signIns.attempt(new Device("a", "192.0.2.4"), "bob@example.org"))
                .doesNotThrowAnyException();
    }

    @Test
    void oneIpv6NetworkIsOneAddress() {
        SignInThrottle signIns = new SignInThrottle(2, () -> now);
        signIns.attempt(new Device("a", "2001:db8:0:1::1"), "a@example.org");
        signIns.attempt(new Device("a", "2001:db8:0:1:ffff::2"), "b@example.org");
        assertThatThrownBy(() -> signIns.attempt(new Device("a", "2001:db8:0:1::3"), "c@example.org"))
                .isInstanceOf(Problem.TooMany.class);
        assertThatCode(() -> signIns.attempt(new Device("a", "2001:db8:0:2::1"), "d@example.org"))
                .doesNotThrowAnyException();
    }
}
