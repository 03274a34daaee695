package chat.salas.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chains of records. Names come by a join, so that they are those of today. */
@JdbcRepository(dialect = Dialect.ANSI)
interface AuditRepository extends GenericRepository<AuditRow, Long> {
    String MATCHING = """
            FROM audit u LEFT JOIN account a ON a.id = u.actor_id LEFT JOIN account s ON s.id = u.subject_id
            WHERE u.scope = :scope AND (:code = '' OR u.action = :code) AND u.at >= :since AND u.at < :before
                AND (:like = '%%' OR a.name_folded LIKE :like ESCAPE '\\' OR s.name_folded LIKE :like ESCAPE '\\')
            """;
    String NAMED = """
            SELECT u.scope, u.number, u.at, u.actor_id, u.action, u.subject_id, u.key_version, u.detail, u.mac,
                a.display_name AS actor_name, s.display_name AS subject_name
            """;

    /** A row with the names of today. */
    @MappedEntity
    record Named(
            @Id long scope,
            @Id long number,
            long at,
            long actorId,
            String action,
            @Nullable Long subjectId,
            @Nullable Integer keyVersion,
            byte[] detail,
            byte[] mac,
            @Nullable String actorName,
            @Nullable String subjectName) {
        AuditRow row() {
            return new AuditRow(scope, number, at, actorId, action, subjectId, keyVersion, detail, mac);
        }
    }

    AuditRow save(AuditRow row);

    @Query("SELECT * FROM audit WHERE scope = :scope AND number = :number")
    Optional<AuditRow> find(long scope, long number);

    @Query("SELECT COALESCE(MAX(number), 0) FROM audit WHERE scope = :scope")
    long newest(long scope);

    @Query("SELECT * FROM audit WHERE scope = :scope AND number > :after ORDER BY number LIMIT :limit")
    List<AuditRow> after(long scope, long after, int limit);

    @Query("SELECT * FROM audit_head WHERE scope = :scope")
    Optional<AuditHead> head(long scope);

    @Query("""
            INSERT INTO audit_head (scope, number, mac) VALUES (:scope, :number, :mac)
            ON CONFLICT (scope) DO UPDATE SET number = excluded.number, mac = excluded.mac""")
    int setHead(long scope, long number, byte[] mac);

    @Query(NAMED + MATCHING + "ORDER BY u.number DESC LIMIT :limit OFFSET :offset")
    List<Named> page(long scope, String code, String like, long since, long before, int limit, long offset);

    @Query(NAMED + MATCHING + "AND u.number > :after ORDER BY u.number LIMIT :limit")
    List<Named> pageAfter(long scope, String code, String like, long since, long before, long after, int limit);

    @Query("SELECT COUNT(*) " + MATCHING)
    long count(long scope, String code, String like, long since, long before);
}
