package chat.salas.room;

import chat.salas.vault.KeyRing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Whole rooms at once, for an operator who fills an instance: no rights or limits are asked for. */
@Singleton
public final class RoomImport {
    private final Store store;
    private final KeyRing keys;
    private final Blueprints blueprints;

    RoomImport(Store store, KeyRing keys, Blueprints blueprints) {
        this.store = store;
        this.keys = keys;
        this.blueprints = blueprints;
    }

    /**
     * A member to come.
     *
     * @param readSeq up to where the member has read; messages may come later
     */
    public record Newcomer(long accountId, Role role, Instant joinedAt, long readSeq) {}

    /**
     * Makes a room with its key and all its members.
     *
     * @param members distinct accounts, exactly one of them OWNER
     * @throws chat.salas.kernel.Problem.Refused when the draft is out of bounds
     */
    public Room add(NewRoom draft, Instant madeAt, List<Newcomer> members) {
        Room room = blueprints.of(draft, madeAt);
        return store.write(() -> save(room, members));
    }

    private Room save(Room draft, List<Newcomer> members) {
        Room room = draft.at(new Slug(draft.slug())
                .free(taken -> store.rooms().existsBySlug(taken.value()))
                .value());
        store.rooms().save(RoomRow.of(room));
        keys.create(room.id());
        members.forEach(member -> store.memberships()
                .add(
                        room.id(),
                        member.accountId(),
                        member.role(),
                        member.joinedAt().toEpochMilli(),
                        member.readSeq()));
        return room;
    }
}
