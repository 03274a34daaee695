package chat.salas.ui.chat;

import chat.salas.account.CredentialEnded;
import chat.salas.kernel.Problem;
import chat.salas.live.AccountEvent;
import chat.salas.live.RoomEvent;
import chat.salas.live.Typing.TypingStarted;
import chat.salas.message.Message;
import chat.salas.message.MessageEvent;
import chat.salas.room.Banned;
import chat.salas.room.RoomEvents.HistoryCleared;
import chat.salas.room.RoomEvents.HistoryTrimmed;
import chat.salas.room.RoomEvents.MemberJoined;
import chat.salas.room.RoomEvents.MemberLeft;
import chat.salas.room.RoomEvents.MemberMuted;
import chat.salas.room.RoomEvents.MemberPresence;
import chat.salas.room.RoomEvents.RoleChanged;
import chat.salas.room.RoomEvents.RoomChanged;
import chat.salas.room.RoomEvents.RoomDeleted;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Takes what came from outside into the conversation. */
final class Inbound {
    private static final int RUSH = 50;

    private final Conversation conversation;
    private final Screen screen;
    private final InstantSource clock;
    private final TypingPeople typing = new TypingPeople();
    /** Of this time only: after a rush it would stay as large as that was. */
    private List<Message> arrived = List.of();

    /** Shown once, however many were removed at once. */
    private boolean othersChanged;

    private boolean presenceChanged;
    private boolean logChanged;

    Inbound(Conversation conversation, Screen screen, InstantSource clock) {
        this.conversation = conversation;
        this.screen = screen;
        this.clock = clock;
    }

    void take(List<News> news) {
        arrived = new ArrayList<>(0);
        for (News each : news) {
            if (!conversation.listening()) {
                return;
            }
            take(each);
        }
        if (conversation.listening()) {
            show();
        }
    }

    private void show() {
        if (logChanged) {
            logChanged = false;
            showLog();
        }
        if (othersChanged) {
            screen.showMembers();
        } else if (presenceChanged) {
            screen.showPresence();
        }
        othersChanged = false;
        presenceChanged = false;
        if (conversation.attention().atEnd() && !arrived.isEmpty()) {
            screen.showEnd();
        }
        screen.announce(
                arrived.stream().filter(message -> !mine(message.author().id())).toList());
        conversation.attention().settle(conversation.window());
        arrived = List.of();
    }

    /** Of a rush nobody reads every line: what would be gone in a moment is not drawn. */
    private void showLog() {
        if (arrived.size() >= RUSH && conversation.attention().atEnd()) {
            conversation.window().keepNewest(RUSH);
        }
        conversation.quotes().prepare(arrived);
        screen.showLog();
    }

    private void take(News news) {
        logChanged |= !(news instanceof News.Joined
                || news instanceof News.NotDone
                || news instanceof News.NotEdited
                || isBesides(news));
        switch (news) {
            case News.Joined joined -> {}
            case News.Missed missed -> missed.messages().forEach(this::posted);
            case News.Ended ended -> ended(ended.why());
            case News.Happened happened -> happened(happened.event());
            case News.Mine mine -> mine(mine.event());
            case News.Sent sent -> posted(sent.message());
            case News.NotSent failed -> conversation.outbox().failed(failed.id(), failed.problem());
            case News.NotEdited refused -> screen.giveBack(refused.text(), refused.problem());
            case News.NotDone refused -> screen.refuse(refused.problem());
        }
    }

    private static boolean isBesides(News news) {
        return news instanceof News.Mine
                || news instanceof News.Happened(TypingStarted _)
                || news instanceof News.Happened(MemberPresence _);
    }

    /** The viewer is in the room no more, or the live stream broke. */
    void ended(Problem why) {
        switch (why) {
            case Problem.Unavailable _ -> conversation.rejoin();
            case Problem.NotFound _ -> screen.leave(Farewell.DELETED);
            case Banned _ -> screen.leave(Farewell.BANNED);
            default -> screen.leave(Farewell.LEFT);
        }
    }

    private void happened(RoomEvent event) {
        switch (event) {
            case MessageEvent message -> happened(message);
            case TypingStarted started
            when !mine(started.accountId()) -> {
                typing.started(started.accountId(), started.displayName(), clock.instant());
                screen.showTyping(typing.names(clock.instant()));
            }
            case MemberLeft left when mine(left.accountId()) -> screen.leave(farewell(left));
            case RoomDeleted gone -> screen.leave(Farewell.DELETED);
            case HistoryCleared cleared -> conversation.forget(cleared.upToSeq());
            case HistoryTrimmed trimmed -> conversation.forget(trimmed.upToSeq());
            case RoomChanged changed -> screen.showRoom();
            case MemberMuted muted when mine(muted.accountId()) -> screen.showRoom();
            case RoleChanged changed -> roleChanged(changed);
            case MemberLeft left -> othersChanged = true;
            case MemberJoined joined -> othersChanged = true;
            case MemberPresence presence -> presenceChanged = true;
            default -> {}
        }
    }

    private void roleChanged(RoleChanged changed) {
        if (mine(changed.accountId())) {
            screen.showRoom();
        }
        othersChanged = true;
    }

    private static Farewell farewell(MemberLeft left) {
        if (left.banned()) {
            return Farewell.BANNED;
        }
        return left.removed() ? Farewell.REMOVED : Farewell.LEFT;
    }

    private void happened(MessageEvent event) {
        Window window = conversation.window();
        switch (event) {
            case MessageEvent.Posted posted -> posted(posted.message());
            case MessageEvent.Edited edited -> window.change(edited.message().seq(), was -> edited.seenBy(me()));
            case MessageEvent.Deleted deleted -> window.change(deleted.seq(), was -> Window.erased(was, deleted));
            case MessageEvent.Reacted reacted ->
                window.change(reacted.seq(), was -> Reactions.after(was, reacted, me()));
        }
        if (event instanceof MessageEvent.Edited || event instanceof MessageEvent.Deleted) {
            conversation.quotes().changed(event.seq());
        }
    }

    private void posted(Message message) {
        if (mine(message.author().id())) {
            conversation.outbox().remove(message.id());
        }
        if (typing.stopped(message.author().id())) {
            screen.showTyping(typing.names(clock.instant()));
        }
        if (conversation.window().post(message)) {
            arrived.add(message);
            conversation.attention().arrived(message);
        } else if (message.seq() > conversation.window().last()) {
            conversation.attention().arrived(message);
        }
    }

    private void mine(AccountEvent event) {
        if (event instanceof CredentialEnded ended
                && ended.credential().equals(conversation.desk().actor().credential())) {
            screen.signedOut();
        }
    }

    private boolean mine(long account) {
        return account == me();
    }

    private long me() {
        return conversation.desk().actor().id();
    }
}
