package chat.salas.ui.chat;

import chat.salas.kernel.Problem;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** What one does with messages that stand. All of it waits for a commit, so it runs behind the page. */
final class Deeds {
    private final Desk desk;
    private final Window window;
    private final Mailbox<News> mailbox;
    private final Executor background;

    Deeds(Desk desk, Window window, Mailbox<News> mailbox, Executor background) {
        this.desk = desk;
        this.window = window;
        this.mailbox = mailbox;
        this.background = background;
    }

    void edit(long seq, String text) {
        behind(() -> desk.edit(seq, text), refused -> new News.NotEdited(text, refused));
    }

    void delete(long seq) {
        behind(() -> desk.delete(seq));
    }

    /** Adds the viewer's reaction, or takes it back if it is there. */
    void react(long seq, String emoji) {
        boolean on =
                window.find(seq).map(message -> !Reactions.mine(message, emoji)).orElse(true);
        behind(() -> desk.react(seq, emoji, on));
    }

    void typing() {
        behind(desk::typing);
    }

    private void behind(Runnable work) {
        behind(work, News.NotDone::new);
    }

    private void behind(Runnable work, Function<Problem, News> told) {
        background.execute(() -> {
            try {
                work.run();
            } catch (Problem refused) {
                mailbox.keep(told.apply(refused));
            }
        });
    }
}
