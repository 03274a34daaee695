package chat.salas.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The frame of what is seen before signing in: who we are at one side, one card at the other. */
final class AuthPage extends Div {
    private final Main card = new Main();

    AuthPage(Profiles profiles, String title, String lead) {
        addClassName("auth");
        card.addClassName("auth-card");
        H1 heading = new H1(title);
        Paragraph words = new Paragraph(lead);
        words.addClassName("auth-lead");
        card.add(brand(), heading, words);
        add(promise(), card, languages(profiles));
    }

    void put(Component... components) {
        card.add(components);
    }

    private static Component brand() {
        Div brand = new Div(new Image("icons/mark.svg", ""), new Span("Salas"));
        brand.addClassName("brand");
        return brand;
    }

    private Component promise() {
        Paragraph claim = new Paragraph(getTranslation("auth.claim"));
        claim.addClassName("auth-claim");
        Div points = new Div(
                point("door", "auth.point.rooms"),
                point("shield", "auth.point.disk"),
                point("users", "auth.point.owners"));
        points.addClassName("auth-points");
        Div side = new Div(claim, points);
        side.addClassName("auth-side");
        side.getElement().setAttribute("role", "complementary");
        side.getElement().setAttribute("aria-label", "Salas");
        return side;
    }

    private Component point(String icon, String key) {
        Div point = new Div(new Glyph(icon), new Span(getTranslation(key)));
        point.addClassName("auth-point");
        return point;
    }

    private Component languages(Profiles profiles) {
        Div all = new Div();
        all.addClassName("auth-languages");
        all.getElement().setAttribute("role", "group");
        all.getElement().setAttribute("aria-label", getTranslation("menu.language"));
        Languages.ALL.forEach(language -> all.add(language(profiles, language)));
        return new Footer(all);
    }

    private static NativeButton language(Profiles profiles, Locale language) {
        NativeButton button =
                new NativeButton(Languages.nameOf(language), click -> profiles.speak(UI.getCurrent(), language));
        button.addClassName("text-button");
        button.getElement().setAttribute("lang", language.toLanguageTag());
        button.getElement()
                .setAttribute(
                        "aria-pressed",
                        Boolean.toString(language.equals(UI.getCurrent().getLocale())));
        return button;
    }
}
