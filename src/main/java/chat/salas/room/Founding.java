package chat.salas.room;

import chat.salas.kernel.Actor;
import chat.salas.vault.KeyRing;
import jakarta.inject.Singleton;

/** Makes rooms: the room, its owner and its key in one transaction, so that none is ever without the others. */
@Singleton
final class Founding {
    private final Store store;
    private final KeyRing keys;
    private final Capacity capacity;
    private final Blueprints blueprints;

    Founding(Store store, KeyRing keys, Capacity capacity, Blueprints blueprints) {
        this.store = store;
        this.keys = keys;
        this.capacity = capacity;
        this.blueprints = blueprints;
    }

    Room found(Actor owner, NewRoom draft) {
        Room room = blueprints.of(draft);
        return store.write(() -> save(owner, room));
    }

    private Room save(Actor owner, Room draft) {
        capacity.requireForAccount(owner.id());
        Slug slug = new Slug(draft.slug()).free(taken -> store.rooms().existsBySlug(taken.value()));
        Room room = draft.at(slug.value());
        store.rooms().save(RoomRow.of(room));
        store.memberships()
                .add(room.id(), owner.id(), Role.OWNER, room.createdAt().toEpochMilli());
        keys.create(room.id());
        return room;
    }
}
