package chat.salas.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.account.Tokens;
import chat.salas.kernel.Actor;
import chat.salas.kernel.StartRefused;
import chat.salas.message.HistoryPage;
import chat.salas.message.Message;
import chat.salas.message.Messages;
import chat.salas.room.RoomView;
import chat.salas.room.Rooms;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DemoTest {
    private ApplicationContext context;

    @BeforeEach
    void start() {
        context = ApplicationContext.run("test");
    }

    @AfterEach
    void end() {
        context.close();
    }

    private List<Demo.Account> fill(int users, int rooms, int messages, int roomSize) {
        return context.getBean(Demo.class).fill(new DemoSize(users, rooms, messages, roomSize));
    }

    private Actor actor(Demo.Account account) {
        return context.getBean(Tokens.class).resolve(account.token()).orElseThrow();
    }

    @Test
    void makesAsMuchAsWasAskedForAndAllOfItCanBeRead() {
        List<Demo.Account> accounts = fill(15, 30, 1_000, 0);
        assertThat(accounts).hasSize(15);
        assertThat(accounts).extracting(Demo.Account::email).doesNotHaveDuplicates();
        Actor first = actor(accounts.getFirst());
        assertThat(first.administrator()).isTrue();
        List<RoomView> directory =
                context.getBean(Rooms.class).directory(first, "", 0, 100).items();
        assertThat(directory).hasSize(30);
        assertThat(directory).extracting(RoomView::members).contains(15);
        long total = 0;
        for (RoomView room : directory) {
            total += read(room.room().slug(), accounts);
        }
        assertThat(total).isEqualTo(1_000);
    }

    private int read(String slug, List<Demo.Account> accounts) {
        Demo.Account reader = accounts.stream()
                .filter(account -> account.rooms().contains(slug))
                .findFirst()
                .orElseThrow();
        List<Message> all = all(actor(reader), slug);
        assertThat(all).extracting(Message::text).doesNotContainNull().noneMatch(text -> text.contains("{"));
        assertThat(all).isSortedAccordingTo(Comparator.comparing(Message::at));
        assertThat(all).extracting(Message::at).allMatch(at -> at.isBefore(Instant.now()));
        return all.size();
    }

    private List<Message> all(Actor actor, String slug) {
        List<Message> all = new ArrayList<>();
        HistoryPage page;
        do {
            long after = all.isEmpty() ? 0 : all.getLast().seq();
            page = context.getBean(Messages.class).history(actor, slug, null, after, 200);
            all.addAll(page.messages());
        } while (page.hasMore());
        return all;
    }

    @Test
    void looksLikePeopleWhoTalkToEachOther() {
        List<Demo.Account> accounts = fill(12, 2, 600, 0);
        List<Message> talk = all(actor(accounts.getFirst()), "town-square");
        assertThat(talk).hasSizeGreaterThan(300);
        assertThat(new HashSet<>(talk.stream().map(Message::author).toList())).hasSizeGreaterThan(8);
        assertThat(talk).anyMatch(message -> message.replyTo() != null);
        assertThat(talk).anyMatch(message -> !message.reactions().isEmpty());
        assertThat(talk).allMatch(message -> message.replyTo() == null || message.replyTo() < message.seq());
        assertThat(Duration.between(talk.getFirst().at(), talk.getLast().at())).isGreaterThan(Duration.ofDays(9));
        assertThat(talk.getLast().at()).isAfter(Instant.now().minus(Duration.ofMinutes(10)));
    }

    @Test
    void theLayoutForLoadTestsPutsPersonIIntoRoomIDividedByItsSize() {
        List<Demo.Account> accounts = fill(25, 1, 100, 10);
        for (int i = 0; i < accounts.size(); i++) {
            assertThat(accounts.get(i).email()).isEqualTo("u" + i + "@demo.example");
            assertThat(accounts.get(i).rooms()).containsExactly("r" + i / 10);
        }
    }

    @Test
    void refusesAnInstanceThatIsInUse() {
        fill(1, 1, 3, 0);
        assertThatThrownBy(() -> fill(1, 1, 3, 0))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("not empty");
    }

    @Test
    void refusesSizesThatMakeNoSense() {
        assertThatThrownBy(() -> new DemoSize(0, 1, 1, 0)).hasMessage("--users: 0 (expected: 1..100000)");
    }
}
