package chat.salas.room;

import chat.salas.kernel.FoldedName;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A room's name as its address: {@code [a-z0-9][a-z0-9-]{0,159}}. Given once, kept when the room is renamed. */
record Slug(String value) {
    private static final int MAX = 160;
    private static final int SUFFIX = 8;
    private static final int MOST_ALIKE = 1 << 20;
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern DASHES_AROUND = Pattern.compile("^-+|-+$");

    /** From a name of any script; {@code room} when no letter or digit of it is left. */
    static Slug of(String name) {
        String dashed = OTHERS.matcher(FoldedName.of(name).value()).replaceAll("-");
        String cut = dashed.substring(0, Math.min(dashed.length(), MAX - SUFFIX));
        String trimmed = DASHES_AROUND.matcher(cut).replaceAll("");
        return new Slug(trimmed.isEmpty() ? "room" : trimmed);
    }

    /** This one if it is free, else with the suffix {@code -2}, {@code -3}, …; asks only logarithmically often. */
    Slug free(Predicate<Slug> taken) {
        if (!taken.test(this)) {
            return this;
        }
        int free = 2;
        while (free < MOST_ALIKE && taken.test(numbered(free))) {
            free *= 2;
        }
        return numbered(smallest(free / 2, free, taken));
    }

    /** Between a taken number and a free one stands a free one whose predecessor is taken. */
    private int smallest(int lastTaken, int free, Predicate<Slug> taken) {
        int low = lastTaken;
        int high = free;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (taken.test(numbered(middle))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private Slug numbered(int number) {
        return number < 2 ? this : new Slug(value + "-" + number);
    }
}
