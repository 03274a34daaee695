package chat.salas.ui;

import chat.salas.account.Accounts;
import chat.salas.account.Device;
import chat.salas.account.SignedIn;
import chat.salas.kernel.Actor;
import chat.salas.testing.TestServer;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A page without a browser, on a real server: views are made from its beans and attached to a UI of its own. Vaadin's own
 * browserless tests reach into fields that Flow 25.3 no longer has.
 */
final class Stage implements AutoCloseable {
    private final UI ui = new UI();
    private final TestServer server;
    private final VaadinSession session;

    Stage(TestServer server, Actor actor, Locale locale) {
        this.server = server;
        VaadinService service = server.bean(VaadinService.class);
        session = new LoneSession(service);
        session.lock();
        VaadinService.setCurrent(service);
        VaadinSession.setCurrent(session);
        ui.getInternals().setSession(session);
        UI.setCurrent(ui);
        ui.setLocale(locale);
        Viewer.keep(ui, actor);
    }

    static SignedIn register(TestServer server, String email, String name) {
        return server.bean(Accounts.class)
                .register(email, "a quiet river at dawn 7", name, new Device("test", "192.0.2.1"));
    }

    <T extends Component> T show(Class<T> view) {
        T shown = server.bean(view);
        ui.add(shown);
        return shown;
    }

    <T extends Component> Stream<T> all(Class<T> type) {
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return below(ui).filter(type::isInstance).map(type::cast);
    }

    /** What the browser tells when somebody clicks it. */
    void press(Component component) {
        var element = component.getElement();
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(element, "click", JacksonUtils.createObjectNode()));
    }

    <T extends Component> T the(Class<T> type) {
        return all(type).findFirst().orElseThrow(() -> new AssertionError("no " + type.getSimpleName()));
    }

    private static Stream<Component> below(Component parent) {
        return Stream.concat(Stream.of(parent), parent.getChildren().flatMap(Stage::below));
    }

    /** Waits until the condition holds; gives up after 20 seconds. */
    boolean eventually(BooleanSupplier condition) throws InterruptedException {
        return eventually(condition, 20_000);
    }

    /** Lets go of the page so that what waits for it can run, until the condition holds or the time is over. */
    boolean eventually(BooleanSupplier condition, int millis) throws InterruptedException {
        for (int i = 0; i < millis / 50 && !condition.getAsBoolean(); i++) {
            session.unlock();
            Thread.sleep(50);
            session.lock();
        }
        return condition.getAsBoolean();
    }

    @Override
    public void close() {
        ui.removeAll();
        session.unlock();
        UI.setCurrent(null);
        VaadinSession.setCurrent(null);
        VaadinService.setCurrent(null);
    }

    private static final class LoneSession extends VaadinSession {
        private final transient ReentrantLock lock = new ReentrantLock();

        LoneSession(VaadinService service) {
            super(service);
        }

        @Override
        public DeploymentConfiguration getConfiguration() {
            return getService().getDeploymentConfiguration();
        }

        @Override
        public Lock getLockInstance() {
            return lock;
        }
    }
}
