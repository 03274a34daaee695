package chat.salas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Page;
import chat.salas.message.Draft;
import chat.salas.message.Messages;
import chat.salas.room.Access;
import chat.salas.room.NewRoom;
import chat.salas.room.ReadMarks;
import chat.salas.room.RoomView;
import chat.salas.room.Rooms;
import chat.salas.testing.TestServer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ViewsTest {
    private static TestServer server;
    private static Actor ana;
    private static Actor bruno;
    private static Rooms rooms;

    private Stage stage;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        rooms = server.bean(Rooms.class);
        ana = Stage.register(server, "ana@example.org", "Ana Souza").actor();
        bruno = Stage.register(server, "bruno@example.org", "Bruno Lima").actor();
        rooms.create(ana, NewRoom.named("Book club"));
        rooms.create(bruno, NewRoom.named("Cinema"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        stage = new Stage(server, ana, Languages.ENGLISH);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theDirectoryListsEveryRoomWithMyAccess() {
        stage.show(DirectoryView.class);

        List<RoomView> shown = stage.the(DirectoryList.class)
                .getDataProvider()
                .fetch(new Query<>(0, 50, null, null, null))
                .toList();
        assertThat(shown)
                .filteredOn(view -> view.room().name().equals("Book club"))
                .extracting(RoomView::access)
                .containsExactly(Access.OWNER);
        assertThat(shown)
                .filteredOn(view -> view.room().name().equals("Cinema"))
                .extracting(RoomView::access)
                .containsExactly(Access.NONE);
    }

    @Test
    void aRangeOfTheDirectoryIsFetchedInWholePagesAndNeverBeyondTheEnd() {
        RoomView one = rooms.directory(ana, "Book", 0, 1).items().getFirst();
        List<Integer> asked = new ArrayList<>();
        DirectoryList list = new DirectoryList((page, size) -> {
            asked.add(page);
            return new Page<>(
                    IntStream.range(0, page < 199 ? size : 0).mapToObj(i -> one).toList(), page < 199);
        });

        long found = list.getDataProvider()
                .fetch(new Query<>(9_920, 60, null, null, null))
                .count();

        assertThat(asked).containsExactly(198, 199);
        assertThat(found).isEqualTo(30);
    }

    @Test
    void aRoomWithoutANameIsRefusedAtTheField() {
        stage.show(DirectoryView.class);
        button("Create a room").click();
        assertThat(stage.the(CreateRoomDialog.class).isOpened()).isTrue();

        submit(stage.the(CreateRoomDialog.class)).click();

        TextField name = field("Name");
        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).isEqualTo("Please fill this in.");
        assertThat(stage.the(Dialog.class).isOpened()).isTrue();
    }

    @Test
    void whatIsSaidInMyRoomsIsCountedInTheRailUntilItIsRead() throws InterruptedException {
        String slug = rooms.create(ana, NewRoom.named("Counted")).room().slug();
        Rail rail = stage.show(Rail.class);
        long before = rail.unread();
        Messages messages = server.bean(Messages.class);

        messages.send(ana, slug, new Draft(null, "one", null));
        messages.send(ana, slug, new Draft(null, "two", null));
        assertThat(stage.eventually(() -> rail.unread() == before + 2)).isTrue();

        server.bean(ReadMarks.class).read(rooms.asMember(ana, slug), 2);
        assertThat(stage.eventually(() -> rail.unread() == before)).isTrue();
    }

    @Test
    void aRoomMadeElsewhereComesIntoTheRail() throws InterruptedException {
        stage.show(Rail.class);
        RailList list = stage.the(RailList.class);
        assertThat(list.rows()).extracting(RailRow::name).doesNotContain("Made elsewhere");

        rooms.create(ana, NewRoom.named("Made elsewhere"));

        assertThat(stage.eventually(
                        () -> list.rows().stream().anyMatch(row -> row.name().equals("Made elsewhere"))))
                .isTrue();
    }

    @Test
    void aRailThatWasClosedHearsNothingMore() throws InterruptedException {
        Rail rail = stage.show(Rail.class);
        String slug = rooms.mine(ana).getFirst().room().slug();
        long before = rail.unread();
        rail.removeFromParent();

        server.bean(Messages.class).send(ana, slug, new Draft(null, "unheard", null));
        stage.eventually(() -> false, 600);

        assertThat(rail.unread()).isEqualTo(before);
    }

    @Test
    void theChipsSayWhichOneIsChosen() {
        stage.show(Rail.class);
        NativeButton owned = stage.all(NativeButton.class)
                .filter(chip -> "Mine".equals(chip.getElement().getProperty("innerHTML")))
                .findFirst()
                .orElseThrow();

        stage.press(owned);

        assertThat(owned.getElement().getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(stage.the(RailFilters.class).getChildren().filter(chip -> "true"
                        .equals(chip.getElement().getAttribute("aria-pressed"))))
                .hasSize(1);
    }

    @Test
    void theAccountPageHasMyNameAndMySessions() {
        stage.show(AccountView.class);

        assertThat(field("Name").getValue()).isEqualTo("Ana Souza");
        assertThat(stage.all(H2.class).map(H2::getText))
                .contains("Profile", "Password", "Where you are signed in", "API tokens", "Delete account");
    }

    @Test
    void everyScreenSpeaksPortuguese() {
        stage.close();
        stage = new Stage(server, ana, Languages.PORTUGUESE);

        stage.show(AccountView.class);

        assertThat(stage.all(H2.class).map(H2::getText)).contains("Perfil", "Senha", "Onde você está conectado");
    }

    private static Button submit(Dialog dialog) {
        return dialog.getFooter()
                .getElement()
                .getChildren()
                .flatMap(element -> element.getComponent().stream())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals("Create room"))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String text) {
        return stage.all(Button.class)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private TextField field(String label) {
        return stage.all(TextField.class)
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }
}
