package chat.salas.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/**
 * One of our line icons ({@code frontend/icons.css}), in the colour and size of the text around it. Decoration only: hidden
 * from assistive technology, so whatever carries it needs a text or a label.
 */
@Tag("span")
public final class Glyph extends Component {
    /** @param name an icon of {@code icons.css}, such as {@code lock} */
    public Glyph(String name) {
        getElement().getClassList().add("glyph");
        getElement().getClassList().add("glyph-" + name);
        getElement().setAttribute("aria-hidden", "true");
    }
}
