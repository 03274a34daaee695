package chat.salas.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * Whose credential this is, with what is needed to make an Actor of it. Mapped like a row, because a mere projection does not
 * make a boolean of SQLite's 0 and 1.
 */
@MappedEntity
record Owner(@Id long id, long accountId, String displayName, boolean administrator) {}
