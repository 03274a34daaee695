package chat.salas.ui;

import chat.salas.room.Notices;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.Locale;

/** Tells what somebody was perhaps not there to hear. Each stays until it is closed, as it is told only once. */
final class NoticeToasts {
    private static final int MOST = 3;

    private NoticeToasts() {}

    /** The newest ones each by itself, and how many there are besides. */
    static void show(UI ui, List<Notices.Notice> notices) {
        int older = Math.max(0, notices.size() - MOST);
        if (older > 0) {
            open(ui, ui.getTranslation("notice.older", older), "");
        }
        notices.subList(older, notices.size()).forEach(notice -> open(ui, words(ui, notice), path(notice)));
    }

    private static String words(UI ui, Notices.Notice notice) {
        return ui.getTranslation("notice." + notice.kind().name().toLowerCase(Locale.ROOT), notice.roomName());
    }

    private static String path(Notices.Notice notice) {
        return notice.slug() == null ? "" : "rooms/" + notice.slug();
    }

    private static void open(UI ui, String words, String path) {
        Notification toast = new Notification();
        toast.setPosition(Notification.Position.TOP_CENTER);
        toast.setDuration(0);
        Div row = new Div(new Span(words));
        row.addClassName("notice");
        if (!path.isEmpty()) {
            Button enter = new Button(ui.getTranslation("directory.enter"), click -> {
                toast.close();
                ui.navigate(path);
            });
            enter.addThemeVariants(ButtonVariant.PRIMARY);
            row.add(enter);
        }
        Button close = new Button(new Glyph("close"), click -> toast.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(ui.getTranslation("close"));
        row.add(close);
        toast.add(row);
        toast.open();
    }
}
