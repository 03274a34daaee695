package chat.salas.ui;

import chat.salas.kernel.Problem;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a form by the names that the services use, so that a failure finds the field it is about. */
public final class Fields {
    private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();

    /** Takes the field in; typing into it takes its error away. */
    public <F extends Component & HasValue<?, ?> & HasValidationProperties> F add(String name, F field) {
        fields.put(name, field);
        field.getElement().setAttribute("name", name);
        field.addValueChangeListener(changed -> field.setInvalid(false));
        return field;
    }

    /** Takes all errors away. */
    public void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    /** Shows what is wrong at the field of this name, if it is one of these. */
    public void refuse(String name, String message) {
        HasValidationProperties field = fields.get(name);
        if (field != null) {
            field.setErrorMessage(message);
            field.setInvalid(true);
        }
    }

    /**
     * Shows a refusal at the fields it names.
     *
     * @return whether it named one of these
     */
    public boolean show(Problem problem) {
        var mine = problem.errors().stream()
                .filter(error -> fields.containsKey(error.field()))
                .toList();
        mine.forEach(error -> refuse(error.field(), words(error.field())));
        return !mine.isEmpty();
    }

    /** Whether no field shows an error. */
    public boolean valid() {
        return fields.values().stream().noneMatch(HasValidationProperties::isInvalid);
    }

    /** Puts the focus where something is wrong. */
    public void focusFirstInvalid() {
        fields.values().stream()
                .filter(HasValidationProperties::isInvalid)
                .findFirst()
                .ifPresent(field -> ((HasElement) field).getElement().callJsFunction("focus"));
    }

    private static String words(String field) {
        return UI.getCurrent().getTranslation("field.refused." + field);
    }
}
