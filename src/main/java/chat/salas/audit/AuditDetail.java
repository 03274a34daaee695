package chat.salas.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What else there is to say of an act, in a few named words ({@code oldRole=MEMBER}). Never a secret, and in the instance's
 * scope (which is not sealed) no address either.
 *
 * @param words at most 30, each at most 2,000 characters; in this order
 */
public record AuditDetail(Map<String, String> words) {
    /** Nothing to add. */
    public static final AuditDetail NONE = new AuditDetail(Map.of());

    private static final int MOST_WORDS = 30;
    private static final int LONGEST = 2_000;

    public AuditDetail {
        if (words.size() > MOST_WORDS || words.values().stream().anyMatch(word -> word.length() > LONGEST)) {
            throw new IllegalArgumentException("the detail of an audit record is too long");
        }
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    public static AuditDetail of(String name, String word) {
        return new AuditDetail(Map.of(name, word));
    }

    /** With one word more. */
    public AuditDetail and(String name, String word) {
        Map<String, String> more = new LinkedHashMap<>(words);
        more.put(name, word);
        return new AuditDetail(more);
    }
}
