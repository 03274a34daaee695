package chat.salas.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.kernel.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoomPolicyTest {
    private static final String TEXT_ROOM = """
            act            OWNER          ADMIN          MEMBER         INVITED REQUESTED         BANNED NONE
            SEE            ALLOWED        ALLOWED        ALLOWED        ALLOWED ALLOWED           ALLOWED ALLOWED
            ENTER          ALLOWED        ALLOWED        ALLOWED        OUTSIDE OUTSIDE           BANNED OUTSIDE
            WRITE_TEXT     ALLOWED        ALLOWED        ALLOWED        OUTSIDE OUTSIDE           BANNED OUTSIDE
            WRITE_SEALED   TEXT_ONLY      TEXT_ONLY      TEXT_ONLY      OUTSIDE OUTSIDE           BANNED OUTSIDE
            SEARCH         ALLOWED        ALLOWED        ALLOWED        OUTSIDE OUTSIDE           BANNED OUTSIDE
            EDIT_OWN       ALLOWED        ALLOWED        ALLOWED        OUTSIDE OUTSIDE           BANNED OUTSIDE
            EDIT_OTHERS    NOT_AUTHOR     NOT_AUTHOR     NOT_AUTHOR     OUTSIDE OUTSIDE           BANNED OUTSIDE
            ERASE_OWN      ALLOWED        ALLOWED        ALLOWED        OUTSIDE OUTSIDE           BANNED OUTSIDE
            ERASE_OTHERS   ALLOWED        ALLOWED        NOT_ERASER     OUTSIDE OUTSIDE           BANNED OUTSIDE
            REACT          ALLOWED        ALLOWED        ALLOWED        OUTSIDE OUTSIDE           BANNED OUTSIDE
            TYPE           ALLOWED        ALLOWED        ALLOWED        OUTSIDE OUTSIDE           BANNED OUTSIDE
            ADMINISTER     ALLOWED        ALLOWED        NOT_ADMIN      OUTSIDE OUTSIDE           BANNED OUTSIDE
            OWN            ALLOWED        NOT_OWNER      NOT_OWNER      OUTSIDE OUTSIDE           BANNED OUTSIDE
            LEAVE          OWNER_STAYS    ALLOWED        ALLOWED        OUTSIDE OUTSIDE           BANNED OUTSIDE
            ACCEPT_INVITE  ALLOWED        ALLOWED        ALLOWED        ALLOWED ALLOWED           BANNED ALLOWED
            REQUEST_ACCESS ALREADY_MEMBER ALREADY_MEMBER ALREADY_MEMBER ALLOWED ALREADY_REQUESTED BANNED ALLOWED
            RULE_MEMBER    ALLOWED        ALLOWED        NOT_ADMIN      OUTSIDE OUTSIDE           BANNED OUTSIDE
            RULE_ADMIN     ALLOWED        NOT_OWNER      NOT_OWNER      OUTSIDE OUTSIDE           BANNED OUTSIDE
            RULE_OWNER     OWNER_STAYS    NOT_OWNER      NOT_OWNER      OUTSIDE OUTSIDE           BANNED OUTSIDE
            """;

    /** Where an end-to-end room differs. */
    private static final String SEALED_ROOM = """
            act            OWNER          ADMIN          MEMBER         INVITED REQUESTED         BANNED NONE
            WRITE_TEXT     SEALED_ONLY    SEALED_ONLY    SEALED_ONLY    OUTSIDE OUTSIDE           BANNED OUTSIDE
            WRITE_SEALED   ALLOWED        ALLOWED        ALLOWED        OUTSIDE OUTSIDE           BANNED OUTSIDE
            SEARCH         NOT_SEARCHABLE NOT_SEARCHABLE NOT_SEARCHABLE OUTSIDE OUTSIDE           BANNED OUTSIDE
            """;

    /** What a member who is muted is refused, whatever else stands for or against it. */
    private static final Set<Act> SPEAKING =
            Set.of(Act.WRITE_TEXT, Act.WRITE_SEALED, Act.EDIT_OWN, Act.EDIT_OTHERS, Act.REACT, Act.TYPE);

    private static final Instant LATER = Instant.parse("2026-01-31T12:00:00.500Z");

    private static final Map<Act, Map<Access, Verdict>> TEXT = parse(TEXT_ROOM);
    private static final Map<Act, Map<Access, Verdict>> SEALED = parse(SEALED_ROOM);

    private static Map<Act, Map<Access, Verdict>> parse(String table) {
        List<String[]> rows = table.lines().map(line -> line.split(" +")).toList();
        Map<Act, Map<Access, Verdict>> verdicts = new EnumMap<>(Act.class);
        for (String[] row : rows.subList(1, rows.size())) {
            Map<Access, Verdict> line = new EnumMap<>(Access.class);
            for (int i = 1; i < row.length; i++) {
                line.put(Access.valueOf(rows.getFirst()[i]), Verdict.valueOf(row[i]));
            }
            verdicts.put(Act.valueOf(row[0]), line);
        }
        return verdicts;
    }

    record Case(Act act, Standing standing) {}

    static List<Case> everyCase() {
        List<Case> cases = new ArrayList<>();
        for (Act act : Act.values()) {
            for (Access access : Access.values()) {
                for (Encryption encryption : Encryption.values()) {
                    for (boolean listed : new boolean[] {true, false}) {
                        cases.add(new Case(act, new Standing(access, listed, encryption, null)));
                        cases.add(new Case(act, new Standing(access, listed, encryption, LATER)));
                    }
                }
            }
        }
        return cases;
    }

    private static Verdict expected(Case one) {
        Access access = one.standing().access();
        boolean hidden = !one.standing().listed() && !access.isMember() && one.act() != Act.ACCEPT_INVITE;
        if (hidden) {
            return Verdict.HIDDEN;
        }
        if (one.standing().mutedUntil() != null && access.isMember() && SPEAKING.contains(one.act())) {
            return Verdict.MUTED;
        }
        boolean sealed = one.standing().encryption() == Encryption.E2EE && SEALED.containsKey(one.act());
        Map<Access, Verdict> line = Objects.requireNonNull((sealed ? SEALED : TEXT).get(one.act()));
        return Objects.requireNonNull(line.get(access));
    }

    @Test
    void tableIsComplete() {
        assertThat(TEXT).containsOnlyKeys(Act.values());
        assertThat(TEXT.values()).allSatisfy(line -> assertThat(line).containsOnlyKeys(Access.values()));
        assertThat(everyCase()).hasSize(Act.values().length * 7 * 2 * 2 * 2);
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void verdictIsAsTheTableSays(Case one) {
        assertThat(RoomPolicy.judge(one.act(), one.standing())).isEqualTo(expected(one));
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void whatIsNotAllowedThrows(Case one) {
        if (expected(one) == Verdict.ALLOWED) {
            assertThatCode(() -> RoomPolicy.require(one.act(), one.standing())).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> RoomPolicy.require(one.act(), one.standing()))
                    .isInstanceOf(Problem.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void unlistedRoomIsToAStrangerWhatNoRoomIs(Act act) {
        for (Encryption encryption : Encryption.values()) {
            Verdict unlisted = RoomPolicy.judge(act, new Standing(Access.NONE, false, encryption, null));
            assertThat(unlisted).isEqualTo(RoomPolicy.judge(act, Standing.NOWHERE));
        }
    }

    @Test
    void refusalsHaveTheStatusOfTheContract() {
        Map<Verdict, Integer> statuses = new EnumMap<>(Verdict.class);
        Arrays.stream(Verdict.values())
                .forEach(verdict -> statuses.put(
                        verdict,
                        verdict.problem(new Standing(Access.MEMBER, true, Encryption.AT_REST, LATER))
                                .map(Problem::status)
                                .orElse(200)));
        assertThat(statuses)
                .isEqualTo(Map.ofEntries(
                        Map.entry(Verdict.ALLOWED, 200),
                        Map.entry(Verdict.HIDDEN, 404),
                        Map.entry(Verdict.OUTSIDE, 403),
                        Map.entry(Verdict.BANNED, 403),
                        Map.entry(Verdict.MUTED, 403),
                        Map.entry(Verdict.NOT_AUTHOR, 403),
                        Map.entry(Verdict.NOT_ERASER, 403),
                        Map.entry(Verdict.NOT_ADMIN, 403),
                        Map.entry(Verdict.NOT_OWNER, 403),
                        Map.entry(Verdict.OWNER_STAYS, 409),
                        Map.entry(Verdict.ALREADY_MEMBER, 409),
                        Map.entry(Verdict.ALREADY_REQUESTED, 409),
                        Map.entry(Verdict.SEALED_ONLY, 422),
                        Map.entry(Verdict.TEXT_ONLY, 422),
                        Map.entry(Verdict.NOT_SEARCHABLE, 422)));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void rulingIsNamedForTheRoleOfTheOneRuled(Role role) {
        assertThat(Act.ruling(role)).isEqualTo(Act.valueOf("RULE_" + role));
    }

    @Test
    void mutedMemberIsToldUntilWhen() {
        Standing muted = new Standing(Access.MEMBER, true, Encryption.AT_REST, LATER);
        assertThatThrownBy(() -> RoomPolicy.require(Act.WRITE_TEXT, muted))
                .isInstanceOfSatisfying(
                        Muted.class, problem -> assertThat(problem.until()).isEqualTo(LATER))
                .hasMessage("You are muted in this room until 2026-01-31T12:00:00Z.");
    }
}
