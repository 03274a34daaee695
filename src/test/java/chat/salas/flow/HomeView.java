package chat.salas.flow;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.shared.Registration;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything that the bridge carries, on one screen. */
@Prototype
@Requires(property = "flow.test")
@Route("")
@PageTitle("Home")
@AnonymousAllowed
public class HomeView extends VerticalLayout {
    static final int DOWNLOAD_BYTES = 20 * 1024 * 1024;

    private final transient Board board;
    private final Div lines = new Div();
    private final Span count = new Span("0");
    private transient @Nullable Consumer<String> reader;
    private int clicks;

    public HomeView(Board board) {
        this.board = board;
        lines.setId("lines");
        count.setId("count");
        Span who = new Span(Visitor.request()
                .flatMap(HttpRequest::getUserPrincipal)
                .map(Principal::getName)
                .orElse("nobody"));
        who.setId("who");
        add(who, count, button("click", this::clicked), says(), lines, upload(), download());
        add(button("sign-in", () -> signIn("ana")), button("sign-out", this::signOut), button("deep", HomeView::deep));
    }

    private static Button button(String id, Runnable action) {
        Button button = new Button(id, click -> action.run());
        button.setId(id);
        return button;
    }

    private void clicked() {
        board.trace("click");
        count.setText(Integer.toString(++clicks));
    }

    private VerticalLayout says() {
        TextField text = new TextField("Say");
        text.setId("text");
        return new VerticalLayout(text, button("say", () -> board.say(text.getValue())));
    }

    private Upload upload() {
        Upload upload = new Upload((UploadHandler) this::receive);
        upload.setId("upload");
        return upload;
    }

    private void receive(UploadEvent event) throws IOException {
        board.trace("upload");
        long size = 0;
        byte[] buffer = new byte[8192];
        try (InputStream in = event.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
            }
        }
        board.uploads().put(event.getFileName(), size);
        long received = size;
        UI ui = event.getUI();
        ui.access(() -> lines.add(new Div("received " + received)));
    }

    private Anchor download() {
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            board.trace("download");
            return new com.vaadin.flow.server.streams.DownloadResponse(
                    new Zeros(DOWNLOAD_BYTES), "zeros.bin", "application/octet-stream", DOWNLOAD_BYTES);
        });
        Anchor anchor = new Anchor(handler, "Download");
        anchor.setId("download");
        return anchor;
    }

    private void signIn(String name) {
        Visitor.setCookie(Cookie.of("who", name).path("/").httpOnly(true));
        UI.getCurrent().getPage().reload();
    }

    private void signOut() {
        Visitor.setCookie(Cookie.of("who", "").path("/").maxAge(0));
        UI.getCurrent().getPage().setLocation("/");
    }

    private static void deep() {
        UI.getCurrent().navigate(DeepView.class, new com.vaadin.flow.router.RouteParameters("id", "7"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        board.trace("attach");
        UI ui = event.getUI();
        board.lines().forEach(line -> lines.add(new Div(line)));
        Consumer<String> mine = line -> ui.access(() -> {
            board.trace("access");
            lines.add(new Div(line));
        });
        reader = mine;
        board.read(mine);
        Registration beat = ui.addHeartbeatListener(heartbeat -> board.trace("heartbeat"));
        Registration hearing =
                PageHears.whenever(ui, () -> board.trace("hears " + (PageHears.isTrueOf(ui) && UI.getCurrent() == ui)));
        addDetachListener(gone -> {
            hearing.remove();
            gone.unregisterListener();
            beat.remove();
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        board.trace("detach");
        lines.removeAll();
        if (reader != null) {
            board.unread(reader);
        }
    }

    /** As many zeros as wanted, without holding them. */
    private static final class Zeros extends InputStream {
        private int left;

        Zeros(int count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = Math.min(length, left);
            java.util.Arrays.fill(target, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
