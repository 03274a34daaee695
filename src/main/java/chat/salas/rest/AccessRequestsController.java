package chat.salas.rest;

import chat.salas.kernel.Actor;
import chat.salas.room.AccessRequests;
import chat.salas.room.Rooms;
import chat.salas.web.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asking to be let into a room, and deciding that. */
@Controller("/api/rooms/{slug}/access-requests")
@Tag(name = "Rooms")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
class AccessRequestsController {
    private final Rooms rooms;
    private final AccessRequests requests;

    AccessRequestsController(Rooms rooms, AccessRequests requests) {
        this.rooms = rooms;
        this.requests = requests;
    }

    /** Asks to be let in. */
    @Post
    @Operation(summary = "Ask for access")
    @Status(HttpStatus.CREATED)
    AccessRequestJson ask(@Caller Actor actor, String slug, @Body AccessRequestJson.@Nullable New request) {
        return AccessRequestJson.of(requests.ask(actor, slug, request == null ? null : request.message()));
    }

    /** Takes the caller's own request back; again does no harm. */
    @Delete
    @Operation(summary = "Take my access request back")
    @Status(HttpStatus.NO_CONTENT)
    void withdraw(@Caller Actor actor, String slug) {
        requests.withdraw(actor, slug);
    }

    /** Who asks to be let in, the oldest first. */
    @Get
    @Operation(summary = "A room's access requests")
    List<AccessRequestJson> list(@Caller Actor actor, String slug) {
        return requests.list(rooms.asAdmin(actor, slug)).stream()
                .map(AccessRequestJson::of)
                .toList();
    }

    /** Lets somebody in who asked. */
    @Post("/{userId}/approve")
    @Operation(summary = "Approve an access request")
    @Status(HttpStatus.NO_CONTENT)
    void approve(@Caller Actor actor, String slug, String userId) {
        requests.approve(rooms.asAdmin(actor, slug), PathId.of(userId));
    }

    /** Turns somebody down who asked. */
    @Post("/{userId}/deny")
    @Operation(summary = "Deny an access request")
    @Status(HttpStatus.NO_CONTENT)
    void deny(@Caller Actor actor, String slug, String userId) {
        requests.deny(rooms.asAdmin(actor, slug), PathId.of(userId));
    }

    /** Lets several in at once; who cannot be let in is skipped. */
    @Post("/approve")
    @Operation(summary = "Approve several access requests")
    @Status(HttpStatus.OK)
    AccessRequestJson.Decided approveSeveral(
            @Caller Actor actor, String slug, @Valid @Body AccessRequestJson.Several several) {
        return AccessRequestJson.Decided.of(requests.approve(rooms.asAdmin(actor, slug), several.ids()));
    }

    /** Turns several down at once; who has no open request is skipped. */
    @Post("/deny")
    @Operation(summary = "Deny several access requests")
    @Status(HttpStatus.OK)
    AccessRequestJson.Decided denySeveral(
            @Caller Actor actor, String slug, @Valid @Body AccessRequestJson.Several several) {
        return AccessRequestJson.Decided.of(requests.deny(rooms.asAdmin(actor, slug), several.ids()));
    }
}
