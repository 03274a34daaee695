package chat.salas.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rosters in memory, so that a right is checked in microseconds. Never older than the last committed change that was told
 * here: a change is not carried over but read again, under the lock of the room's entry. It so waits for a load that began
 * before it and mends what that one read, and of two changes the one told last reads the outcome of both.
 *
 * <p>Never called inside a transaction, which would hold the writing connection while waiting for a load.
 */
@Singleton
final class Rosters {
    private static final int WEIGHT_OF_A_ROOM = 100;
    private static final int FEW = 20;

    /** Asked for each message: to wake another thread for the upkeep would be dearer than to do it. */
    private static final Executor AT_ONCE = Runnable::run;

    private final RosterSource source;
    private final Cache<Long, Roster> rosters;
    private final Cache<String, Long> ids;

    Rosters(RosterSource source, RoomLimits limits) {
        this.source = source;
        this.rosters = Caffeine.newBuilder()
                .executor(AT_ONCE)
                .maximumWeight(limits.rememberedMembers())
                .weigher((Long id, Roster roster) -> WEIGHT_OF_A_ROOM + roster.weight())
                .build();
        this.ids = Caffeine.newBuilder()
                .executor(AT_ONCE)
                .maximumSize(limits.rememberedMembers() / WEIGHT_OF_A_ROOM)
                .build();
    }

    /** What memory has; null says nothing about the room. */
    @Nullable
    Roster remembered(String slug) {
        Long id = ids.getIfPresent(slug);
        return id == null ? null : rosters.getIfPresent(id);
    }

    /** The room's roster, loaded once however many ask. */
    Optional<Roster> of(long roomId) {
        return Optional.ofNullable(rosters.get(roomId, this::load));
    }

    /** As {@link #of(long)}, and remembers the slug. */
    Optional<Roster> of(String slug) {
        return Optional.ofNullable(ids.get(slug, absent -> source.roomId(absent).orElse(null)))
                .flatMap(this::of);
    }

    /** To be called after a commit that made, changed or ended this membership. */
    void memberChanged(long roomId, long accountId) {
        mend(roomId, roster -> {
            Roster.Entry member = source.member(roomId, accountId).orElse(null);
            return Optional.of(roster.with(accountId, member));
        });
    }

    /** As {@link #memberChanged}, for several; many are read as one. */
    void membersChanged(long roomId, Collection<Long> accountIds) {
        if (accountIds.size() > FEW) {
            mend(roomId, roster -> Optional.of(Roster.of(roster.room(), source.members(roomId))));
        } else {
            accountIds.forEach(accountId -> memberChanged(roomId, accountId));
        }
    }

    /** To be called after a commit that changed the room's settings. */
    void roomChanged(Room room) {
        ids.asMap().compute(room.slug(), (slug, id) -> id == null ? null : readAgain(() -> source.roomId(slug)));
        mend(room.id(), roster -> source.room(room.id()).map(roster::with));
    }

    /** To be called after a commit that deleted the room. */
    void roomDeleted(Room room) {
        ids.asMap().compute(room.slug(), (_, _) -> null);
        rosters.asMap().compute(room.id(), (_, _) -> null);
    }

    /** Not computeIfPresent, which does not wait for a load under way. */
    private void mend(long roomId, Function<Roster, Optional<Roster>> change) {
        rosters.asMap().compute(roomId, (id, roster) -> roster == null ? null : readAgain(() -> change.apply(roster)));
    }

    /** What cannot be read again is forgotten: an old right must not outlive a failure. */
    private static <T> @Nullable T readAgain(Supplier<Optional<T>> reading) {
        try {
            return reading.get().orElse(null);
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    /** What is kept now, a member counting one and a room a hundred. */
    long weight() {
        rosters.cleanUp();
        return rosters.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    private @Nullable Roster load(long roomId) {
        return source.room(roomId)
                .map(room -> Roster.of(room, source.members(roomId)))
                .orElse(null);
    }
}
