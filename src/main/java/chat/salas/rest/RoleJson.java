package chat.salas.rest;

import chat.salas.kernel.Problem.Refused;
import chat.salas.room.Role;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a member is to be.
 *
 * @param role ADMIN or MEMBER; OWNER hands the room over
 */
@Serdeable
record RoleJson(@Nullable String role) {
    Role required() {
        return Arrays.stream(Role.values())
                .filter(known -> known.name().equals(role))
                .findFirst()
                .orElseThrow(() -> new Refused("role", "expected: OWNER, ADMIN or MEMBER"));
    }
}
