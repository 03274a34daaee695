package chat.salas.room;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A notice's row. The name is the room's of that moment. */
@MappedEntity("notice")
record NoticeRow(@Id long id, long accountId, Notices.Kind kind, long roomId, String roomName, long createdAt) {}
