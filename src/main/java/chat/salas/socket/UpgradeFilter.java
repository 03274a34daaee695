package chat.salas.socket;

import chat.salas.kernel.Problem.Forbidden;
import chat.salas.kernel.Problem.Malformed;
import chat.salas.web.Actors;
import chat.salas.web.OriginCheck;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Who is signed in but may not connect hears so before the upgrade: another site's page, and those who have too many. */
@ServerFilter("/ws")
@Order(UpgradeFilter.AFTER_SECURITY)
final class UpgradeFilter {
    static final int AFTER_SECURITY = 39_300;

    private final OriginCheck origins;
    private final Connections connections;

    UpgradeFilter(OriginCheck origins, Connections connections) {
        this.origins = origins;
        this.connections = connections;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        long account = Actors.require(request).id();
        if (!"websocket".equalsIgnoreCase(request.getHeaders().get(HttpHeaders.UPGRADE))) {
            throw new Malformed("Here is a WebSocket (expected: Connection: Upgrade, Upgrade: websocket)");
        }
        if (!origins.allowsUpgrade(request)) {
            throw new Forbidden("The connection does not come from this server's own pages (Origin)");
        }
        connections.checkRoomFor(account);
    }
}
