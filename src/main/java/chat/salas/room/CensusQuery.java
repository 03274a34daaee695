package chat.salas.room;

import chat.salas.kernel.FoldedName;

/**
 * Which rooms to show, and in which order.
 *
 * @param words part of the room's or the owner's name; blank for all; at most 200 characters count
 */
public record CensusQuery(String words, Kind kind, Sort sort, boolean descending) {
    /** Every room, by name. */
    public static final CensusQuery ALL = new CensusQuery("", Kind.ALL, Sort.NAME, false);

    private static final int LONGEST = 200;

    /** Some of them. */
    public enum Kind {
        ALL("1"),
        ORPHANED(RoomCensus.ORPHANED),
        UNLISTED("r.listed = 0");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    /** By what. */
    public enum Sort {
        NAME("r.name_folded"),
        OWNER("COALESCE(o.name_folded, '')"),
        MEMBERS("r.members"),
        MESSAGES("messages"),
        STORAGE("bytes"),
        CREATED("r.created_at");

        private final String expression;

        Sort(String expression) {
            this.expression = expression;
        }
    }

    String where() {
        return " WHERE r.deleted_at IS NULL AND " + kind.condition
                + " AND (r.name_folded LIKE ?1 ESCAPE '\\' OR o.name_folded LIKE ?1 ESCAPE '\\')";
    }

    String order() {
        return " ORDER BY " + sort.expression + (descending ? " DESC" : "") + ", r.name_folded, r.id";
    }

    String like() {
        String bounded = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        return FoldedName.of(bounded).containing();
    }
}
