package chat.salas.flow;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.server.communication.UidlWriter;
import io.micronaut.websocket.CloseReason;
import org.jspecify.annotations.Nullable;

/** What one page has to hear, now or once it is connected. Flow calls it with the session's lock held. */
final class PagePush implements PushConnection {
    private enum Waiting {
        NOTHING,
        PUSH,
        RESPONSE
    }

    private final UI ui;
    private transient @Nullable PushChannel channel;
    private Waiting waiting = Waiting.NOTHING;
    private int lastPushed = -1;

    PagePush(UI ui) {
        this.ui = ui;
    }

    @Override
    public void push() {
        push(true);
    }

    private void push(boolean async) {
        PushChannel open = channel;
        if (open != null && open.isOpen()) {
            send(open, async, false);
        } else if (waiting != Waiting.RESPONSE) {
            waiting = async ? Waiting.PUSH : Waiting.RESPONSE;
        }
    }

    private void send(PushChannel open, boolean async, boolean anew) {
        String message = new UidlWriter().createUidl(ui, async, anew).toString();
        lastPushed = ui.getInternals().getServerSyncId() - 1;
        open.send(message);
    }

    /** @param lastSeen number of the last message that the page has processed, -1 if it has not said */
    void connect(PushChannel next, int lastSeen) {
        disconnect();
        channel = next;
        Waiting before = waiting;
        waiting = Waiting.NOTHING;
        if (lastSeen >= 0 && lastSeen < lastPushed) {
            sendAnew(next);
        } else if (before != Waiting.NOTHING) {
            send(next, before == Waiting.PUSH, false);
        }
        ComponentUtil.fireEvent(ui, new PageHears(ui));
    }

    /** The last socket took messages with it. */
    private void sendAnew(PushChannel next) {
        ui.getInternals().getStateTree().prepareForResync();
        ui.getInternals().getDependencyList().clearPendingSendToClient();
        send(next, true, true);
    }

    /** Forgets the channel if it is still the page's. */
    void disconnected(PushChannel gone) {
        if (channel == gone) {
            channel = null;
        }
    }

    @Override
    public void disconnect() {
        PushChannel open = channel;
        channel = null;
        if (open != null) {
            open.close(CloseReason.NORMAL);
        }
    }

    @Override
    public boolean isConnected() {
        PushChannel open = channel;
        return open != null && open.isOpen();
    }
}
