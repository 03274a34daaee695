package chat.salas.ops;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;

/** No scheduled task begins once the beans end: it would ask for them, and so make them anew. */
@Singleton
final class NoMoreTasks implements ApplicationEventListener<ShutdownEvent> {
    private final ExecutorService scheduled;

    NoMoreTasks(@Named(TaskExecutors.SCHEDULED) ExecutorService scheduled) {
        this.scheduled = scheduled;
    }

    @Override
    public void onApplicationEvent(ShutdownEvent event) {
        scheduled.shutdown();
    }
}
