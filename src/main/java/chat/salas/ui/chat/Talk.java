package chat.salas.ui.chat;

import chat.salas.kernel.Problem;
import chat.salas.message.Message;
import chat.salas.room.Muted;
import chat.salas.room.RoomView;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log and the composer of one room, and what happens between them. */
final class Talk extends Div implements Screen {
    private final Words words;
    private final Around around;
    private final MessageActions actions;
    private final Conversation conversation;
    private final LogView log;
    private final Composer composer;
    private final Announcer announcer;
    private final ToEnd toEnd;
    private final Drafts drafts;
    private final Setting setting;
    private final Later later;
    private RoomView room;
    private @Nullable Instant lookingAgain;

    Talk(Desk desk, Setting setting, Around around, Drafts drafts) {
        this.setting = setting;
        this.words = setting.words();
        this.around = around;
        this.drafts = drafts;
        this.room = desk.room();
        this.later = setting.later();
        this.conversation = new Conversation(desk, this, setting.clock(), setting.background(this::drain));
        this.log = setting.log(desk.actor().id());
        this.composer = new Composer(words, new Writing(conversation, drafts, slug(), this::edit, this::delete), later);
        this.announcer = new Announcer(words);
        addClassName("talk");
        Div frame = new Div(log);
        frame.addClassName("log-frame");
        toEnd = new ToEnd(words, frame, conversation::toEnd);
        add(frame, composer, announcer);
        log.setBeginning(() -> Beginning.html(words, room));
        log.onScroll(this::scrolled);
        actions = new TalkActions(words, this, conversation, composer);
        new LogActions(log, this, words, actions);
        composer.enter(room.room().name(), drafts.in(slug()));
        composer.mute(muted());
    }

    /** Loads the newest messages, or those around {@code seq}. */
    void load(@Nullable Long seq) {
        conversation.load(seq);
    }

    /** From now on what happens in the room is shown. */
    void listen() {
        conversation.listen();
        log.answer();
    }

    void close() {
        conversation.close();
        later.close();
    }

    void visible(boolean visible) {
        conversation.visible(visible);
    }

    void jumpTo(long seq) {
        conversation.jump(seq);
    }

    LogView log() {
        return log;
    }

    Composer composer() {
        return composer;
    }

    private int drain() {
        return conversation.drain();
    }

    /** The room as the viewer sees it now. */
    RoomView room() {
        return room;
    }

    private String slug() {
        return room.room().slug();
    }

    private void edit(long seq) {
        actions.edit(seq);
    }

    private void delete(long seq) {
        actions.delete(seq);
    }

    private void scrolled(double fromStart, double fromEnd) {
        conversation.scrolled(fromStart, fromEnd);
        showWaiting(conversation.attention().waiting());
    }

    @Override
    public void showLog() {
        log.show(conversation);
    }

    @Override
    public void showEnd() {
        log.toEnd();
        showWaiting(0);
    }

    @Override
    public void reveal(long seq) {
        log.reveal(seq);
    }

    @Override
    public void announce(List<Message> arrived) {
        announcer.read(arrived);
    }

    @Override
    public void showTyping(List<String> names) {
        composer.showTyping(names);
    }

    @Override
    public void showWaiting(int messages) {
        toEnd.show(!conversation.attention().atEnd(), messages);
    }

    @Override
    public void showMembers() {
        around.membersChanged();
    }

    @Override
    public void showPresence() {
        around.presenceChanged();
    }

    @Override
    public void giveBack(String text, Problem why) {
        composer.giveBack(text, why);
        if (why instanceof Muted) {
            showRoom();
        }
    }

    @Override
    public void refuse(Problem why) {
        composer.complain(Complaint.of(words, why));
    }

    @Override
    public void showRoom() {
        try {
            room = conversation.desk().room();
        } catch (Problem gone) {
            // that one is out of it is heard by itself
            return;
        }
        composer.rename(room.room().name());
        composer.mute(muted());
        log.setBeginning(() -> Beginning.html(words, room));
        showLog();
        around.roomChanged(room);
    }

    /** Why nothing can be written, or null. The page looks again when that should be over. */
    private @Nullable String muted() {
        Instant until = room.mutedUntil();
        if (until == null) {
            return null;
        }
        if (!until.equals(lookingAgain)) {
            lookingAgain = until;
            later.after(Duration.between(conversation.now(), until).plusMillis(500), this::lookAgain);
        }
        return words.say("chat.muted", setting.moment(until));
    }

    private void lookAgain() {
        lookingAgain = null;
        showRoom();
    }

    @Override
    public void leave(Farewell why) {
        close();
        if (why == Farewell.DELETED) {
            drafts.keep(slug(), "");
        }
        around.leave(why);
    }

    @Override
    public void signedOut() {
        close();
    }

    /** Esc in the log. */
    void escape() {
        around.escape();
    }

    void search(long fromSeq) {
        around.search(fromSeq);
    }

    /** To a message, or to the log itself (0). */
    void focusLog(long seq) {
        log.focus(seq);
    }
}
