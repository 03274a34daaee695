package chat.salas.rest;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Page;
import chat.salas.room.ReadMarks;
import chat.salas.room.RoomView;
import chat.salas.room.Rooms;
import chat.salas.web.Caller;
import chat.salas.web.RoomJson;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;

/** Rooms and read marks. */
@Controller("/api/rooms")
@Tag(name = "Rooms")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class RoomsController {
    private final Rooms rooms;
    private final ReadMarks marks;

    RoomsController(Rooms rooms, ReadMarks marks) {
        this.rooms = rooms;
        this.marks = marks;
    }

    /**
     * All rooms of the system that the caller may know of, with the caller's access to each, by name.
     *
     * @param q part of the name, without case and accents; at most 200 characters
     * @param page from 0
     * @param size 1 to 1,000
     * @return while there are more, with a {@code Link} header to the next page
     */
    @Get
    @Operation(summary = "The directory of rooms")
    HttpResponse<List<RoomJson>> directory(
            @Caller Actor actor,
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "200") int size) {
        Page<RoomView> found = rooms.directory(actor, q, page, size);
        MutableHttpResponse<List<RoomJson>> answer =
                HttpResponse.ok(found.items().stream().map(RoomJson::of).toList());
        return found.hasMore() ? answer.header("Link", "<" + next(q, page, size) + ">; rel=\"next\"") : answer;
    }

    private static URI next(String q, int page, int size) {
        UriBuilder uri = UriBuilder.of("/api/rooms");
        if (!q.isBlank()) {
            uri.queryParam("q", q);
        }
        return uri.queryParam("page", page + 1).queryParam("size", size).build();
    }

    /** Makes a room that the caller owns. */
    @Post
    @Operation(summary = "Make a room")
    HttpResponse<RoomJson> create(@Caller Actor actor, @Body NewRoomJson room) {
        RoomView made = rooms.create(actor, room.draft());
        return HttpResponse.created(
                RoomJson.of(made), URI.create("/api/rooms/" + made.room().slug()));
    }

    /** One room. */
    @Get("/{slug}")
    @Operation(summary = "One room")
    RoomJson find(@Caller Actor actor, String slug) {
        return RoomJson.of(rooms.find(actor, slug));
    }

    /** Ends the caller's membership; the owner must hand the room over first. */
    @Post("/{slug}/leave")
    @Operation(summary = "Leave a room")
    @Status(HttpStatus.NO_CONTENT)
    void leave(@Caller Actor actor, String slug) {
        rooms.leave(rooms.asMember(actor, slug));
    }

    /** Moves the caller's read mark forward, at most to the newest message; never back. */
    @Put("/{slug}/read")
    @Operation(summary = "Mark as read")
    @Status(HttpStatus.NO_CONTENT)
    void read(@Caller Actor actor, String slug, @Body ReadJson mark) {
        marks.read(rooms.asMember(actor, slug), mark.required());
    }
}
