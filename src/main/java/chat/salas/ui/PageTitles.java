package chat.salas.ui;

/** What stands in the browser's tab. */
public final class PageTitles {
    private static final String NAME = "Salas";

    private PageTitles() {}

    /** A view's title, for {@code HasDynamicTitle}. */
    public static String of(String view) {
        return view + " · " + NAME;
    }

    static String withUnread(String title, long unread) {
        return unread == 0 ? title : "(" + Unread.number(unread) + ") " + title;
    }
}
