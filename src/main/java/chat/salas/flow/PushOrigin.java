package chat.salas.flow;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/** Push connections are opened by our own pages only: browsers send their cookies along with anybody's. */
@ServerFilter("/VAADIN/push")
final class PushOrigin {
    private final OwnAddress address;

    PushOrigin(OwnAddress address) {
        this.address = address;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        boolean upgrade = request.getHeaders().contains("Sec-WebSocket-Key");
        return upgrade && !address.isOurs(request) ? HttpResponse.status(HttpStatus.FORBIDDEN) : null;
    }
}
