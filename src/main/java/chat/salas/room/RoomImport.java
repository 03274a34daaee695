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
     * A room to come.
     *
     * @param members distinct accounts, exactly one of them OWNER
     */
    public record Plan(NewRoom draft, Instant madeAt, List<Newcomer> members) {}

    /**
     * Makes rooms with their keys and all their members, all or none.
     *
     * @throws chat.salas.kernel.Problem.Refused when a draft is out of bounds
     */
    public List<Room> add(List<Plan> plans) {
        return store.write(() -> plans.stream()
                .map(plan -> save(blueprints.of(plan.draft(), plan.madeAt()), plan.members()))
                .toList());
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
