package chat.salas.room;

import chat.salas.kernel.FoldedName;
import chat.salas.live.Presence;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The people in the rooms. */
@Singleton
final class Members {
    private final Store store;
    private final Presence presence;
    private final InstantSource clock;

    Members(Store store, Presence presence, InstantSource clock) {
        this.store = store;
        this.presence = presence;
        this.clock = clock;
    }

    private record Sortable(String key, MembershipRepository.Named member) {
        static Sortable of(MembershipRepository.Named member) {
            return new Sortable(FoldedName.of(member.displayName()).value(), member);
        }
    }

    /** By name, without case and accents. */
    List<Member> of(Room room) {
        return store.memberships().named(room.id()).stream()
                .map(Sortable::of)
                .sorted(Comparator.comparing(Sortable::key)
                        .thenComparing(sortable -> sortable.member().accountId()))
                .map(sortable -> member(sortable.member()))
                .toList();
    }

    Optional<Member> one(Room room, long accountId) {
        return store.memberships().named(room.id(), accountId).map(this::member);
    }

    private Member member(MembershipRepository.Named row) {
        return new Member(
                row.accountId(),
                row.displayName(),
                row.role(),
                Instant.ofEpochMilli(row.joinedAt()),
                presence.isOnline(row.accountId()));
    }

    /** Whether there was a membership to end; never the owner's. */
    boolean remove(long roomId, long accountId) {
        return store.write(() -> {
            store.memberships().forgetOverMutes(roomId, clock.millis());
            return store.memberships().part(roomId, accountId, clock.millis()) > 0;
        });
    }
}
