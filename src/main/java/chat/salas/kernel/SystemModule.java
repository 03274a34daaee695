package chat.salas.kernel;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Time and chance as beans, so that tests can bring their own. */
@Factory
final class SystemModule {
    /** Primary: Micronaut brings one of its own. */
    @Primary
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }
}
