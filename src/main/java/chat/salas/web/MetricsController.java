package chat.salas.web;

import chat.salas.metrics.Exposition;
import chat.salas.metrics.MeterSource;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Comparator;

/** The server's figures, as Prometheus reads them. */
@Controller(MetricsDoor.PATH)
@ExecuteOn(TaskExecutors.VIRTUAL)
@Secured(SecurityRule.IS_ANONYMOUS)
final class MetricsController {
    private final MetricsDoor door;
    private final BeanProvider<MeterSource> sources;

    MetricsController(MetricsDoor door, BeanProvider<MeterSource> sources) {
        this.door = door;
        this.sources = sources;
    }

    @Get(produces = Exposition.MEDIA_TYPE)
    String read(HttpRequest<?> request) {
        door.require(request);
        Exposition all = new Exposition();
        sources.stream()
                .sorted(Comparator.comparing(source -> source.getClass().getName()))
                .forEach(source -> source.tell(all));
        return all.toString();
    }
}
