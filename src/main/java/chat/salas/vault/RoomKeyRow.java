package chat.salas.vault;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A room's key as it lies in the database. */
@MappedEntity("room_key")
record RoomKeyRow(@Id long roomId, @Id int version, byte[] wrapped, long uses, long createdAt) {}
