package chat.salas.ui;

import com.vaadin.flow.component.notification.Notification;

/** Says for a moment that something was done; read aloud, and nothing waits for it. */
public final class Toast {
    private static final int SHOWN_MILLIS = 4_000;

    private Toast() {}

    /** @param words already in the page's language */
    public static void show(String words) {
        Notification.show(words, SHOWN_MILLIS, Notification.Position.BOTTOM_CENTER);
    }
}
