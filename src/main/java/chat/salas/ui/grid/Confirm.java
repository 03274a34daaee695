package chat.salas.ui.grid;

import chat.salas.kernel.Problem;
import chat.salas.ui.ProblemText;
import chat.salas.ui.Toast;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one question before something is done, and the word about it afterwards. The work is done off the page's lock, so that
 * ten thousand rows hold nobody up.
 */
public final class Confirm extends ConfirmDialog {
    private final Div content = new Div();
    private final Button confirm = new Button();

    /**
     * All in the page's language.
     *
     * @param verb what the button says that does it
     */
    public record Question(String title, String words, String verb, boolean grave) {}

    /** @param fields what must be said for it, such as a reason or how long; may be none */
    public Confirm(Question question, Component... fields) {
        setHeader(question.title());
        content.addClassName("form");
        content.add(new Paragraph(question.words()));
        content.add(fields);
        setText(content);
        setCancelable(true);
        setCancelText(getTranslation("cancel"));
        confirm.setText(question.verb());
        confirm.addClassName("confirm-verb");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        if (question.grave()) {
            confirm.addThemeVariants(ButtonVariant.ERROR);
        }
        setConfirmButton(confirm);
    }

    /** Whether it can be confirmed yet. */
    public void enable(boolean ready) {
        confirm.setEnabled(ready);
    }

    /** Asks; confirmed, does the work and gives what came of it to {@code after} on the page. */
    public <R> void ask(Supplier<R> work, Consumer<R> after) {
        addConfirmListener(confirmed -> perform(work, after));
        open();
    }

    /**
     * As {@link #ask(Supplier, Consumer)}, with what the fields say.
     *
     * @param said reads the fields, on the page
     */
    public <V, R> void ask(Supplier<V> said, Function<V, R> work, Consumer<R> after) {
        addConfirmListener(confirmed -> {
            V value = said.get();
            perform(() -> work.apply(value), after);
        });
        open();
    }

    /**
     * Does the work off the page's lock, then {@code after} on the page; a refusal is said instead.
     *
     * @param work must not touch the page
     */
    public static <R> void perform(Supplier<R> work, Consumer<R> after) {
        UI ui = UI.getCurrent();
        Thread.startVirtualThread(() -> {
            try {
                R result = work.get();
                ui.access(() -> after.accept(result));
            } catch (Problem problem) {
                ui.access(() -> Toast.show(ProblemText.of(problem)));
            } catch (UIDetachedException closed) {
                // nobody is there any more to be told
            }
        });
    }
}
