package chat.salas.room;

import org.jspecify.annotations.Nullable;

/** What an act of rule does to one account. */
interface Measure {
    /** What the actor must be allowed to, whomever it is done to. */
    Act right();

    /**
     * Does it, or says why not.
     *
     * @param member null for who is not in the room
     */
    void over(Sitting sitting, long accountId, Roster.@Nullable Entry member);
}
