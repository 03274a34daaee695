package chat.salas.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code instance_setting}. */
@MappedEntity("instance_setting")
record SettingRow(@Id String name, String value) {}
