package chat.salas.ui.chat;

import chat.salas.message.Message;
import chat.salas.room.Act;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one may do with the messages of the log, and does. */
final class TalkActions implements MessageActions {
    private final Words words;
    private final Talk talk;
    private final Conversation conversation;
    private final Composer composer;

    TalkActions(Words words, Talk talk, Conversation conversation, Composer composer) {
        this.words = words;
        this.talk = talk;
        this.conversation = conversation;
        this.composer = composer;
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
        return talk.room().may(Act.editing(mine(message)));
    }

    @Override
    public boolean mayDelete(Message message) {
        return talk.room().may(Act.erasing(mine(message)));
    }

    private boolean mine(Message message) {
        return message.author().id() == conversation.desk().actor().id();
    }

    @Override
    public void jump(long seq) {
        conversation.jump(seq);
    }

    @Override
    public void react(long seq, String emoji) {
        conversation.deeds().react(seq, emoji);
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
        dialog.addConfirmListener(confirmed -> conversation.deeds().delete(seq));
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
    public void search(long seq) {
        talk.search(seq);
    }

    @Override
    public void escape() {
        composer.cancel();
        talk.escape();
    }
}
