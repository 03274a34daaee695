package chat.salas.account;

import chat.salas.kernel.Problem;
import chat.salas.metrics.Exposition;
import chat.salas.metrics.MeterSource;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** How sign-ins end, and what they wait for. */
@Singleton
final class SignInMeters implements MeterSource {
    private static final String NAME = "salas_sign_ins_total";
    private static final String HELP = "Sign-ins by how they ended.";
    private static final String LABEL = "outcome";

    private final Passwords passwords;
    private final LongAdder signedIn = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder throttled = new LongAdder();

    SignInMeters(Passwords passwords) {
        this.passwords = passwords;
    }

    SignedIn counting(Supplier<SignedIn> signIn) {
        try {
            SignedIn result = signIn.get();
            signedIn.increment();
            return result;
        } catch (Problem.Unauthenticated wrong) {
            refused.increment();
            throw wrong;
        } catch (Problem.TooMany later) {
            throttled.increment();
            throw later;
        }
    }

    @Override
    public void tell(Exposition out) {
        out.counter(NAME, HELP, signedIn.sum(), LABEL, "signed_in");
        out.counter(NAME, HELP, refused.sum(), LABEL, "refused");
        out.counter(NAME, HELP, throttled.sum(), LABEL, "throttled");
        out.counter("salas_password_hashes_total", "Argon2id hashes computed.", passwords.computed());
        out.gauge("salas_password_hashes_waiting", "Hashes that wait for a processor.", passwords.waiting());
    }
}
