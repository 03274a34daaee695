package chat.salas.web;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From where a request comes. {@code X-Forwarded-For} is believed only when the peer is this machine or a proxy named in
 * SALAS_TRUSTED_PROXIES, and then read from the right, so that what a client wrote into it counts for nothing.
 */
@Singleton
public final class ClientAddress {
    private static final int MAX_HOPS = 20;

    private final List<Subnet> proxies;

    ClientAddress(@Nullable @Property(name = "salas.trusted-proxies") List<String> proxies) {
        this.proxies = proxies == null
                ? List.of()
                : proxies.stream().filter(p -> !p.isBlank()).map(Subnet::of).toList();
    }

    /** The client's address as a literal without port or scope. */
    public String of(HttpRequest<?> request) {
        InetAddress peer = peer(request);
        return isTrusted(peer) ? literal(behind(request, peer)) : literal(peer);
    }

    boolean isProxied(HttpRequest<?> request) {
        return isTrusted(peer(request));
    }

    private InetAddress behind(HttpRequest<?> request, InetAddress peer) {
        List<String> hops = request.getHeaders().getAll("X-Forwarded-For").stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
        InetAddress nearest = peer;
        for (int i = hops.size() - 1; i >= Math.max(0, hops.size() - MAX_HOPS) && isTrusted(nearest); i--) {
            Optional<InetAddress> hop = Subnet.literal(hops.get(i));
            if (hop.isEmpty()) {
                return nearest;
            }
            nearest = hop.get();
        }
        return nearest;
    }

    private boolean isTrusted(InetAddress address) {
        return address.isLoopbackAddress() || proxies.stream().anyMatch(p -> p.contains(address));
    }

    private static InetAddress peer(HttpRequest<?> request) {
        InetSocketAddress socket = request.getRemoteAddress();
        InetAddress address = socket == null ? null : socket.getAddress();
        return address == null ? InetAddress.ofLiteral("0.0.0.0") : address;
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }
}
