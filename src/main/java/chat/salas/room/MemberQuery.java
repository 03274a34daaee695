package chat.salas.room;

import chat.salas.kernel.Problem.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * Which members of a room are wanted, and in what order.
 *
 * @param words part of the name, case and accents folded; blank for all; at most 200 characters
 * @param role null for all
 * @param muted only those who are muted now
 */
public record MemberQuery(String words, @Nullable Role role, boolean muted, Sort sort, boolean descending) {
    private static final int MAX_WORDS = 200;

    /** What a list of members is ordered by; those who are equal in it by name. */
    public enum Sort {
        NAME,
        /** The owner first. */
        ROLE,
        JOINED,
        /** When the person was last seen anywhere on the server. */
        SEEN,
        MESSAGES,
        STORAGE,
        MUTED
    }

    /** @throws Malformed when the words are too many */
    public MemberQuery {
        if (words.length() > MAX_WORDS) {
            throw new Malformed("q", "length: " + words.length() + " (expected: 0.." + MAX_WORDS + ")");
        }
    }

    /** Everybody with these words in the name, by name. */
    public static MemberQuery named(String words) {
        return new MemberQuery(words, null, false, Sort.NAME, false);
    }

    String roleName() {
        return role == null ? "" : role.name();
    }
}
