package chat.salas.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.kernel.Actor;
import chat.salas.message.MessageImport.Said;
import chat.salas.room.Membership;
import chat.salas.room.Room;
import chat.salas.room.Rooms;
import chat.salas.search.SearchIndex;
import chat.salas.search.SearchQuery;
import chat.salas.search.SearchWriter;
import chat.salas.vault.CannotOpen;
import chat.salas.vault.KeyRing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
final class SearchTest {
    private static final int LONG_RUN = 16_384;
    private static final List<String> WORDS = List.of(
            "the",
            "release",
            "Coração",
            "coracao",
            "上海",
            "我们在上海开会",
            "deploy",
            "deployment",
            "ok",
            "zebra",
            "Straße",
            "strasse",
            "👍",
            "a",
            "banana",
            "ananas",
            "meeting",
            "Über",
            "uber",
            "x");
    private static final List<String> QUERIES = List.of(
            "the",
            "coracao",
            "CORAÇÃO",
            "上海",
            "海",
            "ploy",
            "deployment",
            "ok",
            "zebra",
            "strasse",
            "👍",
            "a",
            "ana",
            "über",
            "the zebra",
            "ok 上海 banana",
            "nothing",
            "ban zeb dep",
            "x",
            "ee");

    private final Talk talk = Talk.open();
    private final Random random = new Random(42);

    @AfterEach
    void close() throws Exception {
        talk.close();
    }

    private Room room() {
        return talk.bean(Rooms.class).asMember(talk.ana, talk.room).room();
    }

    private String sentence() {
        return String.join(
                " ",
                IntStream.rangeClosed(0, random.nextInt(4))
                        .mapToObj(_ -> WORDS.get(random.nextInt(WORDS.size())))
                        .toList());
    }

    /** Fills the empty room; returns what was said by number. */
    private Map<Long, String> fill(int messages) {
        List<Said> said = new ArrayList<>();
        Map<Long, String> texts = new HashMap<>();
        for (int i = 1; i <= messages; i++) {
            String text = sentence();
            said.add(new Said(talk.ana.id(), Instant.ofEpochMilli(i), text, null, List.of()));
            texts.put((long) i, text);
        }
        talk.bean(MessageImport.class).fill(Stream.of(new MessageImport.Conversation(room(), said)));
        return texts;
    }

    private void untilIndexed(long seq) throws InterruptedException {
        until("SELECT seq >= ? FROM search_progress WHERE room_id = ?", seq, talk.roomId);
    }

    private void untilSettled() throws InterruptedException {
        talk.bean(Indexer.class).wake(talk.roomId);
        until("SELECT count(*) = 0 FROM search_todo WHERE room_id = ?", talk.roomId);
    }

