package chat.salas.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipeTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Pipe pipe = new Pipe(channel);
    private final List<String> heard = new ArrayList<>();
    private final List<Boolean> over = new ArrayList<>();

    @BeforeEach
    void open() {
        channel.pipeline().addLast(pipe);
        pipe.talkTo(new Pipe.Talk() {
            @Override
            public void heard(String text) {
                heard.add(text);
            }

            @Override
            public void over(boolean byServer) {
                over.add(byServer);
            }
        });
    }

    @Test
    void putsFragmentsTogetherAlsoInTheMiddleOfACharacter() {
        byte[] bytes = "olá".getBytes(StandardCharsets.UTF_8);
        channel.writeInbound(new TextWebSocketFrame(false, 0, Unpooled.copiedBuffer(bytes, 0, 3)));
        channel.writeInbound(new PingWebSocketFrame());
        channel.writeInbound(new ContinuationWebSocketFrame(true, 0, Unpooled.copiedBuffer(bytes, 3, 1)));
        assertThat(heard).containsExactly("olá");
        assertThat((Object) channel.readOutbound()).isInstanceOf(PongWebSocketFrame.class);
    }

    @Test
    void takesSixtyFourKibibytesAndNotAByteMore() {
        channel.writeInbound(new TextWebSocketFrame("x".repeat(65_536)));
        assertThat(heard).hasSize(1);
        channel.writeInbound(new TextWebSocketFrame(false, 0, "x".repeat(65_536)));
        assertThat(heard).hasSize(1);
        channel.writeInbound(new ContinuationWebSocketFrame(true, 0, "x"));
        assertThat(heard).hasSize(1);
        assertThat(closeCode()).isEqualTo(1009);
    }

    @Test
    void closesOnInvalidUtf8() {
        channel.writeInbound(new TextWebSocketFrame(Unpooled.wrappedBuffer(new byte[] {'a', (byte) 0xc3})));
        assertThat(heard).isEmpty();
        assertThat(closeCode()).isEqualTo(1007);
    }

    @Test
    void refusesBinary() {
        channel.writeInbound(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(new byte[] {1})));
        assertThat(closeCode()).isEqualTo(1003);
    }

    @Test
    void answersACloseAndTellsOnce() {
        channel.writeInbound(new CloseWebSocketFrame(1000, "bye"));
        assertThat(closeCode()).isEqualTo(1000);
        assertThat(channel.isActive()).isFalse();
        assertThat(over).containsExactly(false);
    }

    @Test
    void hearsNothingMoreOnceItCloses() {
        pipe.close(1001, "enough");
        channel.writeInbound(new TextWebSocketFrame("too late"));
        assertThat(heard).isEmpty();
        assertThat(over).containsExactly(true);
        assertThat(closeCode()).isEqualTo(1001);
    }

    @Test
    void releasesWhatIsWrittenAfterTheEnd() {
        pipe.close(1001, "enough");
        ByteBuf late = Unpooled.directBuffer(8).writeLong(1);
        pipe.write(late);
        assertThat(late.refCnt()).isZero();
    }

    @Test
    void givesUpAPeerThatAnswersNoPing() {
        for (int beat = 0; beat < 5; beat++) {
            pipe.beat();
        }
        assertThat(channel.isActive()).isTrue();
        assertThat((Object) channel.readOutbound()).isInstanceOf(PingWebSocketFrame.class);
        channel.writeInbound(new PongWebSocketFrame());
        for (int beat = 0; beat < 5; beat++) {
            pipe.beat();
            assertThat(channel.isActive()).isTrue();
        }
        pipe.beat();
        assertThat(channel.isActive()).isFalse();
    }

    private int closeCode() {
        CloseWebSocketFrame close = channel.readOutbound();
        assertThat(close).isNotNull();
        return close.statusCode();
    }
}
