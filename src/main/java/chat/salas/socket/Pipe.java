package chat.salas.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket on its channel: puts text together, answers pings, bounds what waits to be written, closes with a word. Lives
 * on the channel's event loop; only {@link #pauseReading} may be called from elsewhere. Replaces Micronaut's handler, which
 * encodes for each session and joins fragments without a bound.
 */
final class Pipe extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Pipe.class);
    private static final long MAX_PENDING = 1 << 20;
    private static final long FLUSH_AT = 256 << 10;
    private static final int LINGER_SECONDS = 5;
    private static final int SILENT_BEATS_TO_PING = 2;
    private static final int SILENT_BEATS_TO_CLOSE = 5;

    /** Who talks over it. */
    interface Talk {
        /** One whole text, at most 64 KiB. */
        void heard(String text);

        /** Nothing more comes, and nothing more is written. Told once. */
        void over(boolean byServer);
    }

    private final Channel channel;
    private final TextAssembly assembly = new TextAssembly();
    private @Nullable Talk talk;
    private boolean touched;
    private boolean closing;
    private boolean heard = true;
    private byte silentBeats;

    Pipe(Channel channel) {
        this.channel = channel;
    }

    void talkTo(Talk other) {
        talk = other;
    }

    Channel channel() {
        return channel;
    }

    /** Takes over the buffer. Returns whether the pipe wants a flush that it did not want before. */
    boolean write(ByteBuf frames) {
        if (closing || !channel.isActive()) {
            frames.release();
            return false;
        }
        long pending = pending();
        if (pending > FLUSH_AT || pending + frames.readableBytes() > MAX_PENDING) {
            channel.flush();
            pending = pending();
        }
        if (pending + frames.readableBytes() > MAX_PENDING) {
            frames.release();
            close(1013, "Too slow: come back with after");
            return false;
        }
        channel.write(frames, channel.voidPromise());
        boolean first = !touched;
        touched = true;
        return first;
    }

    /** As {@link #write}; the result completes when the frames have left this process. */
    void writeAndTell(ByteBuf frames, CompletableFuture<@Nullable Void> left) {
        if (closing) {
            frames.release();
            left.cancel(false);
            return;
        }
        channel.writeAndFlush(frames).addListener(sent -> {
            if (sent.isSuccess()) {
                left.complete(null);
            } else {
                left.cancel(false);
            }
        });
    }

    void flush() {
        touched = false;
        channel.flush();
    }

    /** Says why and closes; waits a little for what was written before and for the other side's answer. */
    void close(int code, String reason) {
        if (!startClosing(true)) {
            return;
        }
        channel.config().setAutoRead(true);
        channel.writeAndFlush(new CloseWebSocketFrame(code, reason));
        var last = channel.eventLoop().schedule(() -> channel.close(), LINGER_SECONDS, TimeUnit.SECONDS);
        channel.closeFuture().addListener(_ -> last.cancel(false));
    }

    /** From any thread. */
    void pauseReading(boolean pause) {
        channel.eventLoop().execute(() -> channel.config().setAutoRead(!pause || closing));
    }

    /** Called every 15 seconds. Who says nothing is pinged, and given up when that brings no answer either. */
    void beat() {
        boolean alive = heard || !channel.config().isAutoRead();
        silentBeats = alive ? 0 : (byte) (silentBeats + 1);
        heard = false;
        if (silentBeats >= SILENT_BEATS_TO_CLOSE) {
            channel.close();
        } else if (silentBeats >= SILENT_BEATS_TO_PING && !closing) {
            channel.writeAndFlush(new PingWebSocketFrame());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        heard = true;
        try {
            if (message instanceof WebSocketFrame frame) {
                read(frame);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(WebSocketFrame frame) {
        if (frame instanceof CloseWebSocketFrame close) {
            answerClose(close);
        } else if (!closing) {
            switch (frame) {
                case TextWebSocketFrame _, ContinuationWebSocketFrame _ -> readText(frame);
                case BinaryWebSocketFrame _ -> close(1003, "Text frames only");
                case PingWebSocketFrame ping -> pong(ping);
                default -> {}
            }
        }
    }

    private void readText(WebSocketFrame frame) {
        switch (assembly.add(frame.content(), frame.isFinalFragment())) {
            case TextAssembly.Whole(String text) when talk != null -> talk.heard(text);
            case TextAssembly.TooLong _ -> close(1009, "At most 64 KiB a message");
            case TextAssembly.NotUtf8 _ -> close(1007, "Not UTF-8");
            default -> {}
        }
    }

    private void pong(PingWebSocketFrame ping) {
        if (pending() > FLUSH_AT) {
            close(1013, "Too many pings");
        } else {
            channel.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
        }
    }

    private void answerClose(CloseWebSocketFrame frame) {
        if (startClosing(false)) {
            channel.writeAndFlush(frame.retain()).addListener(_ -> channel.close());
        } else {
            channel.close();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        ReferenceCountUtil.release(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        startClosing(false);
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException broken) {
            close(broken.closeStatus().code(), broken.closeStatus().reasonText());
        } else if (cause instanceof IOException) {
            channel.close();
        } else {
            LOG.error("A socket failed", cause);
            close(1011, "Internal error");
        }
    }

    private boolean startClosing(boolean byServer) {
        if (closing) {
            return false;
        }
        closing = true;
        assembly.clear();
        if (talk != null) {
            talk.over(byServer);
        }
        return true;
    }

    private long pending() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }
}
