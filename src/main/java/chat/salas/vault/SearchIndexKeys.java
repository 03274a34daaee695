package chat.salas.vault;

import jakarta.inject.Singleton;

/** Gives the keys that rooms' search indexes are made with. */
@Singleton
public final class SearchIndexKeys {
    private final KeyRing keys;
    private final Aead aead;

    SearchIndexKeys(KeyRing keys, Aead aead) {
        this.keys = keys;
        this.aead = aead;
    }

    /**
     * The key of a room's index; asks the database, so take it before a transaction. It is derived from the room's first key
     * and dies with it: nothing is kept here that would have to be forgotten.
     *
     * @throws CannotOpen when the room's keys were destroyed
     */
    public SearchIndexKey of(long roomId) {
        return new SearchIndexKey(
                roomId,
                keys.derive(roomId, "salas/room/v1/search-token"),
                keys.derive(roomId, "salas/room/v1/search-part"),
                aead);
    }
}
