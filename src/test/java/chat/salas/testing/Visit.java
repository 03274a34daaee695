package chat.salas.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One visitor: cookies of its own, any number of tabs, and everything that the console complained about. */
public final class Visit implements AutoCloseable {
    private final BrowserContext context;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    Visit(BrowserContext context) {
        this.context = context;
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " " + message.location());
            }
        });
        context.onWebError(error -> errors.add(error.error()));
    }

    /** A new tab that shows {@code url} once it is loaded. */
    public Page open(String url) {
        Page page = context.newPage();
        page.navigate(url);
        return page;
    }

    /** Playwright's own context: cookies, permissions, downloads. */
    public BrowserContext context() {
        return context;
    }

    /** Console errors and uncaught exceptions of all tabs so far. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** Forgets the errors so far, for a test that provokes some on purpose. */
    public void forgetErrors() {
        errors.clear();
    }

    @Override
    public void close() {
        context.close();
    }
}
