package chat.salas.ui;

import chat.salas.room.Act;
import chat.salas.room.RoomView;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Prototype;
import org.jspecify.annotations.Nullable;

/** Opens the {@link InviteDialog} of the room that is shown; not there for those who may not invite. */
@Prototype
public final class InviteButton extends Button {
    private final BeanProvider<InviteDialog> dialogs;
    private @Nullable RoomView room;

    InviteButton(BeanProvider<InviteDialog> dialogs) {
        this.dialogs = dialogs;
        setVisible(false);
    }

    /** The room that it is about from now on. */
    public void showFor(RoomView view) {
        room = view;
        if (mayInvite(view) && getIcon() == null) {
            dress();
        }
        setVisible(mayInvite(view));
    }

    private void dress() {
        setIcon(new Glyph("user-plus"));
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("invite-button");
        setAriaLabel(getTranslation("inviting.open"));
        setTooltipText(getTranslation("inviting.open"));
        Press.on(this, this::open);
    }

    private void open() {
        if (room != null) {
            dialogs.get().openFor(room.room().slug(), room.room().name());
        }
    }

    static boolean mayInvite(RoomView view) {
        return view.may(Act.ADMINISTER);
    }
}
