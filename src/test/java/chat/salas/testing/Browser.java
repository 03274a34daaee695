package chat.salas.testing;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Map;

/**
 * A headless Chromium. Not thread-safe, as Playwright is not: open, use and close it on one thread. Waits give up after
 * 15 seconds.
 */
public final class Browser implements AutoCloseable {
    private static final double PATIENCE_MS = 15_000;
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright) {
        this.playwright = playwright;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        this.browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Chromium.executable())
                        .setArgs(ARGUMENTS)
                        .setTimeout(60_000));
    }

    /** Starts Chromium; fails with one clear sentence where there is none. */
    public static Browser open() {
        return new Browser(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /** A visitor at a desktop screen. */
    public Visit visit() {
        return visit(Screen.desktop());
    }

    /** A visitor who shares nothing with the other ones. */
    public Visit visit(Screen screen) {
        var context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setColorScheme(screen.scheme())
                .setLocale(screen.locale()));
        context.setDefaultTimeout(PATIENCE_MS);
        context.setDefaultNavigationTimeout(PATIENCE_MS);
        return new Visit(context);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
