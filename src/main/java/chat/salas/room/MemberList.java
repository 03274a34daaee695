package chat.salas.room;

import chat.salas.kernel.FoldedName;
import chat.salas.kernel.Problem.Malformed;
import chat.salas.live.Presence;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The members of rooms of any size, a page at a time. */
@Singleton
public final class MemberList {
    /** The most rows of one page. */
    public static final int MOST_A_PAGE = 10_000;

    private final MemberListRepository members;
    private final Presence presence;
    private final InstantSource clock;

    MemberList(MemberListRepository members, Presence presence, InstantSource clock) {
        this.members = members;
        this.presence = presence;
        this.clock = clock;
    }

    /**
     * Some of a room's members. For any member, as the list of members is; faces keep to admins what is only theirs.
     *
     * @param offset from 0
     * @param limit 1..{@value #MOST_A_PAGE}
     * @throws Malformed when one is out of bounds
     */
    public List<MemberRow> page(Membership membership, MemberQuery query, long offset, int limit) {
        membership.require(Act.ENTER);
        within("page", offset, 0, Long.MAX_VALUE);
        within("size", limit, 1, MOST_A_PAGE);
        long now = clock.millis();
        return members
                .rows(
                        membership.room().id(),
                        like(query),
                        query.roleName(),
                        query.muted() ? now : 0,
                        query.sort().name(),
                        query.descending() ? -1 : 1,
                        limit,
                        offset)
                .stream()
                .map(row -> row(row, now))
                .toList();
    }

    /** How many members the query finds. */
    public int count(Membership membership, MemberQuery query) {
        membership.require(Act.ENTER);
        return members.count(membership.room().id(), like(query), query.roleName(), query.muted() ? clock.millis() : 0);
    }

    private static String like(MemberQuery query) {
        return FoldedName.of(query.words()).containing();
    }

    private MemberRow row(MemberListRepository.Found row, long now) {
        Member member = new Member(
                row.accountId(),
                row.displayName(),
                row.role(),
                Instant.ofEpochMilli(row.joinedAt()),
                presence.isOnline(row.accountId()));
        Long muted = row.mutedUntil();
        return new MemberRow(
                member,
                instant(row.lastSeenAt()),
                muted == null || muted <= now ? null : Instant.ofEpochMilli(muted),
                Objects.requireNonNullElse(row.messages(), 0L),
                Objects.requireNonNullElse(row.bytes(), 0L));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static void within(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new Malformed(field, value + " (expected: " + min + ".." + max + ")");
        }
    }
}
