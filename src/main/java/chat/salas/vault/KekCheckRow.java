package chat.salas.vault;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The one row that only the right server key opens. */
@MappedEntity("kek_check")
record KekCheckRow(@Id long id, byte[] wrapped) {}
