package chat.salas.flow;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.shared.Registration;

/** A page's push line stands (again): what was kept for it while it heard nothing can be shown now. */
public final class PageHears extends ComponentEvent<Component> {
    /** Also for tests of who listens. */
    public PageHears(UI page) {
        super(page, false);
    }

    /**
     * Runs something under the page's lock whenever its line stands, until the registration is removed. If it fails that is the
     * page's failure, as in {@link UI#access}, and not the line's.
     */
    public static Registration whenever(UI page, Runnable task) {
        return ComponentUtil.addListener(page, PageHears.class, event -> page.access(task::run));
    }

    /**
     * Whether a push comes to the page now. While it does not, every call of its script is kept for it: whoever makes one for
     * each of many events must wait until it hears. Asked under the page's lock.
     */
    public static boolean isTrueOf(UI page) {
        PushConnection line = page.getInternals().getPushConnection();
        return line == null || line.isConnected();
    }
}
