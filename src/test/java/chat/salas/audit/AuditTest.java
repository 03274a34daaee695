package chat.salas.audit;

import static chat.salas.audit.AuditAction.MEMBER_MUTED;
import static chat.salas.audit.AuditAction.ROLE_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.audit.AuditCheck.Altered;
import chat.salas.audit.AuditCheck.Intact;
import chat.salas.vault.KeyRing;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false, startApplication = false)
final class AuditTest {
    private static final String[] TRIGGERS = {"audit_keeps", "audit_stays"};

    private final AuditLog log;
    private final KeyRing keys;
    private final JdbcOperations jdbc;
    private final TransactionOperations<Connection> transactions;
    private final long room = System.nanoTime();
    private final long ana = room + 1;
    private final long ben = room + 2;

    AuditTest(AuditLog log, KeyRing keys, JdbcOperations jdbc, TransactionOperations<Connection> transactions) {
        this.log = log;
        this.keys = keys;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @BeforeEach
    void aRoomWithTwoPeople() {
        keys.create(room);
        person(ana, "Ána", "ana");
        person(ben, "=Ben, \"B\"", "=ben, \"b\"");
    }

    private void person(long id, String name, String folded) {
        sql("INSERT INTO account (id, display_name, name_folded, created_at) VALUES (?, ?, ?, 0)", id, name, folded);
    }

    @Test
    void recordsAreShownNewestFirstWithTheNamesOfToday() {
        write(3);
        assertThat(all()).extracting(AuditEntry::number).containsExactly(3L, 2L, 1L);
        AuditEntry newest = all().getFirst();
        assertThat(newest.actor()).isEqualTo("Ána");
        assertThat(newest.subject()).isEqualTo("=Ben, \"B\"");
        assertThat(newest.action()).isEqualTo("member.muted");
        assertThat(newest.detail()).isEqualTo(AuditDetail.of("until", "moment 3"));
        assertThat(newest.at()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        sql("UPDATE account SET display_name = 'Anna' WHERE id = ?", ana);
        assertThat(all().getFirst().actor()).isEqualTo("Anna");
    }

    @Test
    void theServerItselfHasNoName() {
        Pen pen = log.room(room);
        inside(() -> pen.write(AuditLog.SERVER, AuditAction.RETENTION_RAN, AuditLog.NOBODY, AuditDetail.NONE));
        AuditEntry only = all().getFirst();
        assertThat(only.actorId()).isZero();
        assertThat(only.actor()).isEmpty();
        assertThat(only.subjectId()).isZero();
        assertThat(only.detail()).isEqualTo(AuditDetail.NONE);
    }

    @Test
    void theFilterAsksForActionPersonAndTime() {
        write(2);
        Pen pen = log.room(room);
        inside(() -> pen.write(ben, ROLE_CHANGED, AuditLog.NOBODY, AuditDetail.NONE));
        assertThat(numbers(new AuditFilter(ROLE_CHANGED, "", null, null))).containsExactly(3L);
        assertThat(numbers(new AuditFilter(null, "ANÁ", null, null))).containsExactly(2L, 1L);
        assertThat(numbers(new AuditFilter(null, "ben", null, null))).containsExactly(3L, 2L, 1L);
        assertThat(numbers(new AuditFilter(null, "%", null, null))).isEmpty();
        Instant later = Instant.now().plusSeconds(60);
        assertThat(numbers(new AuditFilter(null, "", later, null))).isEmpty();
        assertThat(numbers(new AuditFilter(null, "", null, later))).hasSize(3);
        assertThat(log.trailOf(room).count(new AuditFilter(MEMBER_MUTED, "", null, null)))
                .isEqualTo(2);
        assertThat(log.trailOf(room).page(AuditFilter.ALL, 1, 1))
                .extracting(AuditEntry::number)
                .containsExactly(2L);
    }

    private List<Long> numbers(AuditFilter filter) {
        return log.trailOf(room).page(filter, 0, 100).stream()
                .map(AuditEntry::number)
                .toList();
    }

    @Test
    void theInstanceHasAChainOfItsOwn() {
        long before = log.trailOfInstance().count(AuditFilter.ALL);
        Pen pen = log.instance();
        inside(() -> {
            pen.write(ana, AuditAction.USER_DISABLED, ben, AuditDetail.NONE);
            pen.write(ana, AuditAction.USER_ENABLED, ben, AuditDetail.of("mode", "OPEN"));
        });
        assertThat(log.trailOfInstance().count(AuditFilter.ALL)).isEqualTo(before + 2);
        assertThat(log.trailOfInstance().page(AuditFilter.ALL, 0, 1).getFirst().detail())
                .isEqualTo(AuditDetail.of("mode", "OPEN"));
        assertThat(log.trailOfInstance().verify()).isEqualTo(new Intact(before + 2));
        assertThat(all()).isEmpty();
    }

    @Test
    void aRecordIsTakenBackWithItsAct() {
        write(1);
        Pen pen = log.room(room);
        transactions.executeWrite(status -> {
            pen.write(ana, MEMBER_MUTED, ben, AuditDetail.NONE);
            status.setRollbackOnly();
            return true;
        });
        assertThat(all()).hasSize(1);
        write(1);
        assertThat(verify()).isEqualTo(new Intact(2));
    }

    @Test
    void aPenIsHardToHoldWrongly() {
        assertThatIllegalStateException().isThrownBy(() -> inside(() -> log.room(room)));
        Pen pen = log.room(room);
        assertThatIllegalStateException()
                .isThrownBy(() -> pen.write(ana, MEMBER_MUTED, ben, AuditDetail.NONE))
                .withMessageContaining("one transaction");
        inside(() -> pen.write(ana, MEMBER_MUTED, ben, AuditDetail.NONE));
        assertThatIllegalStateException()
                .isThrownBy(() -> inside(() -> pen.write(ana, MEMBER_MUTED, ben, AuditDetail.NONE)))
                .withMessageContaining("fewer records");
        assertThatIllegalArgumentException().isThrownBy(() -> AuditDetail.of("reason", "x".repeat(2_001)));
    }

    @Test
    void manyWhoWriteAtOnceMakeOneChain() {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                executor.submit(() -> write(1));
            }
        }
        assertThat(all()).hasSize(40);
        assertThat(verify()).isEqualTo(new Intact(40));
    }

