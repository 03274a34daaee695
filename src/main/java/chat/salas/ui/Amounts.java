package chat.salas.ui;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as people write them. */
public final class Amounts {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};
    private static final int STEP = 1024;

    private Amounts() {}

    /** With the separators of the language. */
    public static String number(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Such as 310 MB or 1.4 GB; at most three digits and a unit. */
    public static String bytes(long bytes, Locale locale) {
        double size = bytes;
        int unit = 0;
        while (size >= 999.5 && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(size < 9.95 && unit > 0 ? 1 : 0);
        return format.format(size) + "\u00a0" + UNITS[unit];
    }
}
