package chat.salas.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.CredentialEnded;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.live.Typing.TypingStarted;
import chat.salas.message.Message;
import chat.salas.room.Role;
import chat.salas.room.RoomEvents.HistoryCleared;
import chat.salas.room.RoomEvents.HistoryTrimmed;
import chat.salas.room.RoomEvents.MemberLeft;
import chat.salas.room.RoomEvents.MemberMuted;
import chat.salas.room.RoomEvents.RoleChanged;
import chat.salas.room.RoomEvents.RoomChanged;
import chat.salas.room.RoomEvents.RoomDeleted;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final Actor ME = new Actor(1, "Me Myself", false, new Actor.Credential.Session(5));
    private static final Actor ANA = new Actor(2, "Ana", false, new Actor.Credential.Session(6));

    private final FakeRoom room = new FakeRoom();
    private final Seen seen = new Seen();
    private int woken;
    private final Conversation conversation = new Conversation(
            room.desk(ME),
            seen,
            InstantSource.fixed(Lines.NOON),
            new Conversation.Background(Runnable::run, () -> {}, urgent -> woken++));

    @BeforeEach
    void history() {
        for (int i = 1; i <= 200; i++) {
            room.say(2, "Ana", "old " + i, Lines.NOON.minusSeconds(1_000 - i));
        }
        room.marks.put(1L, 200L);
    }

    @Test
    void anOwnMessageIsShownAtOnceAndNeverTwice() {
        enter();
        room.slow = true;
        conversation.send("hello", null);
        assertThat(conversation.outbox().all()).singleElement().satisfies(each -> assertThat(each.failed())
                .isFalse());
        room.commit();
        assertThat(woken).isEqualTo(1);
        conversation.drain();
        assertThat(conversation.outbox().all()).isEmpty();
        assertThat(said()).containsOnlyOnce("hello").endsWith("hello");
        assertThat(seen.announced).isEmpty();
    }

    @Test
    void whatTheRoomRefusesGoesBackToTheComposer() {
        enter();
        room.refusal = new Problem.TooMany("Too many messages", Duration.ofSeconds(7));
        conversation.send("too fast", null);
        assertThat(seen.givenBack).containsExactly("too fast");
        assertThat(conversation.outbox().all()).isEmpty();
    }

    @Test
    void whatIsTooMuchAtOnceGoesBackToTheComposer() {
        enter();
        room.slow = true;
        for (int i = 0; i < Outbox.MOST; i++) {
            conversation.send("on the way", null);
        }
        assertThat(seen.givenBack).isEmpty();
        conversation.send("one more", null);
        assertThat(seen.givenBack).containsExactly("one more");
        assertThat(seen.reasons).hasOnlyElementsOfType(Outbox.Full.class);
    }

    @Test
    void aMessageThatCannotBeStoredCanBeTriedAgain() {
        enter();
        room.failing = true;
        conversation.send("hello", null);
        conversation.drain();
        var failed = conversation.outbox().all().iterator().next();
        assertThat(failed.failed()).isTrue();
        room.failing = false;
        conversation.retry(failed.id());
        conversation.drain();
        assertThat(conversation.outbox().all()).isEmpty();
        assertThat(conversation.window().messages().getLast().id()).isEqualTo(failed.id());
    }

    @Test
    void burstsWakeThePageOnceAndAreReadOut() {
        enter();
        room.say(2, "Ana", "a", Lines.NOON);
        room.say(2, "Ana", "b", Lines.NOON);
        assertThat(woken).isEqualTo(1);
        conversation.drain();
        assertThat(seen.announced).extracting(Message::text).containsExactly("a", "b");
        assertThat(room.marks).containsEntry(1L, 202L);
    }

    @Test
    void whatIsNotSeenIsNotRead() {
        enter();
        conversation.visible(false);
        room.say(2, "Ana", "a", Lines.NOON);
        conversation.drain();
        assertThat(room.marks).containsEntry(1L, 200L);
        assertThat(conversation.attention().lineIn(conversation.window())).isEqualTo(201);
        conversation.visible(true);
        assertThat(room.marks).containsEntry(1L, 201L);
    }

    @Test
    void theLineStandsBeforeTheFirstUnreadMessageOfSomebodyElse() {
        room.marks.put(1L, 190L);
        enter();
        assertThat(conversation.attention().lineIn(conversation.window())).isEqualTo(191);
        conversation.send("I have seen it", null);
        assertThat(conversation.attention().lineIn(conversation.window())).isZero();
    }

    @Test
    void whoLooksElsewhereIsToldHowManyCame() {
        enter();
        conversation.scrolled(2_000, 1_500);
        room.say(2, "Ana", "a", Lines.NOON);
        room.say(2, "Ana", "b", Lines.NOON);
        conversation.drain();
        assertThat(seen.waiting).isEqualTo(2);
        assertThat(room.marks).containsEntry(1L, 200L);
        conversation.toEnd();
        assertThat(room.marks).containsEntry(1L, 202L);
    }

    @Test
    void scrollingUpLoadsOlderAndBackDownLoadsNewer() {
        enter();
        for (int i = 0; i < 3; i++) {
            conversation.scrolled(0, 4_000);
        }
        assertThat(conversation.window().first()).isEqualTo(1);
        assertThat(conversation.window().newerExist()).isTrue();
        conversation.scrolled(4_000, 0);
        assertThat(conversation.window().last()).isEqualTo(200);
        assertThat(conversation.window().newerExist()).isFalse();
    }

    @Test
    void aJumpLoadsTheSurroundings() {
        enter();
        conversation.jump(20);
        assertThat(seen.revealed).isEqualTo(20);
        assertThat(conversation.window().find(20)).isPresent();
        assertThat(conversation.window().newerExist()).isTrue();
    }

    @Test
    void afterAJumpToTheFirstMessagesScrollingDownLoadsOn() {
        enter();
        conversation.jump(1);
        long last = conversation.window().last();
        conversation.scrolled(0, 500);
        assertThat(conversation.window().last()).isGreaterThan(last);
    }

    @Test
    void whoReadsFarUpSeesTheEndWhenAllOfThatIsCleared() {
        enter();
        conversation.jump(20);
        room.publish(new HistoryCleared(9, 100));
        conversation.drain();
        assertThat(conversation.window().last()).isEqualTo(200);
        assertThat(conversation.window().newerExist()).isFalse();
    }

    @Test
    void anEndThatCannotBeLoadedAfterAFloodIsLoadedWhenItIsLookedFor() {
        enter();
        room.away = true;
        for (int i = 0; i < Mailbox.MOST + 100; i++) {
            room.say(2, "Ana", "flood " + i, Lines.NOON);
        }
        conversation.drain();
        assertThat(conversation.window().newerExist()).isTrue();
        assertThat(conversation.listening()).isTrue();

        room.away = false;
        conversation.toEnd();
        assertThat(conversation.window().last()).isEqualTo(200 + Mailbox.MOST + 100);
        room.say(2, "Ana", "and on", Lines.NOON);
        conversation.drain();
        assertThat(said()).endsWith("and on");
    }

    @Test
    void aStreamThatBreaksIsJoinedAgainAlsoWhenTheEndCannotBeLoadedAtOnce() {
        enter();
        room.away = true;
        room.breakOff();
        conversation.drain();
        assertThat(conversation.listening()).isTrue();
        assertThat(room.listeners).hasSize(1);

        room.away = false;
        room.say(2, "Ana", "and on", Lines.NOON);
        conversation.toEnd();
        assertThat(said()).endsWith("and on");
    }

    @Test
    void whatIsSentIsNotLostWhenTheEndCannotBeLoaded() {
        enter();
        conversation.jump(20);
        room.away = true;
        conversation.send("hello", null);
        assertThat(room.messages.getLast().text()).isEqualTo("hello");
    }

    @Test
    void anOwnMessageThatIsStoredDuringAFloodIsNotLeftAsOnTheWay() {
        enter();
        room.slow = true;
        conversation.send("hello", null);
        for (int i = 0; i < Mailbox.MOST + 100; i++) {
            room.say(2, "Ana", "flood " + i, Lines.NOON);
        }
        room.commit();
        conversation.drain();
        assertThat(conversation.outbox().all()).isEmpty();
    }

    @Test
    void wordsOfARefusedEditGoBackToTheComposer() {
        enter();
        room.refusal = new Problem.Forbidden("It is too late.");
        conversation.deeds().edit(200, "better words");
        conversation.drain();
        assertThat(seen.givenBack).containsExactly("better words");
    }

    @Test
    void aFloodIsNotShownLineByLineButLoadedAfresh() {
        enter();
        for (int i = 0; i < Mailbox.MOST + 100; i++) {
            room.say(2, "Ana", "flood " + i, Lines.NOON);
        }
        conversation.drain();
        assertThat(conversation.window().last()).isEqualTo(200 + Mailbox.MOST + 100);
        assertThat(conversation.window().messages()).hasSizeLessThanOrEqualTo(Window.MOST);
    }

    @Test
    void reactionsAreTakenBackByTheSameClick() {
        enter();
        conversation.deeds().react(200, "👍");
        conversation.drain();
        assertThat(conversation.window().find(200).orElseThrow().reactions())
                .containsExactly(new Message.Reaction("👍", 1, true));
        conversation.deeds().react(200, "👍");
        conversation.drain();
        assertThat(conversation.window().find(200).orElseThrow().reactions()).isEmpty();
    }

    @Test
    void typingOfOthersIsShownUntilTheirMessageComes() {
        enter();
        room.publish(new TypingStarted(9, 1, "Me Myself"), new TypingStarted(9, 2, "Ana"));
        conversation.drain();
        assertThat(seen.typing).containsExactly("Ana");
        room.say(2, "Ana", "there", Lines.NOON);
        conversation.drain();
        assertThat(seen.typing).isEmpty();
    }

    @Test
    void quotesFollowWhatTheyQuote() {
        room.say(2, "Ana", "far away", Lines.NOON);
        enter();
        assertThat(quoted(10)).isEqualTo("old 10");
        room.desk(ANA).edit(10, "changed");
        conversation.drain();
        assertThat(quoted(10)).isEqualTo("changed");
        room.desk(ANA).delete(10);
        conversation.drain();
        assertThat(quoted(10)).isNull();
    }

    private @Nullable String quoted(long seq) {
        Quote quote = conversation.quotes().of(seq);
        assertThat(quote).isNotNull();
        return quote == null ? null : quote.words();
    }

    @Test
    void whoIsRemovedHearsNothingMore() {
        enter();
        room.publish(new MemberLeft(9, 1, true, false));
        room.say(2, "Ana", "secret", Lines.NOON);
        conversation.drain();
        assertThat(seen.left).isEqualTo(1);
        assertThat(said()).doesNotContain("secret");
    }

    @Test
    void onlyTheOwnSessionsEndEndsThePage() {
        enter();
        room.accounts.forEach(each -> each.accept(new CredentialEnded(1, new Actor.Credential.Session(77))));
        conversation.drain();
        assertThat(conversation.listening()).isTrue();
        room.accounts.forEach(each -> each.accept(new CredentialEnded(1, ME.credential())));
        conversation.drain();
        assertThat(conversation.listening()).isFalse();
        assertThat(room.listeners).isEmpty();
    }

    private void enter() {
        conversation.load(null);
        conversation.listen();
        conversation.drain();
        woken = 0;
    }

    private List<@Nullable String> said() {
        return conversation.window().messages().stream()
                .<@Nullable String>map(Message::text)
                .toList();
    }

    /** Remembers what was to be seen; leaves as the page does. */
    @Test
    void whatIsClearedOrTrimmedLeavesTheWindowAndItsQuotes() {
        enter();
        long first = conversation.window().first();
        assertThat(first).isEqualTo(151);
        room.publish(new HistoryTrimmed(9, 160));
        conversation.drain();
        assertThat(conversation.window().first()).isEqualTo(161);
        assertThat(conversation.window().olderExist()).isFalse();
        room.publish(new HistoryCleared(9, 200));
        conversation.drain();
        assertThat(conversation.window().messages()).isEmpty();
        room.say(2, "Ana", "anew", Lines.NOON);
        conversation.drain();
        assertThat(said()).containsExactly("anew");
    }

    @Test
    void whoIsPutOutHearsWhy() {
        enter();
        room.publish(new RoomDeleted(9));
        conversation.drain();
        assertThat(seen.farewell).isEqualTo(Farewell.DELETED);
        assertThat(room.listeners).isEmpty();
    }

    @Test
    void ownMutesRolesAndTheRoomsSettingsAreShownThoseOfOthersAreNot() {
        enter();
        room.publish(new MemberMuted(9, 2, Lines.NOON.plusSeconds(60)));
        conversation.drain();
        assertThat(seen.rooms).isZero();
        room.publish(new MemberMuted(9, 1, Lines.NOON.plusSeconds(60)));
        room.publish(new RoleChanged(9, 1, Role.ADMIN));
        room.publish(new RoomChanged(room.desk(ME).room().room()));
        conversation.drain();
        assertThat(seen.rooms).isEqualTo(3);
    }

    private final class Seen implements Screen {
        final List<String> givenBack = new ArrayList<>();
        final List<Problem> reasons = new ArrayList<>();
        final List<Message> announced = new ArrayList<>();
        List<String> typing = List.of();
        int waiting;
        long revealed;
        int left;
        int rooms;

        @Nullable
        Farewell farewell;

        @Override
        public void showLog() {}

        @Override
        public void showEnd() {}

        @Override
        public void reveal(long seq) {
            revealed = seq;
        }

        @Override
        public void announce(List<Message> arrived) {
            announced.addAll(arrived);
        }

        @Override
        public void showTyping(List<String> names) {
            typing = names;
        }

        @Override
        public void showWaiting(int messages) {
            waiting = messages;
        }

        @Override
        public void showMembers() {}

        @Override
        public void showPresence() {}

        @Override
        public void giveBack(String text, Problem why) {
            givenBack.add(text);
            reasons.add(why);
        }

        @Override
        public void refuse(Problem why) {}

        @Override
        public void showRoom() {
            rooms++;
        }

        @Override
        public void leave(Farewell why) {
            left++;
            farewell = why;
            conversation.close();
        }

        @Override
        public void signedOut() {
            conversation.close();
        }
    }
}
