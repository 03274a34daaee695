package chat.salas.ui;

import com.vaadin.flow.component.avatar.Avatar;

/** A person's initials on a quiet colour that is always the same for the same account. */
public final class PersonAvatar extends Avatar {
    private static final int COLOURS = 7;

    /**
     * @param accountId decides the colour
     * @param name decides the initials
     */
    public PersonAvatar(long accountId, String name) {
        super(name);
        setColorIndex(colourOf(accountId));
        getElement().setAttribute("aria-hidden", "true");
    }

    /** 0 to 6, for {@code --vaadin-user-color-N} in a renderer's template. */
    public static int colourOf(long accountId) {
        return Math.floorMod(Long.hashCode(accountId * 0x9E3779B97F4A7C15L) >>> 16, COLOURS);
    }
}
