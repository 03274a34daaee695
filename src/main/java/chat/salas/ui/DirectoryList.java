package chat.salas.ui;

import chat.salas.kernel.Page;
import chat.salas.room.Access;
import chat.salas.room.Encryption;
import chat.salas.room.RoomView;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The directory's rows, fetched a page at a time as one scrolls. */
final class DirectoryList extends VirtualList<RoomView> {
    private static final int PAGE_SIZE = 50;
    private static final String ROW = """
            <article class="room-row" aria-label="${item.name}">
              <span class="room-tile" data-colour="${item.colour}" aria-hidden="true">
                <span class="glyph glyph-${item.icon}"></span></span>
              <div class="room-words">
                <div class="room-line">
                  <span class="room-name">${item.name}</span>
                  <span class="pill" ?hidden="${!item.access}">${item.access}</span>
                </div>
                <p class="room-topic" ?hidden="${!item.topic}">${item.topic}</p>
                <p class="room-facts">
                  <span><span class="glyph glyph-users" aria-hidden="true"></span>${item.members}</span>
                  <span><span class="glyph glyph-${item.encryptionIcon}" aria-hidden="true"></span><span class="room-encryption">${item.encryption}</span></span>
                </p>
              </div>
              <a class="secondary-button" ?hidden="${!item.href}" href="${item.href}"
                 aria-label="${item.actionName}">${item.action}</a>
              <button class="secondary-button" ?data-quiet="${item.quiet}" ?hidden="${item.href}" @click="${act}"
                 aria-label="${item.actionName}">${item.action}</button>
            </article>""";

    /** Where a page of rooms comes from. */
    @FunctionalInterface
    interface Source {
        Page<RoomView> page(int page, int size);
    }

    private final Rows rows;
    private Consumer<RoomView> act = room -> {};

    DirectoryList(Source source) {
        rows = new Rows(source);
        addClassName("directory-list");
        getElement().setAttribute("aria-label", getTranslation("directory.title"));
        setRenderer(renderer());
        setDataProvider(rows);
        getDataCommunicator().setDefinedSize(false);
    }

    /** What the one button of a row does, where it is not just the way in. */
    void onAct(Consumer<RoomView> listener) {
        act = listener;
    }

    /** The rows as they are now, without moving. */
    void refresh() {
        rows.refreshAll();
    }

    void reload() {
        rows.refreshAll();
        scrollToStart();
    }

    private LitRenderer<RoomView> renderer() {
        LitRenderer<RoomView> row = LitRenderer.of(ROW);
        return texts(row)
                .withProperty(
                        "colour", view -> PersonAvatar.colourOf(view.room().id()))
                .withProperty("icon", view -> RailRow.iconOf(view.room()))
                .withProperty("encryptionIcon", view -> endToEnd(view) ? "shield" : "lock")
                .withProperty(
                        "href",
                        view -> view.access().isMember()
                                ? "rooms/" + view.room().slug()
                                : "")
                .withProperty("action", view -> getTranslation("directory." + action(view)))
                .withProperty("actionName", view -> getTranslation("directory." + action(view) + ".of", name(view)))
                .withProperty("quiet", view -> view.access() == Access.REQUESTED || view.access() == Access.BANNED)
                .withFunction("act", view -> act.accept(view));
    }

    /** The one thing that can be done with a room from here. */
    private static String action(RoomView view) {
        return switch (view.access()) {
            case OWNER, ADMIN, MEMBER -> "enter";
            case NONE -> "request";
            case REQUESTED -> "pending";
            case INVITED -> "accept";
            case BANNED -> "banned";
        };
    }

    private LitRenderer<RoomView> texts(LitRenderer<RoomView> row) {
        return row.withProperty("name", DirectoryList::name)
                .withProperty("topic", view -> view.room().topic())
                .withProperty("access", view -> access(view.access()))
                .withProperty("members", view -> getTranslation("members", view.members()))
                .withProperty(
                        "encryption", view -> getTranslation(endToEnd(view) ? "encryption.e2ee" : "encryption.rest"));
    }

    private static String name(RoomView view) {
        return view.room().name();
    }

    private static boolean endToEnd(RoomView view) {
        return view.room().encryption() == Encryption.E2EE;
    }

    /** The button says how others stand to it. */
    private String access(Access access) {
        return access.isMember() ? getTranslation("access." + access.name().toLowerCase(Locale.ROOT)) : "";
    }

    /** Asks whole pages of the source, whatever range of rows the list asks for. */
    private static final class Rows extends AbstractBackEndDataProvider<RoomView, Void> {
        private final Source source;

        Rows(Source source) {
            this.source = source;
        }

        @Override
        protected Stream<RoomView> fetchFromBackEnd(Query<RoomView, Void> query) {
            int first = query.getOffset() / PAGE_SIZE;
            int behind = Math.ceilDiv(query.getOffset() + query.getLimit(), PAGE_SIZE);
            List<RoomView> found = new ArrayList<>();
            boolean more = true;
            for (int page = first; page < behind && more; page++) {
                Page<RoomView> part = source.page(page, PAGE_SIZE);
                found.addAll(part.items());
                more = part.hasMore();
            }
            return found.stream()
                    .skip(query.getOffset() - (long) first * PAGE_SIZE)
                    .limit(query.getLimit());
        }

        @Override
        protected int sizeInBackEnd(Query<RoomView, Void> query) {
            throw new UnsupportedOperationException("the directory is never counted");
        }

        @Override
        public Object getId(RoomView view) {
            return view.room().id();
        }
    }
}
