package chat.salas.rest;

import chat.salas.kernel.Actor;
import chat.salas.message.Clearing;
import chat.salas.message.Retention;
import chat.salas.room.RoomSettings;
import chat.salas.room.Rooms;
import chat.salas.web.Caller;
import chat.salas.web.RoomJson;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What a room is like, and its end. */
@Controller("/api/rooms/{slug}")
@Tag(name = "Rooms")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class SettingsController {
    private final Rooms rooms;
    private final RoomSettings settings;
    private final Retention retention;
    private final Clearing clearing;

    SettingsController(Rooms rooms, RoomSettings settings, Retention retention, Clearing clearing) {
        this.rooms = rooms;
        this.settings = settings;
        this.retention = retention;
        this.clearing = clearing;
    }

    /**
     * What is too old.
     *
     * @param bytes as they lie on disk
     */
    @Serdeable
    @Schema(name = "RetentionExcess")
    record ExcessJson(long messages, long bytes) {}

    /** Changes some settings; for admins. Everybody inside gets the frame {@code settings}. */
    @Patch("/settings")
    @Operation(summary = "Change a room's settings")
    @ApiResponse(responseCode = "200", description = "The room as it is now")
    @ApiResponse(responseCode = "403", description = "Not an admin of the room")
    @ApiResponse(responseCode = "422", description = "A value out of bounds, or another encryption")
    RoomJson change(@Caller Actor actor, String slug, @Body SettingsJson wanted) {
        var admin = rooms.asAdmin(actor, slug);
        return RoomJson.of(
                settings.change(actor, slug, wanted.change(admin.room().encryption())));
    }

    /**
     * What would be erased within the hour if the room kept things for so many days; changes nothing. For admins.
     *
     * @param days 0 to 36,500; 0 = for ever
     */
    @Get("/retention")
    @Operation(summary = "Try a retention")
    @ApiResponse(responseCode = "422", description = "Days out of bounds")
    ExcessJson excess(@Caller Actor actor, String slug, @QueryValue int days) {
        Retention.Excess excess = retention.wouldErase(actor, slug, days);
        return new ExcessJson(excess.messages(), excess.bytes());
    }

    /** Erases all that was said, for admins; answers once it is in no file any more. */
    @Delete("/messages")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Clear a room's history",
            description =
                    "Room and members stay; numbers go on where they were. Again at once may wait for some seconds.")
    @ApiResponse(responseCode = "204", description = "Nothing of it is left")
    void clear(@Caller Actor actor, String slug) {
        clearing.clear(actor, slug);
    }

    /** Ends the room, for its owner; answers once nothing of it is in any file. */
    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a room", description = "With its messages, keys and invites.")
    @ApiResponse(responseCode = "204", description = "Nothing of it is left")
    @ApiResponse(responseCode = "403", description = "Not the owner of the room")
    void delete(@Caller Actor actor, String slug) {
        clearing.delete(actor, slug);
    }
}
