package chat.salas.ui.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.SignedIn;
import chat.salas.message.Clearing;
import chat.salas.room.NewRoom;
import chat.salas.room.RoomSettings;
import chat.salas.room.Rooms;
import chat.salas.room.Ruling;
import chat.salas.room.SettingsChange;
import chat.salas.testing.Screen;
import chat.salas.testing.Visit;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What those who rule do is seen at once on pages that are open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class RulingOnPagesIT {
    private ChatStage stage;
    private SignedIn ana;
    private SignedIn ben;
    private String room;
    private Visit bens;
    private Page page;

    @BeforeAll
    void start() {
        stage = new ChatStage();
        ana = stage.person("Ana Ribeiro");
        ben = stage.person("Ben Okafor");
    }

    @AfterAll
    void stop() {
        stage.close();
    }

    @BeforeEach
    void arrive() {
        room = stage.room(NewRoom.named("Room " + UUID.randomUUID()), ana, ben);
        stage.fill(ana.actor(), room, 3);
        bens = stage.visit(Screen.desktop(), ben);
        page = stage.open(bens, room);
        assertThat(page.locator(".msg")).hasCount(3);
    }

    @AfterEach
    void leave() {
        List<String> errors = bens.errors();
        bens.close();
        assertThat(errors).isEmpty();
    }

    @Test
    void settingsAreFollowed() {
        stage.server
                .bean(RoomSettings.class)
                .change(
                        ana.actor(),
                        room,
                        new SettingsChange("Renamed", "New topic", null, null, null, null, null, null, null, null));
        assertThat(page.locator("h1")).hasText("Renamed");
        assertThat(page.getByText("New topic").first()).isVisible();
        assertThat(page.locator(".rail-row-name").getByText("Renamed")).isVisible();
        assertThat(page).hasTitle(Pattern.compile(".*Renamed.*"));
    }

    @Test
    void whoIsMutedReadsUntilWhenAndWritesAgainAfterwards() {
        var admin = stage.server.bean(Rooms.class).asAdmin(ana.actor(), room);
        List<Long> accounts = List.of(ben.actor().id());
        page.locator(".composer textarea").fill("half a thought");
        stage.server.bean(Ruling.class).mute(admin, accounts, Duration.ofHours(2));
        assertThat(page.locator(".composer-hint")).containsText("You are muted until");
        assertThat(page.locator(".composer textarea")).not().isEditable();
        assertThat(page.locator(".composer textarea")).hasValue("half a thought");
        stage.server.bean(Ruling.class).unmute(admin, accounts);
        assertThat(page.locator(".composer textarea")).isEditable();
        page.locator(".composer textarea").press("Enter");
        assertThat(page.locator(".msg:has-text('half a thought')")).hasCount(1);
    }

    @Test
    void aClearedHistoryLeavesThePageAndTalkGoesOn() {
        stage.server.bean(Clearing.class).clear(ana.actor(), room);
        assertThat(page.locator(".msg")).hasCount(0);
        stage.say(ana, room, "anew");
        assertThat(page.locator(".msg")).hasCount(1);
        assertThat(page.locator(".msg[data-seq='4']")).isVisible();
    }

    @Test
    void whoIsInADeletedRoomIsLedToTheDirectoryWithAWord() {
        assertThat(page.locator(".rail-row[href='rooms/" + room + "']")).hasCount(1);
        stage.server.bean(Clearing.class).delete(ana.actor(), room);
        page.waitForURL(Pattern.compile(".*/rooms$"));
        assertThat(page.getByText("The room was deleted").first()).isVisible();
        // a list that has nothing left to show is hidden as it was
        assertThat(page.locator(".rail-row[href='rooms/" + room + "']")).isHidden();
    }
}
