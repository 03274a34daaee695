package chat.salas.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class RosterTest {
    static final Room ROOM = new Room(7, "ops", Encryption.AT_REST, settings("Ops", true), Instant.EPOCH, 0);

    static Settings settings(String name, boolean listed) {
        return new Settings(name, "", listed, true, true, true, 1, 0, 0, true);
    }

    record Change(int account, Roster.@Nullable Entry member) {}

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<List<Change>> changes() {
        var account = net.jqwik.api.Arbitraries.integers().between(1, 12);
        var role = net.jqwik.api.Arbitraries.of(Role.class).injectNull(0.4);
        var fromSeq = net.jqwik.api.Arbitraries.of(0L, 0L, 5L);
        var mutedUntil = net.jqwik.api.Arbitraries.of(7L, 9L).injectNull(0.6);
        return net.jqwik.api.Combinators.combine(account, role, fromSeq, mutedUntil)
                .as(RosterTest::change)
                .list();
    }

    private static Change change(int account, @Nullable Role role, long fromSeq, @Nullable Long mutedUntil) {
        return new Change(account, role == null ? null : new Roster.Entry(account, role, fromSeq, mutedUntil));
    }

    @Property
    void rosterIsAMapFromAccountsToMembers(@ForAll("changes") List<Change> changes) {
        Map<Long, Roster.Entry> map = new TreeMap<>();
        Roster roster = Roster.of(ROOM, List.of());
        for (Change change : changes) {
            roster = roster.with(change.account(), change.member());
            if (change.member() == null) {
                map.remove((long) change.account());
            } else {
                map.put((long) change.account(), change.member());
            }
        }
        Roster loaded = Roster.of(ROOM, List.copyOf(map.values()));
        for (Roster made : List.of(roster, loaded)) {
            assertThat(made.size()).isEqualTo(map.size());
            for (long account = 0; account < 14; account++) {
                Roster.Entry member = map.get(account);
                assertThat(made.member(account)).isEqualTo(member);
                assertThat(made.role(account)).isEqualTo(member == null ? null : member.role());
            }
        }
        assertThat(roster.weight()).as("nothing is left of who went").isEqualTo(loaded.weight());
    }
}
