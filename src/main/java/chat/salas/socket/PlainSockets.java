package chat.salas.socket;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer.ChannelRole;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketServerCompressionHandler;
import jakarta.inject.Singleton;

/**
 * No permessage-deflate: it costs each socket some 300 KiB of native memory and a compression for each recipient of the same
 * message, and lets a kilobyte on the wire become a megabyte here.
 */
@Singleton
final class PlainSockets implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer(null));
        return event.getBean();
    }

    private record Customizer(
            @org.jspecify.annotations.Nullable Channel channel) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel one, ChannelRole role) {
            return new Customizer(one);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null && channel.pipeline().get(WebSocketServerCompressionHandler.class) != null) {
                channel.pipeline().remove(WebSocketServerCompressionHandler.class);
            }
        }
    }
}
