package chat.salas.mail;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The words of the letters, from {@code i18n/mail*.properties}: Brazilian Portuguese, or English for everybody else. */
public final class Phrases {
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;
    private final Locale locale;

    private Phrases(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle("i18n.mail", locale, EXACTLY);
    }

    /** @param wanted null: English */
    public static Phrases in(@Nullable Locale wanted) {
        boolean portuguese = wanted != null && wanted.getLanguage().equals("pt");
        return new Phrases(portuguese ? Locale.forLanguageTag("pt-BR") : Locale.ROOT);
    }

    /** The words behind a key, with the values put in. */
    public String say(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** The language as HTML names it. */
    String tag() {
        return locale.equals(Locale.ROOT) ? "en" : locale.toLanguageTag();
    }

    /** The language, for dates and numbers. */
    public Locale locale() {
        return locale.equals(Locale.ROOT) ? Locale.ENGLISH : locale;
    }
}
