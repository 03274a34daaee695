package chat.salas.ui.settings;

import chat.salas.room.Tally;
import chat.salas.ui.grid.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the room's rulers did, as the lists say it. */
final class Tallies {
    private Tallies() {}

    static Outcome outcome(Tally tally) {
        Map<String, Integer> skipped = new LinkedHashMap<>();
        tally.skipped().forEach(skip -> skipped.merge(reason(skip.why()), 1, Integer::sum));
        return new Outcome(tally.done().size(), skipped);
    }

    private static String reason(Tally.Why why) {
        return switch (why) {
            case OWNER -> "owner";
            case ADMIN -> "admins";
            case NOT_MEMBER, NOT_BANNED -> "gone";
        };
    }
}
