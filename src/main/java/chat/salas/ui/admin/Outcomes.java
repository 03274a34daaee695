package chat.salas.ui.admin;

import chat.salas.account.Administration;
import chat.salas.account.Administration.Skipped;
import chat.salas.ui.grid.Outcome;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What came of acts on accounts, with the reasons as the texts name them. */
final class Outcomes {
    private static final Map<Skipped, String> REASONS = new EnumMap<>(Map.of(
            Skipped.NOTHING_TO_DO, "same",
            Skipped.SELF, "self",
            Skipped.LAST_ADMINISTRATOR, "last",
            Skipped.DISABLED, "disabled",
            Skipped.GONE, "gone"));

    private Outcomes() {}

    static Outcome of(Administration.Outcome outcome) {
        Map<String, Integer> skipped = new LinkedHashMap<>();
        outcome.skipped().forEach((reason, number) -> skipped.put(REASONS.getOrDefault(reason, "refused"), number));
        return new Outcome(outcome.done(), skipped);
    }
}
