package chat.salas.rest;

import chat.salas.kernel.Actor;
import chat.salas.room.Bans;
import chat.salas.room.Rooms;
import chat.salas.web.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** Who is kept out of a room. */
@Controller("/api/rooms/{slug}/bans")
@Tag(name = "Rooms")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class BansController {
    private final Rooms rooms;
    private final Bans bans;

    BansController(Rooms rooms, Bans bans) {
        this.rooms = rooms;
        this.bans = bans;
    }

    /** Who is banned now, newest first. */
    @Get
    @Operation(summary = "Who is banned from a room")
    List<BanJson> list(@Caller Actor actor, String slug) {
        return bans.list(rooms.asAdmin(actor, slug)).stream().map(BanJson::of).toList();
    }

    /** Lets somebody come in again by the next invite or request. */
    @Delete("/{userId}")
    @Operation(summary = "Lift a ban")
    @Status(HttpStatus.NO_CONTENT)
    void lift(@Caller Actor actor, String slug, String userId) {
        bans.lift(rooms.asAdmin(actor, slug), List.of(PathId.of(userId))).orThrow();
    }
}
