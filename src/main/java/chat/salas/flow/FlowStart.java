package chat.salas.flow;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** Starts Flow with the server, so that a mistaken route stops the start and the first visitor does not wait. */
@Singleton
final class FlowStart implements ApplicationEventListener<ServerStartupEvent> {
    private final BeanProvider<FlowService> service;

    FlowStart(BeanProvider<FlowService> service) {
        this.service = service;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        service.get();
    }
}
