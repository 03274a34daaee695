package chat.salas.account;

import chat.salas.kernel.Problem;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;

/** SALAS_SIGNIN_LIMIT sign-ins and sign-ups a minute for each network address and for each account; 0 = off. */
@Singleton
final class SignInThrottle {
    private static final int NETWORK_BYTES = 8;

    private final Throttle throttle;

    SignInThrottle(@Property(name = "salas.signin-limit", defaultValue = "10") int limit, InstantSource clock) {
        this.throttle = new Throttle(limit, clock);
    }

    /** @throws Problem.TooMany with the time to wait */
    void attempt(Device device, String email) {
        take("from " + network(device.address()));
        take("to " + email);
    }

    /** For those who are signed in and are asked for their password again. */
    void attempt(long accountId) {
        take("account " + accountId);
    }

    private void take(String key) {
        Duration wait = throttle.take(key).orElse(Duration.ZERO);
        if (wait.isPositive()) {
            throw new Problem.TooMany("Too many attempts to sign in: wait a moment", wait);
        }
    }

    /** One who has an IPv6 address has 2^64 of them. */
    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
