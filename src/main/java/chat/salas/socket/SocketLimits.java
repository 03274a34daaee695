package chat.salas.socket;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How many sockets there may be.
 *
 * @param connections in all; 0 = no limit
 * @param connectionsPerAccount of one account; 0 = no limit
 * @param rooms that one connection may be in
 */
@ConfigurationProperties("salas.socket")
record SocketLimits(
        @Bindable(defaultValue = "20000") int connections,
        @Bindable(defaultValue = "100") int connectionsPerAccount,
        @Bindable(defaultValue = "1000") int rooms) {}
