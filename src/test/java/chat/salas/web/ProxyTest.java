package chat.salas.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.kernel.StartRefused;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a request comes from, and from which page, with and without reverse proxies. */
class ProxyTest {
    private final ClientAddress clients = new ClientAddress(List.of("10.0.0.0/8", "2001:db8::/32", "198.51.100.7"));

    private static HttpRequest<?> from(String peer, Map<String, String> headers) {
        SimpleHttpRequest<Object> request = new SimpleHttpRequest<>(HttpMethod.POST, "/api/me", null);
        headers.forEach(request::header);
        return new HttpRequestWrapper<>(request) {
            @Override
            public InetSocketAddress getRemoteAddress() {
                return new InetSocketAddress(InetAddress.ofLiteral(peer), 1234);
            }
        };
    }

    private static HttpRequest<?> withCookie(Map<String, String> headers) {
        SimpleHttpRequest<Object> request = new SimpleHttpRequest<>(HttpMethod.POST, "/api/me", null);
        headers.forEach(request::header);
        request.cookie(Cookie.of("salas_session", "token"));
        return request;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "203.0.113.9 | - | 203.0.113.9",
                "203.0.113.9 | 192.0.2.1 | 203.0.113.9",
                "127.0.0.1 | 192.0.2.1 | 192.0.2.1",
                "::1 | 192.0.2.1 | 192.0.2.1",
                "10.1.2.3 | 192.0.2.1 | 192.0.2.1",
                "11.1.2.3 | 192.0.2.1 | 11.1.2.3",
                "198.51.100.7 | 192.0.2.1 | 192.0.2.1",
                "127.0.0.1 | 1.1.1.1, 192.0.2.1, 10.0.0.2 | 192.0.2.1",
                "127.0.0.1 | 10.0.0.1, 10.0.0.2 | 10.0.0.1",
                "127.0.0.1 | nonsense | 127.0.0.1",
                "127.0.0.1 | 192.0.2.1, nonsense | 127.0.0.1",
                "127.0.0.1 | example.org | 127.0.0.1",
                "2001:db8::1 | 2001:db9::5 | 2001:db9:0:0:0:0:0:5",
            })
    void addressIsTheLastOneThatAProxyOfOursSaw(String peer, @Nullable String forwarded, String expected) {
        Map<String, String> headers = forwarded == null ? Map.of() : Map.of("X-Forwarded-For", forwarded);
        assertThat(clients.of(from(peer, headers))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "localhost", "::/129"})
    void rangeThatIsNoneRefusesTheStart(String range) {
        assertThatThrownBy(() -> Subnet.of(range))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(range);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | chat.example.org | http://chat.example.org | true",
                "- | chat.example.org | http://chat.example.org:80 | true",
                "- | chat.example.org | https://chat.example.org | true",
                "- | chat.example.org:8080 | http://chat.example.org:8080 | true",
                "- | CHAT.example.org | http://chat.EXAMPLE.org | true",
                "- | chat.example.org:8080 | http://chat.example.org | false",
                "- | chat.example.org | http://evil.example.org | false",
                "- | chat.example.org | http://chat.example.org.evil.example | false",
                "- | chat.example.org | http://user@chat.example.org | false",
                "- | chat.example.org | ftp://chat.example.org | false",
                "- | chat.example.org | null | false",
                "https://chat.example.org/ | localhost:8080 | https://chat.example.org | true",
                "https://chat.example.org | localhost:8080 | https://chat.example.org:443 | true",
                "https://chat.example.org | localhost:8080 | http://chat.example.org | false",
                "https://chat.example.org | localhost:8080 | https://evil.example.org | false",
            })
    void onlyOurOwnPagesMayChangeThings(@Nullable String configured, String host, String origin, boolean allowed) {
        OriginCheck check = new OriginCheck(new PublicAddress(configured, clients));
        HttpRequest<?> request = withCookie(Map.of("Host", host, "Origin", origin));
        assertThat(check.allowsChange(request)).isEqualTo(allowed);
        assertThat(check.allowsUpgrade(request)).isEqualTo(allowed);
    }

    @Test
    void withoutAnOriginTheBrowserMustSayThatThePageIsOurs() {
        OriginCheck check = new OriginCheck(new PublicAddress(null, clients));
        assertThat(check.allowsChange(withCookie(Map.of()))).isFalse();
        assertThat(check.allowsChange(withCookie(Map.of("Sec-Fetch-Site", "same-origin"))))
                .isTrue();
        for (String site : List.of("same-site", "cross-site", "none", "")) {
            assertThat(check.allowsChange(withCookie(Map.of("Sec-Fetch-Site", site))))
                    .as(site)
                    .isFalse();
        }
        assertThat(check.allowsChange(from("127.0.0.1", Map.of())))
                .as("no cookie")
                .isTrue();
        assertThat(check.allowsChange(from("127.0.0.1", Map.of("Sec-Fetch-Site", "cross-site"))))
                .isFalse();
        assertThat(check.allowsChange(withCookie(Map.of("Authorization", "Bearer x", "Origin", "https://evil"))))
                .as("never attached by a browser")
                .isTrue();
        assertThat(check.allowsUpgrade(withCookie(Map.of("Sec-Fetch-Site", "same-origin"))))
                .as("sockets need an Origin")
                .isFalse();
    }

    @Test
    void publicAddressMustBeOne() {
        for (String url : List.of("chat.example.org", "ftp://chat.example.org", "https://")) {
            assertThatThrownBy(() -> new PublicAddress(url, clients)).isInstanceOf(StartRefused.class);
        }
        assertThat(new PublicAddress("https://chat.example.org/", clients).baseUrl(withCookie(Map.of())))
                .isEqualTo("https://chat.example.org");
    }
}
