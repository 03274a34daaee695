package chat.salas.rest;

import chat.salas.kernel.Actor;
import chat.salas.room.Invites;
import chat.salas.room.NewInvite.Delivery;
import chat.salas.room.Rooms;
import chat.salas.web.Caller;
import chat.salas.web.PublicAddress;
import chat.salas.web.RoomJson;
import io.micronaut.http.HttpRequest;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links that let somebody into a room. */
@Controller("/api")
@Tag(name = "Rooms")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class InvitesController {
    private final Rooms rooms;
    private final Invites invites;
    private final PublicAddress address;

    InvitesController(Rooms rooms, Invites invites, PublicAddress address) {
        this.rooms = rooms;
        this.invites = invites;
        this.address = address;
    }

    /** Makes an invite, and mails it to its address if it has one; only this answer ever holds its token. */
    @Post("/rooms/{slug}/invites")
    @Operation(summary = "Invite to a room")
    @Status(HttpStatus.CREATED)
    InviteJson.Created create(
            HttpRequest<?> request, @Caller Actor actor, String slug, @Nullable @Body NewInviteJson invite) {
        NewInviteJson wanted = invite == null ? NewInviteJson.USUAL : invite;
        Delivery delivery = address.forMails(request)
                .map(base -> new Delivery(base, request.getLocale().orElse(null)))
                .orElse(null);
        Invites.Created created = invites.create(rooms.asAdmin(actor, slug), wanted.with(delivery));
        return InviteJson.Created.of(created, address.baseUrl(request));
    }

    /** The room's invites, newest first, without their tokens. */
    @Get("/rooms/{slug}/invites")
    @Operation(summary = "A room's invites")
    List<InviteJson> list(@Caller Actor actor, String slug) {
        return invites.list(rooms.asAdmin(actor, slug)).stream()
                .map(InviteJson::of)
                .toList();
    }

    /** Who came by an invite, the first ones first; at most 1,000. */
    @Get("/rooms/{slug}/invites/{id}/uses")
    @Operation(summary = "Who came by an invite")
    List<InviteJson.Use> uses(@Caller Actor actor, String slug, String id) {
        return invites.usesOf(rooms.asAdmin(actor, slug), PathId.of(id)).stream()
                .map(InviteJson.Use::of)
                .toList();
    }

    /** Takes an invite back; again does no harm. */
    @Delete("/rooms/{slug}/invites/{id}")
    @Operation(summary = "Take an invite back")
    @Status(HttpStatus.NO_CONTENT)
    void revoke(@Caller Actor actor, String slug, String id) {
        invites.revoke(rooms.asAdmin(actor, slug), PathId.of(id));
    }

    /** Makes the caller a member of the invite's room; a member already is answered alike and uses nothing up. */
    @Post("/invites/{token}/accept")
    @Operation(summary = "Accept an invite")
    RoomJson accept(@Caller Actor actor, String token) {
        return RoomJson.of(invites.accept(actor, token));
    }
}
