package chat.salas.account;

import chat.salas.kernel.FoldedName;

/**
 * Which accounts to show, and in which order.
 *
 * @param words part of the name or address; blank for all; at most 200 characters count
 */
public record PeopleFilter(String words, Kind kind, Sort sort, boolean descending) {
    private static final int LONGEST = 200;

    /** Everybody, by name. */
    public static final PeopleFilter ALL = new PeopleFilter("", Kind.ALL, Sort.NAME, false);

    /** Some of them. */
    public enum Kind {
        ALL("1"),
        ADMINISTRATORS("a.administrator = 1"),
        DISABLED("a.disabled_at IS NOT NULL");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    /** By what. */
    public enum Sort {
        NAME("a.name_folded"),
        EMAIL("a.email"),
        CREATED("a.created_at"),
        SEEN("COALESCE(a.last_seen_at, 0)"),
        OWNED("owned"),
        JOINED("joined"),
        STATE("(a.disabled_at IS NOT NULL) * 2 + a.administrator");

        private final String expression;

        Sort(String expression) {
            this.expression = expression;
        }
    }

    String where() {
        return " WHERE a.deleted_at IS NULL AND " + kind.condition
                + " AND (a.name_folded LIKE ?1 ESCAPE '\\' OR a.email LIKE ?1 ESCAPE '\\')";
    }

    String order() {
        return " ORDER BY " + sort.expression + (descending ? " DESC" : "") + ", a.name_folded, a.id";
    }

    String like() {
        String bounded = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        return FoldedName.of(bounded).containing();
    }
}