    private void until(String query, Object... values) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (talk.number(query, values) != 1) {
            assertThat(System.nanoTime()).as(query).isLessThan(end);
            Thread.sleep(10);
        }
    }

    private List<Long> found(Actor who, String words) {
        List<Long> all = new ArrayList<>();
        Long before = null;
        do {
            SearchPage page = talk.messages().search(who, talk.room, words, before, 0, 200);
            all.addAll(Talk.seqs(page.messages()));
            before = page.next();
        } while (before != null);
        return all;
    }

    private static List<Long> scanned(Map<Long, String> texts, String words) {
        SearchQuery query = SearchQuery.of(words);
        return texts.entrySet().stream()
                .filter(each -> query.matches(each.getValue()))
                .map(Map.Entry::getKey)
                .sorted((one, other) -> Long.compare(other, one))
                .toList();
    }

    private void agrees(Map<Long, String> texts) {
        for (String words : QUERIES) {
            assertThat(found(talk.rui, words)).as(words).isEqualTo(scanned(texts, words));
        }
        assertThat(scanned(texts, "上海")).as("the premise").isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {50, SearchWriter.RUN, 5 * SearchWriter.RUN + 77, LONG_RUN + 2 * SearchWriter.RUN + 5})
    void whatTheIndexFindsIsWhatAScanFinds(int messages) throws InterruptedException {
        Map<Long, String> texts = fill(messages);
        untilRunsAreIndexed(messages);
        agrees(texts);
    }

    private void untilRunsAreIndexed(int messages) throws InterruptedException {
        int indexed = messages - messages % SearchWriter.RUN;
        if (indexed > 0) {
            untilIndexed(indexed);
        }
    }

    @Test
    void longRunsAreMergedAndNothingShortIsLeftOfThem() throws InterruptedException {
        fill(LONG_RUN + SearchWriter.RUN);
        untilIndexed(LONG_RUN + SearchWriter.RUN);
        assertThat(talk.number("SELECT count(*) FROM search_part WHERE level = 1 AND first_seq = 1"))
                .isGreaterThan(50);
        assertThat(talk.number("SELECT count(*) FROM search_part WHERE level = 0 AND first_seq <= ?", LONG_RUN))
                .isZero();
        assertThat(talk.number("SELECT count(*) FROM search_part WHERE level = 0"))
                .isPositive();
    }

    @Test
    void aMessageJustSentIsFound() {
        talk.say(talk.ana, "hello 上海");
        assertThat(found(talk.rui, "上海")).containsExactly(1L);
        assertThat(found(talk.rui, "上海 hell")).containsExactly(1L);
    }

    @Test
    void editsAndDeletionsAreTrueAtOnceAndStayTrue() throws InterruptedException {
        Map<Long, String> texts = fill(LONG_RUN + 2 * SearchWriter.RUN + 5);
        untilIndexed(LONG_RUN + 2 * SearchWriter.RUN);
        for (long seq : new long[] {1, 7, 1_024, 1_025, LONG_RUN, LONG_RUN + 1, LONG_RUN + 1_030, LONG_RUN + 2_050}) {
            talk.messages().edit(talk.ana, talk.room, seq, "giraffe " + seq + " 上海");
            texts.put(seq, "giraffe " + seq + " 上海");
        }
        for (long seq : new long[] {2, 1_026, LONG_RUN + 3, LONG_RUN + 2_051}) {
            talk.messages().delete(talk.ana, talk.room, seq);
            texts.remove(seq);
        }
        assertThat(found(talk.rui, "giraffe"))
                .isEqualTo(scanned(texts, "giraffe"))
                .hasSize(8);
        agrees(texts);
        untilSettled();
        agrees(texts);
        assertThat(found(talk.rui, "giraffe")).hasSize(8);
    }

    @Test
    void wordsThatWereChangedBeforeTheIndexHeardOfItAreFoundAndTheOldOnesAreNot() throws Exception {
        talk.bean(Indexer.class).close();
        Indexer indexer =
                new Indexer(talk.bean(MessageRepository.class), talk.bean(Bodies.class), talk.bean(SearchWriter.class));
        List<MessageEvent> posted = new ArrayList<>();
        for (int i = 1; i <= SearchWriter.RUN; i++) {
            posted.add(new MessageEvent.Posted(talk.say(talk.ana, i == 500 ? "giraffe" : "zebra")));
        }
        talk.messages().edit(talk.ana, talk.room, 500, "elephant");
        try {
            indexer.heard(posted);
            untilIndexed(SearchWriter.RUN);
            until("SELECT count(*) = 0 FROM search_todo WHERE room_id = ?", talk.roomId);
        } finally {
            indexer.close();
        }
        assertThat(found(talk.rui, "elephant")).containsExactly(500L);
        assertThat(talk.bean(SearchIndex.class)
                        .probe(talk.roomId, SearchQuery.of("giraffe"))
                        .hits(SearchWriter.RUN + 1, 0, 1)
                        .seqs())
                .as("what the index has of the old words")
                .isEmpty();
    }

    @Test
    void aPageFarBehindHoldsNoMoreThanTheFirst() {
        fill(400);
        Membership reader = talk.bean(Rooms.class).asMember(talk.ana, talk.room);
        Gathering found =
                new Gathering(talk.bean(Bodies.class), reader, SearchQuery.of("the"), new Search.Cut(null, 20, 5));
        List<Row> rows = talk.bean(MessageRepository.class).below(new MessageRepository.Span(talk.roomId, 0, 401), 400);
        rows.forEach(found::look);
        assertThat(found.isFull()).isTrue();
        assertThat(found.finds()).hasSize(6);
        assertThat(Talk.seqs(talk.messages()
                        .search(talk.ana, talk.room, "the", null, 20, 5)
                        .messages()))
                .isEqualTo(found.finds().stream()
                        .limit(5)
                        .map(find -> find.row().seq())
                        .toList());
    }

    @Test
    void nothingIsLeftInTheIndexOfErasedMessages() throws InterruptedException {
        fill(2 * SearchWriter.RUN);
        untilIndexed(2 * SearchWriter.RUN);
        for (long seq = 1; seq <= SearchWriter.RUN; seq++) {
            talk.messages().delete(talk.ana, talk.room, seq);
        }
        untilSettled();
        assertThat(talk.number("SELECT count(*) FROM search_part WHERE first_seq = 1"))
                .isZero();
        assertThat(talk.number("SELECT count(*) FROM search_part")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000, SearchWriter.RUN, 1_500, LONG_RUN, LONG_RUN + 1_100})
    void erasingUpToAMessageLeavesNoTokenOfWhatIsErased(long upTo) throws InterruptedException {
        Map<Long, String> texts = fill(LONG_RUN + 2 * SearchWriter.RUN + 5);
        untilIndexed(LONG_RUN + 2 * SearchWriter.RUN);
        talk.messages().edit(talk.ana, talk.room, 1, "changed");
        talk.bean(Eraser.class).erase(talk.roomId, upTo);
        texts.keySet().removeIf(seq -> seq <= upTo);
        agrees(texts);
        assertThat(talk.number("SELECT count(*) FROM search_part WHERE last_seq <= ?", upTo))
                .isZero();
        assertThat(talk.number("SELECT count(*) FROM search_todo WHERE seq <= ?", upTo))
                .isZero();
        SearchPage page = talk.messages().search(talk.rui, talk.room, "a", null, 0, 1);
        assertThat(page.messages()).as("the premise").isNotEmpty();
    }

    @Test
    void aDamagedKeyIsAFaultAndNotARoomThatIsNotThere() throws InterruptedException {
        fill(SearchWriter.RUN + 10);
        untilIndexed(SearchWriter.RUN);
        assertThat(talk.messages()
                        .search(talk.rui, talk.room, "the", null, 0, 200)
                        .messages())
                .isNotEmpty();
        talk.sql("UPDATE room_key SET wrapped = zeroblob(length(wrapped)) WHERE room_id = ?", talk.roomId);
        talk.bean(KeyRing.class).forget(talk.roomId);
        assertThatThrownBy(() -> talk.messages().search(talk.rui, talk.room, "the", null, 0, 200))
                .isInstanceOf(CannotOpen.class);
    }

    @Test
    void pagesJoinWithoutAHoleOrADouble() {
        Map<Long, String> texts = fill(400);
        List<Long> all = scanned(texts, "the");
        List<Long> byFrom = new ArrayList<>();
        SearchPage page;
        do {
            page = talk.messages().search(talk.rui, talk.room, "the", null, byFrom.size(), 7);
            byFrom.addAll(Talk.seqs(page.messages()));
        } while (page.hasMore());
        assertThat(byFrom).isEqualTo(all).hasSizeGreaterThan(14);
        assertThat(talk.messages()
                        .search(talk.rui, talk.room, "the", null, all.size(), 7)
                        .messages())
                .isEmpty();
    }

    @Test
    void whoMayNotSeeAMessageDoesNotFindIt() throws InterruptedException {
        Map<Long, String> texts = fill(SearchWriter.RUN + 10);
        untilIndexed(SearchWriter.RUN);
        Actor lia = talk.person("Lia");
        talk.sql(
                "INSERT INTO membership (room_id, account_id, role, joined_at, from_seq) VALUES (?, ?, 'MEMBER', 0, ?)",
                talk.roomId,
                lia.id(),
                SearchWriter.RUN - 5);
        texts.keySet().removeIf(seq -> seq <= SearchWriter.RUN - 5);
        for (String words : QUERIES) {
            assertThat(found(lia, words)).as(words).isEqualTo(scanned(texts, words));
        }
        assertThat(found(lia, "a")).isNotEmpty();
        Actor eve = talk.person("Eve");
        assertThat(Talk.status(() -> found(eve, "the"))).isEqualTo(403);
    }

    @Test
    void badQuestionsAreRefused() {
        Messages messages = talk.messages();
        assertThat(Talk.status(() -> messages.search(talk.ana, talk.room, " ", null, 0, 10)))
                .isEqualTo(400);
        assertThat(Talk.status(() -> messages.search(talk.ana, talk.room, "x".repeat(201), null, 0, 10)))
                .isEqualTo(400);
        assertThat(Talk.status(() -> messages.search(talk.ana, talk.room, "x", null, -1, 10)))
                .isEqualTo(400);
        assertThat(Talk.status(() -> messages.search(talk.ana, talk.room, "x", null, 0, 201)))
                .isEqualTo(400);
        assertThat(messages.search(talk.ana, talk.room, "...", null, 0, 10).messages())
                .isEmpty();
    }
}
