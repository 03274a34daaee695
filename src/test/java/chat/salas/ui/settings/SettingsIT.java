package chat.salas.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.SignedIn;
import chat.salas.room.NewRoom;
import chat.salas.testing.Browser;
import chat.salas.testing.Screen;
import chat.salas.testing.Visit;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class SettingsIT {
    private static final Path SHOTS = Path.of("target/screenshots");
    private static final double PATIENCE_MS = 60_000;
    private static final List<Screen> SCREENS = List.of(
            Screen.desktop().size(1440, 900),
            Screen.desktop().size(1440, 900).dark().locale("pt-BR"),
            Screen.desktop().size(768, 1024),
            Screen.desktop().size(360, 740).locale("pt-BR"),
            Screen.desktop().size(360, 740).dark());

    private static Town town;
    private static Browser browser;
    private static SignedIn ana;
    private static SignedIn bruno;
    private static SignedIn clara;
    private static String club;

    private final List<String> violations = new ArrayList<>();

    @BeforeAll
    static void start() {
        town = new Town();
        browser = Browser.open();
        ana = town.person("Ana Souza");
        bruno = town.person("Bruno Lima");
        clara = town.person("Clara Nunes");
        SignedIn dora = town.person("Dora Menezes de Albuquerque");
        club = town.room(NewRoom.named("Book club"), ana, bruno, clara, dora, town.person("Emil Ågren"));
        town.say(ana, club, "Who has read it?");
        town.say(bruno, club, "I have. All of it.");
    }

    @AfterAll
    static void stop() {
        browser.close();
        town.close();
    }

    @Test
    void everyTabIsFineForEverybodyAtEverySize() {
        for (Screen screen : SCREENS) {
            try (Visit visit = visit(screen, ana)) {
                for (Section section : Section.values()) {
                    Page page = open(visit, club, section.key());
                    check(page, screen, section.key());
                    page.close();
                }
                assertThat(visit.errors()).isEmpty();
            }
        }
        assertThat(violations).isEmpty();
    }

    private static Visit visit(Screen screen, SignedIn who) {
        Visit visit = browser.visit(screen);
        visit.context()
                .addCookies(List.of(new Cookie("salas_session", who.token())
                        .setUrl(town.server.uri().toString())));
        return visit;
    }

    private static Page open(Visit visit, String slug, String section) {
        Page page = visit.open(town.server.uri() + "/rooms/" + slug + "?settings=" + section);
        page.locator(".settings-head h2").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
        page.waitForTimeout(700);
        return page;
    }

    private void check(Page page, Screen screen, String name) {
        String file = "settings-%s-%d-%s-%s.png"
                .formatted(name, screen.width(), screen.scheme(), screen.locale())
                .toLowerCase(Locale.ROOT);
        page.screenshot(new ScreenshotOptions().setPath(SHOTS.resolve(file)));
        new AxeBuilder(page).analyze().getViolations().forEach(rule -> rule.getNodes()
                .forEach(node -> violations.add(name + " " + screen + " " + rule.getId() + " " + node.getTarget() + " "
                        + node.getFailureSummary())));
    }
}
