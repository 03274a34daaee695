package chat.salas.flow;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.context.annotation.Requires;

@Prototype
@Requires(property = "flow.test")
public class NothingHereView extends Div implements HasErrorParameter<NotFoundException> {
    private final transient Board board;

    public NothingHereView(Board board) {
        this.board = board;
        setId("nothing-here");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        setText("Nothing here, but " + board.lines().size() + " lines");
        return 404;
    }
}
