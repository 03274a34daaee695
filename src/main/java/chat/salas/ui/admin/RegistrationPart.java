package chat.salas.ui.admin;

import chat.salas.account.Administration;
import chat.salas.account.Registration;
import chat.salas.account.Registration.Mode;
import chat.salas.kernel.Problem;
import chat.salas.ui.ProblemText;
import chat.salas.ui.Toast;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.micronaut.context.annotation.Prototype;
import java.util.Locale;

/** Who may sign up, from the moment it is chosen. */
@Prototype
final class RegistrationPart extends AdminPart {
    private final Administration administration;
    private final RadioButtonGroup<Mode> modes = new RadioButtonGroup<>();

    RegistrationPart(Administration administration, Registration registration) {
        super(Part.REGISTRATION);
        this.administration = administration;
        modes.addClassName("choices");
        modes.setLabel(getTranslation("admin.registration.mode"));
        modes.setItems(Mode.values());
        modes.setValue(registration.mode());
        modes.setRenderer(new ComponentRenderer<>(this::choice));
        modes.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(change.getValue());
            }
        });
        put(modes);
    }

    private Div choice(Mode mode) {
        String key = "admin.registration." + mode.name().toLowerCase(Locale.ROOT);
        Span name = new Span(getTranslation(key));
        Span hint = new Span(getTranslation(key + ".hint"));
        hint.addClassName("hint");
        Div choice = new Div(name, hint);
        choice.addClassName("choice");
        return choice;
    }

    private void choose(Mode mode) {
        try {
            administration.open(me(), mode);
            Toast.show(getTranslation("admin.registration.done"));
        } catch (Problem problem) {
            Toast.show(ProblemText.of(problem));
        }
    }
}
