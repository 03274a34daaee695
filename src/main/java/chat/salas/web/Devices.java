package chat.salas.web;

import chat.salas.account.Device;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** From where a request signs in: what its client says it is, and the address behind any proxy. */
@Singleton
public final class Devices {
    private final ClientAddress addresses;

    Devices(ClientAddress addresses) {
        this.addresses = addresses;
    }

    public Device of(HttpRequest<?> request) {
        return new Device(request.getHeaders().get(HttpHeaders.USER_AGENT, String.class, ""), addresses.of(request));
    }
}
