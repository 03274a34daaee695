package chat.salas.ui.chat;

import chat.salas.room.Member;
import chat.salas.room.Role;
import chat.salas.ui.Glyph;
import chat.salas.ui.PersonAvatar;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.Comparator;
import java.util.List;

/** The room's members beside the log, those online first. */
final class MembersPanel extends Composite<Aside> {
    private static final String TEMPLATE = """
            <div class="member" ?data-online=${item.online}>
              <span class="face" data-c=${item.colour} aria-hidden="true">${item.initials}</span>
              <span class="member-words"><bdi class="member-name">${item.name}</bdi>
              <span class="member-state">${item.state}</span></span>
              <span class="member-role">${item.role}</span>
            </div>""";

    private final Words words;
    private final H2 heading = new H2();
    private final NativeButton close = new NativeButton();
    private final VirtualList<Member> list = new VirtualList<>();

    MembersPanel(Words words, Runnable closed) {
        this.words = words;
        getContent().addClassName("panel");
        heading.setId("members-heading");
        getContent().getElement().setAttribute("aria-labelledby", "members-heading");
        close.addClassName("icon-button");
        close.add(new Glyph("close"));
        close.getElement().setAttribute("aria-label", words.say("chat.members.close"));
        close.addClickListener(click -> closed.run());
        getContent()
                .getElement()
                .addEventListener("keydown", event -> closed.run())
                .setFilter("event.key === 'Escape'");
        list.setRenderer(renderer());
        list.addClassName("member-list");
        list.getElement().setAttribute("aria-labelledby", "members-heading");
        Div top = new Div(heading, close);
        top.addClassName("panel-top");
        getContent().add(top, list);
    }

    void show(List<Member> members) {
        heading.setText(words.say("chat.members.count", members.size()));
        list.setItems(members.stream()
                .sorted(Comparator.comparing((Member member) -> !member.online())
                        .thenComparing(Member::displayName, String.CASE_INSENSITIVE_ORDER))
                .toList());
    }

    void focus() {
        close.focus();
    }

    private LitRenderer<Member> renderer() {
        return LitRenderer.<Member>of(TEMPLATE)
                .withProperty("online", Member::online)
                .withProperty("colour", member -> PersonAvatar.colourOf(member.accountId()))
                .withProperty("initials", member -> MessageHtml.initials(member.displayName()))
                .withProperty("name", member -> Markdown.withoutOverrides(member.displayName()))
                .withProperty("state", member -> words.say(member.online() ? "chat.online" : "chat.offline"))
                .withProperty("role", member -> role(member.role()));
    }

    private String role(Role role) {
        return switch (role) {
            case OWNER -> words.say("chat.role.owner");
            case ADMIN -> words.say("chat.role.admin");
            case MEMBER -> "";
        };
    }
}
