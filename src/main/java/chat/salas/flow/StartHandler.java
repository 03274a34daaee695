package chat.salas.flow;

import com.vaadin.flow.component.PushConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.JavaScriptBootstrapHandler;
import com.vaadin.flow.shared.ui.Transport;
import java.util.concurrent.ThreadLocalRandom;

/** The page's first call, which creates its UI; the one that is least missed goes when a browser has too many. */
final class StartHandler extends JavaScriptBootstrapHandler {
    @Override
    protected String getRequestUrl(VaadinRequest request) {
        return request.getPathInfo();
    }

    /** The page listens on the socket and calls over HTTP, whatever the app shell says; there is nothing else here. */
    @Override
    protected BootstrapContext createAndInitUI(
            Class<? extends UI> type, VaadinRequest request, VaadinResponse response, VaadinSession session) {
        PageLimit.makeRoom(session);
        BootstrapContext context = super.createAndInitUI(type, request, response, session);
        PushConfiguration push = context.getUI().getPushConfiguration();
        push.setTransport(Transport.WEBSOCKET_XHR);
        push.setFallbackTransport(Transport.WEBSOCKET);
        push.setParameter("reconnectInterval", Integer.toString(reconnectMillis()));
        return context;
    }

    /** Spread, so that not all pages come back to a restarted server in the same moment. */
    private static int reconnectMillis() {
        return ThreadLocalRandom.current().nextInt(1_500, 3_500);
    }
}
