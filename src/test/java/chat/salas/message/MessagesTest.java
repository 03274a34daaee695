package chat.salas.message;

import static chat.salas.message.Talk.seqs;
import static chat.salas.message.Talk.status;
import static chat.salas.message.Talk.to;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.live.Bus;
import chat.salas.live.RoomEvent;
import chat.salas.message.Message.Reaction;
import chat.salas.message.MessageEvent.Deleted;
import chat.salas.message.MessageEvent.Edited;
import chat.salas.message.MessageEvent.Posted;
import chat.salas.message.MessageEvent.Reacted;
import chat.salas.room.Membership;
import chat.salas.room.NewRoom;
import chat.salas.room.Rooms;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MessagesTest {
    private final Talk talk = Talk.open();
    private final Messages messages = talk.messages();
    private final List<RoomEvent> heard = new CopyOnWriteArrayList<>();

    MessagesTest() {
        talk.bean(Bus.class).onRoom(talk.roomId, heard::addAll);
    }

    @AfterEach
    void close() throws IOException {
        talk.close();
    }

    @Test
    void aMessageIsNumberedToldAndReadAgainAsItWasSaid() throws Exception {
        UUID id = UUID.randomUUID();
        Message sent = messages.send(talk.ana, talk.room, new Draft(id, "  olá,\r\n世界 👋  ", null));
        assertThat(sent.seq()).isEqualTo(1);
        assertThat(sent.text()).isEqualTo("olá,\n世界 👋");
        assertThat(sent.id()).isEqualTo(id);
        assertThat(sent.author()).isEqualTo(new Message.Author(talk.ana.id(), "Ana"));
        assertThat(messages.get(talk.rui, talk.room, 1)).isEqualTo(sent);
        assertThat(messages.history(talk.rui, talk.room, null, null, 50))
                .isEqualTo(new HistoryPage(List.of(sent), false));
        eventually(1);
        assertThat(heard).containsExactly(new Posted(sent));
        assertThat(talk.number("SELECT last_seq FROM room WHERE id = ?", talk.roomId))
                .isEqualTo(1);
    }

    @Test
    void onlyCiphertextIsStored() {
        talk.say(talk.ana, "canary-in-the-mine");
        byte[] body = (byte[]) Objects.requireNonNull(talk.value("SELECT body FROM message"));
        assertThat(new String(body, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("canary");
    }

    @Test
    void textsOutsideTheRulesAreRefused() {
        for (String bad : List.of("", "  \n ", "x".repeat(8_001), "a\u0000b", "a\u001b[31m", "a\ud800")) {
            assertThat(status(() -> talk.say(talk.ana, bad))).as(bad).isEqualTo(422);
        }
        assertThat(talk.say(talk.ana, "x".repeat(8_000)).text()).hasSize(8_000);
        assertThat(talk.say(talk.ana, "a\tb\nc").seq()).isEqualTo(2);
    }

    @Test
    void strangersCanDoNothing() {
        talk.say(talk.ana, "hi");
        Actor eve = talk.person("Eve");
        assertThat(status(() -> talk.say(eve, "hi"))).isEqualTo(403);
        assertThat(status(() -> messages.history(eve, talk.room, null, null, 50)))
                .isEqualTo(403);
        assertThat(status(() -> messages.around(eve, talk.room, 1, 50))).isEqualTo(403);
        assertThat(status(() -> messages.get(eve, talk.room, 1))).isEqualTo(403);
        assertThat(status(() -> messages.edit(eve, talk.room, 1, "x"))).isEqualTo(403);
        assertThat(status(() -> messages.delete(eve, talk.room, 1))).isEqualTo(403);
        assertThat(status(() -> messages.react(eve, talk.room, 1, "👍", true))).isEqualTo(403);
        assertThat(status(() -> messages.typing(eve, talk.room))).isEqualTo(403);
        assertThat(status(() -> messages.join(eve, talk.room, null, _ -> {}))).isEqualTo(403);
    }

    @Test
    void aRepeatedIdIsAnsweredWithTheFirstMessageAndStoresNothing() throws Exception {
        UUID id = UUID.randomUUID();
        Message first = messages.send(talk.ana, talk.room, new Draft(id, "first", null));
        talk.say(talk.rui, "between");
        assertThat(messages.send(talk.ana, talk.room, new Draft(id, "second", null)))
                .isEqualTo(first);
        assertThat(status(() -> messages.send(talk.rui, talk.room, new Draft(id, "mine", null))))
                .isEqualTo(409);
        assertThat(talk.say(talk.ana, "next").seq()).isEqualTo(3);
        String other = talk.room("Other");
        assertThat(messages.send(talk.ana, other, new Draft(id, "elsewhere", null))
                        .text())
                .isEqualTo("elsewhere");
        eventually(3);
        assertThat(heard).hasSize(3);
    }

    @Test
    void anIdThatIsSentManyTimesAtOnceIsStoredOnce() throws Exception {
        UUID id = UUID.randomUUID();
        List<CompletableFuture<Message>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(messages.post(talk.ana, talk.room, new Draft(id, "try " + i, null)));
        }
        for (CompletableFuture<Message> answer : answers) {
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(messages.get(talk.ana, talk.room, 1));
        }
        assertThat(talk.number("SELECT COUNT(*) FROM message")).isEqualTo(1);
        assertThat(talk.say(talk.ana, "next").seq()).isEqualTo(2);
    }

    @Test
    void successivePostsGetSuccessiveNumbers() throws Exception {
        List<CompletableFuture<Message>> answers = IntStream.rangeClosed(1, 1_000)
                .mapToObj(i -> messages.post(talk.ana, talk.room, new Draft(null, "n" + i, null)))
                .toList();
        for (int i = 0; i < answers.size(); i++) {
            Message message = answers.get(i).get(10, TimeUnit.SECONDS);
            assertThat(message.seq()).isEqualTo(i + 1);
            assertThat(message.text()).isEqualTo("n" + (i + 1));
        }
    }

    @Test
    void repliesPointToMessagesOfTheRoom() {
        talk.say(talk.ana, "question");
        assertThat(messages.send(talk.rui, talk.room, new Draft(null, "answer", 1L))
                        .replyTo())
                .isEqualTo(1);
        assertThat(messages.get(talk.ana, talk.room, 2).replyTo()).isEqualTo(1);
        for (long bad : new long[] {0, -1, 3, Long.MAX_VALUE}) {
            assertThat(status(() -> messages.send(talk.rui, talk.room, new Draft(null, "answer", bad))))
                    .isEqualTo(422);
        }
    }

    @Test
    void pagesGoBackAndForthAndAround() throws Exception {
        fill(10);
        assertThat(page(null, null, 4)).isEqualTo(to(7, 10));
        assertThat(page(7L, null, 4)).isEqualTo(to(3, 6));
        assertThat(page(3L, null, 4)).isEqualTo(to(1, 2));
        assertThat(page(null, 0L, 4)).isEqualTo(to(1, 4));
        assertThat(page(null, 8L, 4)).isEqualTo(to(9, 10));
        assertThat(page(null, 10L, 4)).isEmpty();
        assertThat(page(1L, null, 4)).isEmpty();
        assertThat(messages.history(talk.ana, talk.room, 5L, null, 4).hasMore()).isFalse();
        assertThat(messages.history(talk.ana, talk.room, 6L, null, 4).hasMore()).isTrue();
        assertThat(messages.history(talk.ana, talk.room, null, 6L, 4).hasMore()).isFalse();
        assertThat(messages.history(talk.ana, talk.room, null, 5L, 4).hasMore()).isTrue();
        assertThat(seqs(messages.around(talk.ana, talk.room, 5, 4).messages())).isEqualTo(to(4, 7));
        assertThat(seqs(messages.around(talk.ana, talk.room, 1, 4).messages())).isEqualTo(to(1, 3));
        assertThat(seqs(messages.around(talk.ana, talk.room, 5, 1).messages())).isEqualTo(to(5, 5));
        assertThat(messages.around(talk.ana, talk.room, 5, 4).hasMore()).isTrue();
        assertThat(messages.around(talk.ana, talk.room, 1, 4).hasMore()).isFalse();
    }

    @Test
    void limitsOfPagesAreChecked() {
        for (int bad : new int[] {0, -1, 201, Integer.MAX_VALUE}) {
            assertThat(status(() -> page(null, null, bad))).isEqualTo(400);
            assertThat(status(() -> messages.around(talk.ana, talk.room, 1, bad)))
                    .isEqualTo(400);
        }
        assertThat(status(() -> page(1L, 1L, 50))).isEqualTo(400);
        assertThat(status(() -> page(0L, null, 50))).isEqualTo(400);
        assertThat(status(() -> page(null, -1L, 50))).isEqualTo(400);
        assertThat(status(() -> page(null, Long.MAX_VALUE, 50))).isEqualTo(400);
        assertThat(status(() -> messages.get(talk.ana, talk.room, 1))).isEqualTo(404);
        assertThat(page(null, null, 200)).isEmpty();
    }

    @Test
    void theAuthorEditsAndEverybodyHearsTheNewWords() throws Exception {
        talk.say(talk.ana, "teh");
        messages.react(talk.rui, talk.room, 1, "👍", true);
        Message edited = messages.edit(talk.ana, talk.room, 1, " the ");
        assertThat(edited.text()).isEqualTo("the");
        assertThat(edited.editedAt()).isNotNull();
        assertThat(edited.reactions()).containsExactly(new Reaction("👍", 1, false));
        assertThat(messages.get(talk.ana, talk.room, 1)).isEqualTo(edited);
        eventually(3);
        Edited event = (Edited) heard.get(2);
        assertThat(event.seenBy(talk.rui.id())).isEqualTo(messages.get(talk.rui, talk.room, 1));
        assertThat(event.seenBy(talk.rui.id()).reactions()).containsExactly(new Reaction("👍", 1, true));
        assertThat(status(() -> messages.edit(talk.rui, talk.room, 1, "no"))).isEqualTo(403);
        assertThat(status(() -> messages.edit(talk.ana, talk.room, 2, "no"))).isEqualTo(404);
        assertThat(status(() -> messages.edit(talk.ana, talk.room, 1, " "))).isEqualTo(422);
        assertThat(talk.number("SELECT revision FROM message")).isEqualTo(1);
    }

    @Test
    void editsAtOnceEndInOneOfTheirTexts() throws Exception {
        talk.say(talk.ana, "zero");
        try (var editors = Executors.newVirtualThreadPerTaskExecutor()) {
            var edits = IntStream.rangeClosed(1, 5)
                    .mapToObj(i -> editors.submit(() -> messages.edit(talk.ana, talk.room, 1, "edit " + i)))
                    .toList();
            for (var edit : edits) {
                edit.get(20, TimeUnit.SECONDS);
            }
        }
        assertThat(messages.get(talk.ana, talk.room, 1).text()).startsWith("edit ");
        assertThat(talk.number("SELECT revision FROM message")).isEqualTo(5);
    }

    @Test
    void whoIsNoAdminAnyMoreWhenTheJournalWritesItErasesNobodysWords() {
        Membership admin = talk.bean(Rooms.class).asMember(talk.ana, talk.room);
        talk.say(talk.rui, "mine");
        talk.sql("UPDATE membership SET role = 'MEMBER' WHERE account_id = ?", talk.ana.id());
        Delete late = new Delete(admin, 1, Instant.now(), new CompletableFuture<>());
        assertThat(status(() -> Answers.await(late, talk.bean(Journal.class)))).isEqualTo(403);
        assertThat(messages.get(talk.rui, talk.room, 1).text()).isEqualTo("mine");
    }

    @Test
    void deletingErasesTheContentAndKeepsTheNumber() throws Exception {
        talk.say(talk.ana, "first");
        talk.say(talk.rui, "regret");
        messages.react(talk.ana, talk.room, 2, "👍", true);
        messages.delete(talk.rui, talk.room, 2);
        messages.delete(talk.rui, talk.room, 2);
        Message gone = messages.get(talk.ana, talk.room, 2);
        assertThat(gone.deleted()).isTrue();
        assertThat(gone.unreadable()).isFalse();
        assertThat(gone.text()).isNull();
        assertThat(gone.deletedBy()).isEqualTo(talk.rui.id());
        assertThat(gone.reactions()).isEmpty();
        assertThat(talk.value("SELECT body FROM message WHERE seq = 2")).isNull();
        assertThat(talk.number("SELECT COUNT(*) FROM reaction")).isZero();
        eventually(4);
        assertThat(heard.get(3)).isEqualTo(new Deleted(talk.roomId, talk.room, 2, talk.rui.id()));
        assertThat(heard).hasSize(4);
        assertThat(status(() -> messages.edit(talk.rui, talk.room, 2, "back"))).isEqualTo(409);
        assertThat(status(() -> messages.react(talk.rui, talk.room, 2, "👍", true)))
                .isEqualTo(409);
        assertThat(status(() -> messages.delete(talk.rui, talk.room, 3))).isEqualTo(404);
        assertThat(talk.say(talk.ana, "next").seq()).isEqualTo(3);
    }

    @Test
    void adminsDeleteOthersMessagesAndMembersDoNot() {
        talk.say(talk.ana, "by the owner");
        talk.say(talk.rui, "by a member");
        assertThat(status(() -> messages.delete(talk.rui, talk.room, 1))).isEqualTo(403);
        messages.delete(talk.ana, talk.room, 2);
        assertThat(messages.get(talk.rui, talk.room, 2).deletedBy()).isEqualTo(talk.ana.id());
        assertThat(messages.get(talk.rui, talk.room, 1).deleted()).isFalse();
    }

    @Test
    void reactionsAreCountedOnceAPersonAndTellWhoseTheyAre() throws Exception {
        talk.say(talk.ana, "party?");
        messages.react(talk.rui, talk.room, 1, "🎉", true);
        messages.react(talk.rui, talk.room, 1, "🎉", true);
        messages.react(talk.ana, talk.room, 1, "🎉", true);
        messages.react(talk.ana, talk.room, 1, "👍🏽", true);
        messages.react(talk.ana, talk.room, 1, "👍🏽", false);
        messages.react(talk.ana, talk.room, 1, "👍🏽", false);
        assertThat(messages.get(talk.rui, talk.room, 1).reactions()).containsExactly(new Reaction("🎉", 2, true));
        Actor bea = talk.person("Bea");
        talk.admit(talk.room, bea);
        assertThat(messages.get(bea, talk.room, 1).reactions()).containsExactly(new Reaction("🎉", 2, false));
        eventually(6);
        assertThat(heard.stream().filter(Reacted.class::isInstance))
                .containsExactly(
                        new Reacted(talk.roomId, talk.room, 1, "🎉", talk.rui.id(), true, 1),
                        new Reacted(talk.roomId, talk.room, 1, "🎉", talk.ana.id(), true, 2),
                        new Reacted(talk.roomId, talk.room, 1, "👍🏽", talk.ana.id(), true, 1),
                        new Reacted(talk.roomId, talk.room, 1, "👍🏽", talk.ana.id(), false, 0));
        assertThat(status(() -> messages.react(talk.ana, talk.room, 2, "👍", true)))
                .isEqualTo(404);
        assertThat(status(() -> messages.react(talk.ana, talk.room, 1, "ok", true)))
                .isEqualTo(422);
    }

    @Test
    void aMessageHasAtMostTwentyKindsOfReactions() {
        talk.say(talk.ana, "popular");
        List<String> kinds = IntStream.range(0, 21)
                .mapToObj(i -> Character.toString(0x1F600 + i))
                .toList();
        kinds.subList(0, 20).forEach(kind -> messages.react(talk.ana, talk.room, 1, kind, true));
        assertThat(status(() -> messages.react(talk.ana, talk.room, 1, kinds.get(20), true)))
                .isEqualTo(422);
        messages.react(talk.rui, talk.room, 1, kinds.get(3), true);
        messages.react(talk.ana, talk.room, 1, kinds.getFirst(), false);
        messages.react(talk.ana, talk.room, 1, kinds.get(20), true);
        assertThat(messages.get(talk.ana, talk.room, 1).reactions()).hasSize(20);
    }

    @Test
    void aRoomsRateLimitHoldsForEachMemberButARepeatIsAnswered() {
        String slow = messages(2);
        UUID id = UUID.randomUUID();
        messages.send(talk.ana, slow, new Draft(id, "1", null));
        messages.send(talk.ana, slow, new Draft(null, "2", null));
        assertThat(status(() -> messages.send(talk.ana, slow, new Draft(null, "3", null))))
                .isEqualTo(429);
        assertThat(messages.send(talk.ana, slow, new Draft(id, "1", null)).seq())
                .isEqualTo(1);
        assertThat(messages.send(talk.rui, slow, new Draft(null, "other", null)).seq())
                .isEqualTo(3);
        assertThat(talk.say(talk.ana, "another room").seq()).isEqualTo(1);
    }

    private String messages(int perMinute) {
        NewRoom room = new NewRoom("Slow", null, null, null, null, null, null, null, perMinute, null);
        String slug = talk.bean(Rooms.class).create(talk.ana, room).room().slug();
        talk.admit(slug, talk.rui);
        return slug;
    }

    private void fill(int count) throws Exception {
        List<CompletableFuture<Message>> answers = IntStream.rangeClosed(1, count)
                .mapToObj(i -> messages.post(talk.ana, talk.room, new Draft(null, "n" + i, null)))
                .toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
    }

    private List<Long> page(@Nullable Long before, @Nullable Long after, int limit) {
        return seqs(messages.history(talk.ana, talk.room, before, after, limit).messages());
    }

    /** The room hears after the sender is answered. */
    private void eventually(int events) throws InterruptedException {
        for (int i = 0; heard.size() < events && i < 500; i++) {
            Thread.sleep(10);
        }
        assertThat(heard).hasSizeGreaterThanOrEqualTo(events);
    }
}
