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
    static final Room ROOM =
            new Room(7, "ops", "Ops", "", Encryption.AT_REST, true, true, true, true, 1, 0, 0, Instant.EPOCH);

    record Change(int account, @Nullable Role role) {}

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<List<Change>> changes() {
        var account = net.jqwik.api.Arbitraries.integers().between(1, 12);
        var role = net.jqwik.api.Arbitraries.of(Role.class).injectNull(0.4);
        return net.jqwik.api.Combinators.combine(account, role).as(Change::new).list();
    }

    @Property
    void rosterIsAMapFromAccountsToRoles(@ForAll("changes") List<Change> changes) {
        Map<Long, Role> map = new TreeMap<>();
        Roster roster = Roster.of(ROOM, List.of());
        for (Change change : changes) {
            roster = roster.with(change.account(), change.role());
            if (change.role() == null) {
                map.remove((long) change.account());
            } else {
                map.put((long) change.account(), change.role());
            }
        }
        assertThat(roster.size()).isEqualTo(map.size());
        for (long account = 0; account < 14; account++) {
            assertThat(roster.role(account)).isEqualTo(map.get(account));
        }
        List<Roster.Entry> entries = map.entrySet().stream()
                .map(entry -> new Roster.Entry(entry.getKey(), entry.getValue()))
                .toList();
        Roster loaded = Roster.of(ROOM, entries);
        for (long account = 0; account < 14; account++) {
            assertThat(loaded.role(account)).isEqualTo(map.get(account));
        }
    }
}