    @Test
    void theDatabaseRefusesToChangeARecord() {
        write(1);
        assertThatThrownBy(() -> sql("UPDATE audit SET at = 0 WHERE scope = ?", room))
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> sql("DELETE FROM audit WHERE scope = ?", room)).hasStackTraceContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + 1",
                "actor_id = actor_id + 1",
                "action = 'member.muter'",
                "subject_id = subject_id + 1",
                "subject_id = NULL",
                "key_version = key_version + 1",
                "key_version = NULL",
                "detail = zeroblob(length(detail))",
                "detail = x''",
                "mac = zeroblob(32)",
                "scope = scope + 1",
                "number = 99"
            })
    void anAlteredRecordIsNamed(String change) {
        write(5);
        assertThat(verify()).isEqualTo(new Intact(5));
        tamper("UPDATE audit SET " + change + " WHERE scope = ? AND number = 3", room);
        assertThat(verify()).isEqualTo(new Altered(3));
    }

    @Test
    void aMissingRecordIsNamed() {
        write(5);
        tamper("DELETE FROM audit WHERE scope = ? AND number = 2", room);
        assertThat(verify()).isEqualTo(new Altered(2));
    }

    @Test
    void missingRecordsAtTheEndAreNamed() {
        write(5);
        tamper("DELETE FROM audit WHERE scope = ? AND number > 3", room);
        assertThat(verify()).isEqualTo(new Altered(4));
    }

    @Test
    void aHeadMadeOfAnOlderRowVouchesForNothing() {
        write(5);
        tamper("DELETE FROM audit WHERE scope = ? AND number > 3", room);
        sql(
                "UPDATE audit_head SET number = 3, mac = (SELECT mac FROM audit WHERE scope = ?1 AND number = 3) WHERE scope = ?1",
                room);
        assertThat(verify()).isEqualTo(new Altered(4));
    }

    @Test
    void anotherChainsHeadOrNoneIsNoticed() {
        write(2);
        sql("UPDATE audit_head SET mac = zeroblob(32) WHERE scope = ?", room);
        assertThat(verify()).isEqualTo(new Altered(3));
        sql("DELETE FROM audit_head WHERE scope = ?", room);
        assertThat(verify()).isEqualTo(new Altered(3));
    }

    @Test
    void aChainThatIsGoneButForItsHeadIsNoticed() {
        assertThat(verify()).isEqualTo(new Intact(0));
        write(2);
        tamper("DELETE FROM audit WHERE scope = ?", room);
        assertThat(verify()).isEqualTo(new Altered(1));
    }

    @Test
    void twoRecordsThatChangedPlacesAreNamed() {
        write(5);
        tamper("UPDATE audit SET number = -1 WHERE scope = ? AND number = 2", room);
        tamper("UPDATE audit SET number = 2 WHERE scope = ? AND number = 4", room);
        tamper("UPDATE audit SET number = 4 WHERE scope = ? AND number = -1", room);
        assertThat(all()).hasSize(5);
        assertThat(verify()).isEqualTo(new Altered(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM audit_head WHERE scope = ?",
                "UPDATE audit_head SET mac = zeroblob(32) WHERE scope = ?",
                "UPDATE audit_head SET number = 2 WHERE scope = ?",
                "DELETE FROM audit WHERE scope = ? AND number = 4"
            })
    void aBrokenEndIsNotHealedByWhatIsWrittenNext(String damage) {
        write(4);
        tamper(damage, room);
        write(3);
        assertThat(verify()).isInstanceOf(Altered.class);
        assertThat(((Altered) verify()).number()).isIn(4L, 5L);
    }

    @Test
    void aLongChainIsCheckedToItsEnd() {
        Pen pen = log.room(room, 2_500);
        inside(() -> IntStream.range(0, 2_500)
                .forEach(i -> pen.write(ana, MEMBER_MUTED, ben, AuditDetail.of("i", Integer.toString(i)))));
        assertThat(verify()).isEqualTo(new Intact(2_500));
        tamper("UPDATE audit SET at = 1 WHERE scope = ? AND number = 2400", room);
        assertThat(verify()).isEqualTo(new Altered(2_400));
    }

    @Test
    void aRoomsDetailsDieWithItsKeyButTheChainStands() {
        write(2);
        keys.destroy(room);
        assertThat(all()).hasSize(2).allMatch(entry -> entry.detail() == null);
        assertThat(verify()).isEqualTo(new Intact(2));
    }

    @Test
    void aRoomsDetailLiesSealedInTheDatabase() {
        write(1);
        byte[] kept =
                jdbc("SELECT detail FROM audit WHERE scope = ? AND instr(detail, CAST('moment' AS BLOB)) = 0", room);
        assertThat(kept).hasSizeGreaterThan(30);
    }

    @Test
    void theExportIsCompleteAndOldestFirst() throws IOException {
        write(1_203);
        List<String> lines = export(AuditFilter.ALL, AuditFormat.NDJSON).lines().toList();
        assertThat(lines).hasSize(1_203);
        assertThat(lines.getFirst())
                .startsWith("{\"number\":1,")
                .contains("\"action\":\"member.muted\"", "\"detail\":{\"until\":\"moment 1\"}");
        assertThat(export(new AuditFilter(ROLE_CHANGED, "", null, null), AuditFormat.NDJSON))
                .isEmpty();
    }

    @Test
    void noNameBecomesAFormulaInASpreadsheet() throws IOException {
        write(1);
        List<String> lines = export(AuditFilter.ALL, AuditFormat.CSV).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast())
                .contains(",\"member.muted\",", ",\"'=Ben, \"\"B\"\"\",", "\"{\"\"until\"\":\"\"moment 1\"\"}\"");
    }

    private String export(AuditFilter filter, AuditFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        AuditTrail.export(() -> log.trailOf(room), filter, format, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void write(int records) {
        int from = all().size();
        Pen pen = log.room(room, records);
        inside(() -> {
            for (int i = 1; i <= records; i++) {
                pen.write(ana, MEMBER_MUTED, ben, AuditDetail.of("until", "moment " + (from + i)));
            }
        });
    }

    private List<AuditEntry> all() {
        return log.trailOf(room).page(AuditFilter.ALL, 0, 1_000);
    }

    private AuditCheck verify() {
        return log.trailOf(room).verify();
    }

    private void inside(Runnable work) {
        transactions.executeWrite(_ -> {
            work.run();
            return true;
        });
    }

    /**
     * As somebody would who has the database file: the triggers go first, and come back. In one transaction, as another
     * connection of the pool may still believe in the trigger that is gone, and refuses to make it.
     */
    private void tamper(String statement, Object... values) {
        inside(() -> {
            List<String> definitions = List.of(TRIGGERS).stream()
                    .map(name -> text("SELECT sql FROM sqlite_master WHERE name = ?", name))
                    .toList();
            for (String trigger : TRIGGERS) {
                sql("DROP TRIGGER " + trigger);
            }
            sql(statement, values);
            definitions.forEach(this::sql);
        });
    }

    private int sql(String statement, Object... values) {
        return transactions.executeWrite(_ -> jdbc.prepareStatement(statement, prepared -> {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        }));
    }

    private String text(String query, Object value) {
        return new String(jdbc(query, value), StandardCharsets.UTF_8);
    }

    private byte[] jdbc(String query, Object value) {
        return transactions.executeWrite(_ -> jdbc.prepareStatement(query, prepared -> {
            prepared.setObject(1, value);
            try (var rows = prepared.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getBytes(1);
            }
        }));
    }
}
