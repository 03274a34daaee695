package chat.salas.ui.chat;

import chat.salas.room.Encryption;
import chat.salas.room.RoomView;
import chat.salas.ui.LatePopover;
import chat.salas.ui.Markup;
import chat.salas.ui.Press;
import chat.salas.ui.ViewHeader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import org.jspecify.annotations.Nullable;

/** The room's name and topic, who can read it in plain words, and how many are in it. */
final class RoomHeader extends Composite<ViewHeader> {
    private final Words words;
    private final NativeButton encryption = new NativeButton();
    private final NativeButton members = new NativeButton();
    private @Nullable Paragraph explanation;
    private boolean sealed;

    RoomHeader(Words words, Runnable showMembers) {
        this.words = words;
        encryption.addClassName("encryption");
        members.addClassNames("header-button", "members-button");
        Press.on(members, showMembers);
        getContent().addBadges(encryption);
        getContent().addActions(members);
        LatePopover.offer(encryption, getContent(), this::explain);
    }

    /** Puts a button at the end. */
    void offer(Component action) {
        getContent().addActions(action);
    }

    @Override
    protected ViewHeader initContent() {
        return new ViewHeader("");
    }

    private Popover explain() {
        Popover popover = new Popover();
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setAriaLabel(words.say("chat.encryption"));
        popover.addClassName("encryption-popover");
        explanation = new Paragraph(explained());
        Div text = new Div(new Paragraph(words.say("chat.encryption")), explanation);
        text.addClassName("encryption-text");
        popover.add(text);
        return popover;
    }

    void show(RoomView view) {
        sealed = view.room().encryption() == Encryption.E2EE;
        getContent().setTitle(view.room().name());
        getContent().setSubtitle(view.room().topic());
        new Markup()
                .icon(sealed ? "shield" : "lock")
                .words(words.say(sealed ? "chat.e2ee" : "chat.atRest"))
                .in(encryption);
        if (explanation != null) {
            explanation.setText(explained());
        }
        showCount(view.members());
    }

    private String explained() {
        return words.say(sealed ? "chat.e2ee.explained" : "chat.atRest.explained");
    }

    void showCount(int people) {
        new Markup().icon("users").words(Integer.toString(people)).in(members);
        members.getElement().setAttribute("aria-label", words.say("chat.members.count", people));
    }

    void membersShown(boolean shown) {
        members.getElement().setAttribute("aria-expanded", Boolean.toString(shown));
    }

    void focusMembers() {
        members.focus();
    }
}
