package chat.salas.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Problem;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads the figures. */
class MetricsDoorTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> HERE = Map.of("Host", "localhost:8080");

    private final MetricsDoor withToken = new MetricsDoor(TOKEN);
    private final MetricsDoor without = new MetricsDoor("");

    private static int answer(MetricsDoor door, String peer, Map<String, String> headers) {
        SimpleHttpRequest<Object> request = new SimpleHttpRequest<>(HttpMethod.GET, "/metrics", null);
        headers.forEach(request::header);
        HttpRequest<?> from = new HttpRequestWrapper<>(request) {
            @Override
            public InetSocketAddress getRemoteAddress() {
                return new InetSocketAddress(InetAddress.ofLiteral(peer), 1234);
            }
        };
        try {
            door.require(from);
            return 200;
        } catch (Problem refused) {
            return refused.status();
        }
    }

    private static Map<String, String> and(String name, String value) {
        Map<String, String> headers = new HashMap<>(HERE);
        headers.put(name, value);
        return headers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST"})
    void programsOnThisMachineNeedNothing(String host) {
        assertThat(answer(without, "127.0.0.1", Map.of("Host", host))).isEqualTo(200);
        assertThat(answer(withToken, "::1", Map.of("Host", host))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "10.0.0.1", "2001:db8::1", "0.0.0.0"})
    void nobodyElseWithoutTheToken(String peer) {
        assertThat(answer(without, peer, HERE)).isEqualTo(403);
        assertThat(answer(withToken, peer, HERE)).isEqualTo(403);
        assertThat(answer(withToken, peer, and("X-Forwarded-For", "127.0.0.1"))).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via"})
    void aProxyOnThisMachineOpensNothing(String sign) {
        assertThat(answer(without, "127.0.0.1", and(sign, "127.0.0.1"))).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"chat.example.org", "chat.example.org:8080", "localhost.example.org", "127.0.0.1.example.org"})
    void norDoesAnyOtherNameOfThisMachine(String host) {
        assertThat(answer(without, "127.0.0.1", Map.of("Host", host))).isEqualTo(403);
    }

    @Test
    void theTokenOpensFromEverywhereAndAWrongOneFromNowhere() {
        assertThat(answer(withToken, "192.0.2.1", and("Authorization", "Bearer " + TOKEN)))
                .isEqualTo(200);
        assertThat(answer(withToken, "192.0.2.1", and("Authorization", "Bearer " + TOKEN + "0")))
                .isEqualTo(401);
        assertThat(answer(withToken, "127.0.0.1", and("Authorization", "Bearer wrong")))
                .isEqualTo(401);
        assertThat(answer(without, "192.0.2.1", and("Authorization", "Bearer ")))
                .isNotEqualTo(200);
        assertThat(answer(without, "192.0.2.1", and("Authorization", "Bearer " + TOKEN)))
                .isEqualTo(401);
    }
}
