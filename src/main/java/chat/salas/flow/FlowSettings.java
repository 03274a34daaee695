package chat.salas.flow;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * Limits of the UI's state and wire.
 *
 * @param maxSessions browsers that may hold pages at once
 * @param maxAnonymous how many of them may be signed out; the longest idle one makes room
 * @param idleTimeout how long a session lives without a request or heartbeat
 * @param emptyTimeout how long a session lives without a page
 * @param heartbeat how often an open page says that it is there; three missed ones close it
 * @param maxMessageBytes largest body of a call from the page
 * @param maxPendingBytes what may wait for a browser that does not read its push connection
 * @param reserved path prefixes that are never the UI
 */
@ConfigurationProperties("flow")
record FlowSettings(
        @Bindable(defaultValue = "10000") int maxSessions,
        @Bindable(defaultValue = "500") int maxAnonymous,
        @Bindable(defaultValue = "30m") Duration idleTimeout,
        @Bindable(defaultValue = "2m") Duration emptyTimeout,
        @Bindable(defaultValue = "5m") Duration heartbeat,
        @Bindable(defaultValue = "2097152") int maxMessageBytes,
        @Bindable(defaultValue = "1048576") int maxPendingBytes,

        @Bindable(defaultValue = "/api,/health,/metrics,/ws,/openapi.yml")
        List<String> reserved) {

    boolean isReserved(String path) {
        return reserved.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
