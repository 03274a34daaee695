package chat.salas.audit;

/** What a look through all records of a scope found. */
public sealed interface AuditCheck {
    /**
     * Every record is as it was written, and none is missing.
     *
     * @param records how many there are
     */
    record Intact(long records) implements AuditCheck {}

    /**
     * Somebody changed the database.
     *
     * @param number the first record that was altered or is missing
     */
    record Altered(long number) implements AuditCheck {}
}
