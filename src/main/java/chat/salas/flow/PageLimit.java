package chat.salas.flow;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.server.VaadinSession;
import java.util.Comparator;
import java.util.List;

/** How many pages one browser may hold open. Each weighs, and a browser that only opens never says that one is gone. */
final class PageLimit {
    static final int MOST = 50;

    /** Those whose push line stands last: such a page is in front of somebody, and comes back when it is closed. */
    private static final Comparator<UI> LEAST_MISSED = Comparator.<UI, Boolean>comparing(PageLimit::isConnected)
            .thenComparing(UI::getInternals, Comparator.comparingLong(UIInternals::getLastHeartbeatTimestamp))
            .thenComparing(UI::getUIId);

    private PageLimit() {}

    /** Closes what is too many, so that one more fits in. With the session's lock held. */
    static void makeRoom(VaadinSession pages) {
        List<UI> open = List.copyOf(pages.getUIs());
        open.stream()
                .sorted(LEAST_MISSED)
                .limit(Math.max(0, open.size() - MOST + 1))
                .forEach(PageLimit::close);
    }

    static void close(UI ui) {
        VaadinSession pages = ui.getSession();
        ui.accessSynchronously(() -> {
            ui.close();
            pages.removeUI(ui);
        });
    }

    private static boolean isConnected(UI ui) {
        return ui.getInternals().getPushConnection() instanceof PagePush push && push.isConnected();
    }
}
