package chat.salas.ops;

import chat.salas.kernel.Draining;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** Not ready once the server is on its way down. */
@Singleton
@Readiness
final class DrainingIndicator implements HealthIndicator {
    private final Draining draining;

    DrainingIndicator(Draining draining) {
        this.draining = draining;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        HealthStatus status = draining.isOn() ? HealthStatus.DOWN : HealthStatus.UP;
        return Publishers.just(HealthResult.builder("draining", status).build());
    }
}
