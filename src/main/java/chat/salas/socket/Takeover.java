package chat.salas.socket;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.netty.websocket.AbstractNettyWebSocketHandler;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;

/** The one place that reaches beneath Micronaut: takes an upgraded channel over and leaves on it only what we need. */
final class Takeover {
    private static final String DECODER = "wsdecoder";
    private static final WebSocketDecoderConfig STRICT = WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(TextAssembly.MAX_BYTES)
            .expectMaskedFrames(true)
            .allowExtensions(false)
            .closeOnProtocolViolation(false)
            .build();

    private Takeover() {}

    /** On the event loop, while Micronaut opens the socket; its own handler is put in afterwards and taken out by a task. */
    static Pipe of(HttpRequest<?> request) {
        Channel channel = channelOf(request);
        ChannelPipeline pipeline = channel.pipeline();
        Pipe pipe = new Pipe(channel);
        pipeline.replace(DECODER, DECODER, new WebSocket13FrameDecoder(STRICT));
        pipeline.addAfter(DECODER, "salas-pipe", pipe);
        channel.eventLoop().execute(() -> strip(pipeline));
        return pipe;
    }

    static EventLoop loopOf(HttpRequest<?> request) {
        return channelOf(request).eventLoop();
    }

    private static Channel channelOf(HttpRequest<?> request) {
        HttpRequest<?> inner = request;
        while (inner instanceof HttpRequestWrapper<?> wrapper) {
            inner = wrapper.getDelegate();
        }
        return ((NettyHttpRequest<?>) inner).getChannelHandlerContext().channel();
    }

    private static void strip(ChannelPipeline pipeline) {
        remove(pipeline, AbstractNettyWebSocketHandler.ID);
        remove(pipeline, ChannelPipelineCustomizer.HANDLER_IDLE_STATE);
    }

    private static void remove(ChannelPipeline pipeline, String name) {
        ChannelHandler handler = pipeline.get(name);
        if (handler != null) {
            pipeline.remove(handler);
        }
    }
}
