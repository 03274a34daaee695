package chat.salas.ui.chat;

import chat.salas.kernel.Problem;
import chat.salas.message.Message;
import chat.salas.room.Access;
import chat.salas.room.RoomView;
import chat.salas.ui.Glyph;
import chat.salas.ui.Press;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log and the composer of one room, and what happens between them. */
final class Talk extends Div implements Screen, MessageActions, Composer.Listener {
    private static final Duration TYPING_EVERY = Duration.ofSeconds(3);

    private final Words words;
    private final Around around;
    private final RoomView room;
    private final Conversation conversation;
    private final LogView log;
    private final Composer composer;
    private final Announcer announcer;
    private final NativeButton toEnd = new NativeButton();
    private final Drafts drafts;
    private Instant typed = Instant.EPOCH;

    /** What lies outside of the log and the composer. */
    interface Around {
        void membersChanged();

        /** The viewer is no member any more. */
        void leave(boolean removed);

        /** Esc in the log. */
        void escape();
    }

    Talk(Desk desk, Setting setting, Around around, Drafts drafts) {
        this.words = setting.words();
        this.around = around;
        this.drafts = drafts;
        this.room = desk.room();
        this.conversation = new Conversation(desk, this, setting.clock(), setting.background(this::drain));
        this.log = setting.log(desk.actor().id());
        this.composer = new Composer(words, this);
        this.announcer = new Announcer(words);
        addClassName("talk");
        Div menus = new Div();
        menus.addClassName("menus");
        toEnd.addClassName("to-end");
        Press.on(toEnd, conversation::toEnd);
        toEnd.setVisible(false);
        Div frame = new Div(log, toEnd);
        frame.addClassName("log-frame");
        add(frame, composer, announcer, menus);
        log.setBeginning(() -> new Beginning(words, room).getElement());
        log.onScroll(this::scrolled);
        new LogActions(log, menus, words, this);
        composer.enter(room.room().name(), drafts.in(slug()));
    }

    /** Loads the newest messages, or those around {@code seq}. */
    void load(@Nullable Long seq) {
        conversation.load(seq);
    }

    /** From now on what happens in the room is shown. */
    void listen() {
        conversation.listen();
        Scripts.shown(log.getElement());
    }

    void close() {
        conversation.close();
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

    private void drain() {
        conversation.drain();
    }

    private String slug() {
        return room.room().slug();
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
        Scripts.toEnd(log.getElement());
        showWaiting(0);
    }

    @Override
    public void reveal(long seq) {
        Scripts.reveal(log.getElement(), seq);
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
        boolean away = !conversation.attention().atEnd();
        toEnd.setVisible(away);
        if (away) {
            toEnd.removeAll();
            toEnd.add(new Span(messages == 0 ? words.say("chat.toEnd") : words.say("chat.waiting", messages)));
            toEnd.add(new Glyph("arrow-down"));
            toEnd.getElement().setAttribute("data-waiting", messages > 0);
        }
    }

    @Override
    public void showMembers() {
        around.membersChanged();
    }

    @Override
    public void giveBack(String text, Problem why) {
        composer.giveBack(text, why);
    }

    @Override
    public void refuse(Problem why) {
        composer.complain(why.detail());
    }

    @Override
    public void leave(boolean removed) {
        close();
        around.leave(removed);
    }

    @Override
    public void signedOut() {
        close();
    }

    @Override
    public void say(String text, @Nullable Long replyTo) {
        conversation.send(text, replyTo);
    }

    @Override
    public void edit(long seq, String text) {
        if (text.isEmpty()) {
            delete(seq);
        } else {
            conversation.edit(seq, text);
        }
    }

    @Override
    public void editLast() {
        conversation.window().lastOf(conversation.desk().actor().id()).ifPresent(message -> edit(message.seq()));
    }

    @Override
    public void wrote(String text) {
        drafts.keep(slug(), text);
        Instant now = conversation.now();
        if (!text.isBlank() && typed.plus(TYPING_EVERY).isBefore(now)) {
            typed = now;
            conversation.typing();
        }
        if (text.isEmpty()) {
            typed = Instant.EPOCH;
        }
    }

    @Override
    public @Nullable Message find(long seq) {
        return conversation
                .window()
                .find(seq)
                .filter(message -> !message.deleted())
                .orElse(null);
    }

    @Override
    public boolean mayEdit(Message message) {
        return message.author().id() == conversation.desk().actor().id();
    }

    @Override
    public boolean mayDelete(Message message) {
        return mayEdit(message) || room.access() == Access.OWNER || room.access() == Access.ADMIN;
    }

    @Override
    public void jump(long seq) {
        conversation.jump(seq);
    }

    @Override
    public void react(long seq, String emoji) {
        conversation.react(seq, emoji);
    }

    @Override
    public void reply(long seq) {
        Message message = find(seq);
        if (message != null) {
            composer.answer(message);
        }
    }

    @Override
    public void edit(long seq) {
        Message message = find(seq);
        if (message != null && mayEdit(message)) {
            composer.edit(message);
        }
    }

    @Override
    public void delete(long seq) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(words.say("chat.delete.title"));
        dialog.setText(words.say("chat.delete.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(words.say("chat.cancel"));
        dialog.setConfirmText(words.say("chat.delete.confirm"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirmed -> conversation.delete(seq));
        dialog.open();
    }

    @Override
    public void retry(UUID id) {
        conversation.retry(id);
    }

    @Override
    public void discard(UUID id) {
        conversation.discard(id);
    }

    @Override
    public void copied() {
        Notification.show(words.say("chat.copied"), 2_000, Notification.Position.BOTTOM_CENTER);
    }

    @Override
    public void escape() {
        composer.cancel();
        around.escape();
    }
}
