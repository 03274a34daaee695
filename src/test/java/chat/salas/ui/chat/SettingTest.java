package chat.salas.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.flow.PageHears;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.nodefeature.PushConfigurationMap;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.shared.communication.PushMode;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class SettingTest {
    private final Line line = new Line();
    private final UI ui = new Page();
    private int drained;
    private final Conversation.Background background =
            new Setting(ui, (key, values) -> key, InstantSource.system(), Runnable::run).background(() -> drained++);

    /** Flow's own would want a session. */
    private static final class Page extends UI {
        @Override
        public Future<Void> access(Command command) {
            command.execute();
            return CompletableFuture.completedFuture(null);
        }
    }

    private static final class Line implements PushConnection {
        private boolean connected = true;

        @Override
        public void push() {}

        @Override
        public void disconnect() {}

        @Override
        public boolean isConnected() {
            return connected;
        }
    }

    @Test
    void aPageThatHearsNothingIsLeftAloneUntilItDoes() {
        ui.getElement().getNode().getFeature(PushConfigurationMap.class).setPushMode(PushMode.AUTOMATIC);
        ui.getInternals().setPushConnection(line);
        background.wake().soon(true);
        assertThat(drained).isEqualTo(1);

        line.connected = false;
        background.wake().soon(true);
        background.wake().soon(true);
        assertThat(drained).isEqualTo(1);

        line.connected = true;
        ComponentUtil.fireEvent(ui, new PageHears(ui));
        assertThat(drained).isEqualTo(2);
    }

    @Test
    void whatEndedIsWokenNoMore() {
        background.end().run();
        ComponentUtil.fireEvent(ui, new PageHears(ui));
        assertThat(drained).isZero();
    }
}
