package chat.salas.room;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Page;
import chat.salas.kernel.Problem.Malformed;
import chat.salas.kernel.Problem.NotFound;
import chat.salas.room.RoomEvents.MemberLeft;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** All rooms; every look-up goes through the actor's right to see what it looks up. */
@Singleton
public final class Rooms {
    /** The most rooms that one page of the directory has. */
    public static final int MOST_A_PAGE = 1_000;

    private static final int MAX_QUERY = 200;

    private final Rosters rosters;
    private final RoomViews views;
    private final Founding founding;
    private final Members members;
    private final Aftermath aftermath;
    private final InstantSource clock;

    @SuppressWarnings("TooManyParameters")
    Rooms(
            Rosters rosters,
            RoomViews views,
            Founding founding,
            Members members,
            Aftermath aftermath,
            InstantSource clock) {
        this.rosters = rosters;
        this.views = views;
        this.founding = founding;
        this.members = members;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    /**
     * Every room of the system that the actor may know of, with the actor's access to each, by name.
     *
     * @param query part of the name, case and accents folded; blank for all; at most 200 characters
     * @param page from 0
     * @param size 1..1,000
     * @throws Malformed when one is out of bounds
     */
    public Page<RoomView> directory(Actor actor, String query, int page, int size) {
        within("page", page, 0, Integer.MAX_VALUE);
        within("size", size, 1, MOST_A_PAGE);
        if (query.length() > MAX_QUERY) {
            throw new Malformed("q", "length: " + query.length() + " (expected: 0.." + MAX_QUERY + ")");
        }
        return views.directory(actor, query, page, size);
    }

    private static void within(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw new Malformed(field, value + " (expected: " + min + ".." + max + ")");
        }
    }

    /** The rooms that the actor is in, by name; at most 1,000. */
    public List<RoomView> mine(Actor actor) {
        return views.mine(actor);
    }

    /**
     * Makes a room that the actor owns.
     *
     * @throws chat.salas.kernel.Problem 422 naming the field that is out of bounds (name: 1..80 characters, topic: 0..250),
     *     409 when the actor is in as many rooms as one may be in
     */
    public RoomView create(Actor actor, NewRoom draft) {
        Room room = founding.found(actor, draft);
        aftermath.made(room.id(), actor);
        return RoomView.of(room, Access.OWNER, 1, 0, 0);
    }

    /** One room as the actor sees it; 404 for an absent one and for an unlisted one that is none of the actor's. */
    public RoomView find(Actor actor, String slug) {
        return views.view(actor, seen(actor, slug, Act.SEE));
    }

    /** The room for a member; from memory, microseconds. 403 for outsiders of a listed room, else 404. */
    public Membership asMember(Actor actor, String slug) {
        return enter(actor, slug, Act.ENTER);
    }

    /** As {@link #asMember}, for admins and the owner. */
    public Membership asAdmin(Actor actor, String slug) {
        return enter(actor, slug, Act.ADMINISTER);
    }

    /** The members, by name. */
    public List<Member> members(Membership membership) {
        membership.require(Act.ENTER);
        return members.of(membership.room());
    }

    /** One of the members; 404 for who is none. */
    public Member member(Membership membership, long accountId) {
        membership.require(Act.ENTER);
        return members.one(membership.room(), accountId).orElseThrow(() -> new NotFound("There is no such member."));
    }

    /** Ends the actor's membership, again does no harm; 409 for the owner, who must hand the room over first. */
    public void leave(Membership membership) {
        membership.require(Act.LEAVE);
        long room = membership.room().id();
        long account = membership.actor().id();
        if (members.remove(room, account)) {
            aftermath.left(new MemberLeft(room, account, false, false));
        } else {
            views.glance(membership.actor(), room)
                    .filter(now -> now.role() == Role.OWNER)
                    .ifPresent(heir -> RoomPolicy.require(Act.LEAVE, heir.standing(clock.millis())));
        }
    }

    /**
     * Whether the account is a member now; from memory (a room that was not used for long is loaded). For live faces that
     * hold a subscription.
     */
    public boolean isMember(long accountId, long roomId) {
        return rosters.of(roomId).map(roster -> roster.member(accountId)).isPresent();
    }

    private Membership enter(Actor actor, String slug, Act act) {
        Roster roster = rosters.remembered(slug);
        Roster.Entry member = roster == null ? null : roster.member(actor.id());
        if (roster == null || member == null) {
            return lookUp(actor, slug, act);
        }
        Membership membership = member.in(roster.room(), actor, clock.millis());
        membership.require(act);
        return membership;
    }

    /**
     * For whom memory does not know as a member. One query, alike for a room that is hidden and for one that is absent, and
     * nothing is loaded before it proves a member: so an answer's time tells a stranger nothing.
     */
    private Membership lookUp(Actor actor, String slug, Act act) {
        Glance glance = seen(actor, slug, act);
        rosters.of(slug);
        return glance.membership(actor, clock.millis()).orElseThrow();
    }

    private Glance seen(Actor actor, String slug, Act act) {
        Optional<Glance> glance = views.glance(actor, slug);
        RoomPolicy.require(
                act, glance.map(found -> found.standing(clock.millis())).orElse(Standing.NOWHERE));
        return glance.orElseThrow();
    }
}
