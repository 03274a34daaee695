package chat.salas.rest;

import chat.salas.audit.AuditFilter;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem.Malformed;
import chat.salas.room.RoomAudit;
import chat.salas.room.Rooms;
import chat.salas.web.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** What was done in a room, and by whom. */
@Controller("/api/rooms/{slug}/audit")
@Tag(name = "Rooms")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class AuditController {
    private static final int MOST = 1_000;

    private final Rooms rooms;
    private final RoomAudit audit;

    AuditController(Rooms rooms, RoomAudit audit) {
        this.rooms = rooms;
        this.audit = audit;
    }

    /**
     * The room's records, newest first; for admins.
     *
     * @param page from 0
     * @param size 1 to 1,000
     */
    @Get
    @Operation(summary = "A room's audit")
    List<AuditJson> list(
            @Caller Actor actor,
            String slug,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "200") int size) {
        if (page < 0 || size < 1 || size > MOST) {
            throw new Malformed("page", page + ", size: " + size + " (expected: 0 or more, 1.." + MOST + ")");
        }
        return audit.of(rooms.asAdmin(actor, slug)).page(AuditFilter.ALL, (long) page * size, size).stream()
                .map(AuditJson::of)
                .toList();
    }
}
