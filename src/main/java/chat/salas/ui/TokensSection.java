package chat.salas.ui;

import chat.salas.account.Tokens;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;

/** Tokens with which programs act as me; each is shown once, when it is made. */
final class TokensSection extends AccountSection {
    private final Tokens tokens;
    private final Actor me;
    private final Fields fields = new Fields();
    private final TextField name = fields.add("tokenName", new TextField());
    private final SubmitForm form = new SubmitForm(getTranslation("account.tokens.create"), this::create);
    private final Div made = new Div();
    private final UnorderedList list = new UnorderedList();

    TokensSection(Tokens tokens, Actor me) {
        super("account.tokens");
        this.tokens = tokens;
        this.me = me;
        name.setLabel(getTranslation("account.tokens.name"));
        name.setPlaceholder(getTranslation("account.tokens.example"));
        name.setMaxLength(80);
        form.addFields(name);
        made.addClassName("form");
        made.getElement().setAttribute("role", "status");
        list.addClassName("plain-list");
        put(form, made, list);
        load();
    }

    private void load() {
        list.removeAll();
        Moments moments = Moments.of(UI.getCurrent());
        tokens.list(me).forEach(entry -> list.add(row(entry, moments)));
    }

    private ListItem row(Tokens.Entry entry, Moments moments) {
        Span title = new Span(entry.name());
        title.addClassName("row-title");
        Paragraph facts = new Paragraph(facts(entry, moments));
        facts.addClassName("hint");
        Div words = new Div(title, facts);
        words.addClassName("row-words");
        Button end = new Button(getTranslation("account.tokens.end"), click -> end(entry.id()));
        end.setAriaLabel(getTranslation("account.tokens.endThis", entry.name()));
        ListItem item = new ListItem(new Glyph("key"), words, end);
        item.addClassName("row");
        return item;
    }

    private String facts(Tokens.Entry entry, Moments moments) {
        String since = moments.date(entry.createdAt());
        return entry.lastUsedAt() == null
                ? getTranslation("account.tokens.unused", since)
                : getTranslation("account.tokens.used", since, moments.full(entry.lastUsedAt()));
    }

    private void create() {
        fields.clear();
        form.clear();
        if (name.getValue().isBlank()) {
            fields.refuse("tokenName", getTranslation("field.required"));
            return;
        }
        try {
            show(tokens.create(me, name.getValue()));
            name.clear();
            load();
        } catch (Problem.Conflict _) {
            form.alert(getTranslation("account.tokens.tooMany"));
        } catch (Problem problem) {
            form.alert(ProblemText.of(problem));
        }
    }

    private void show(Tokens.Created token) {
        Paragraph once = new Paragraph(getTranslation("account.tokens.once"));
        once.addClassName("hint");
        made.removeAll();
        made.add(new CopyField(token.name(), token.token()), once);
    }

    private void end(long id) {
        try {
            tokens.end(me, id);
        } catch (Problem problem) {
            Toast.show(ProblemText.of(problem));
        }
        made.removeAll();
        load();
    }
}
