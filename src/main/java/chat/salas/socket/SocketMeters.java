package chat.salas.socket;

import chat.salas.metrics.Exposition;
import chat.salas.metrics.MeterSource;
import jakarta.inject.Singleton;

/** How many sockets are open. */
@Singleton
final class SocketMeters implements MeterSource {
    private final Connections connections;

    SocketMeters(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void tell(Exposition out) {
        out.gauge("salas_sockets_open", "WebSocket connections of programs.", connections.size());
    }
}
