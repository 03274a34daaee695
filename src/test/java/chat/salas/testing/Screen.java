package chat.salas.testing;

import com.microsoft.playwright.options.ColorScheme;

/**
 * How a visitor looks at the pages.
 *
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param scheme light or dark
 * @param locale the browser's language, as in {@code pt-BR}
 */
public record Screen(int width, int height, ColorScheme scheme, String locale) {
    /** 1280 × 800, light, American English. */
    public static Screen desktop() {
        return new Screen(1280, 800, ColorScheme.LIGHT, "en-US");
    }

    /** 360 × 740, light, American English. */
    public static Screen phone() {
        return desktop().size(360, 740);
    }

    public Screen size(int newWidth, int newHeight) {
        return new Screen(newWidth, newHeight, scheme, locale);
    }

    public Screen dark() {
        return new Screen(width, height, ColorScheme.DARK, locale);
    }

    public Screen locale(String newLocale) {
        return new Screen(width, height, scheme, newLocale);
    }
}
