package chat.salas.rest;

import chat.salas.kernel.Actor;
import chat.salas.room.Bans;
import chat.salas.room.Member;
import chat.salas.room.MemberList;
import chat.salas.room.MemberQuery;
import chat.salas.room.MemberRow;
import chat.salas.room.Membership;
import chat.salas.room.Role;
import chat.salas.room.Rooms;
import chat.salas.room.Ruling;
import chat.salas.web.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The members of a room, and what owners and admins do to them. */
@Controller("/api/rooms/{slug}/members")
@Tag(name = "Rooms")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class MembersController {
    private final Rooms rooms;
    private final MemberList members;
    private final Ruling ruling;
    private final Bans bans;

    MembersController(Rooms rooms, MemberList members, Ruling ruling, Bans bans) {
        this.rooms = rooms;
        this.members = members;
        this.ruling = ruling;
        this.bans = bans;
    }

    /** The room's members, by name: all, or those of a page of those with {@code q} in their name. */
    @Get
    @Operation(summary = "Who is in a room")
    List<MemberJson> members(
            @Caller Actor actor,
            String slug,
            @QueryValue(defaultValue = "") String q,
            @Nullable @QueryValue Integer page,
            @QueryValue(defaultValue = "200") int size) {
        Membership membership = rooms.asMember(actor, slug);
        Stream<Member> found = q.isBlank() && page == null
                ? rooms.members(membership).stream()
                : members
                        .page(membership, MemberQuery.named(q), (long) Objects.requireNonNullElse(page, 0) * size, size)
                        .stream()
                        .map(MemberRow::member);
        return found.map(MemberJson::of).toList();
    }

    /** Makes an admin or a plain member of a member, or hands the room over; for the owner. */
    @Patch("/{userId}")
    @Operation(summary = "Change a member's role")
    MemberJson change(@Caller Actor actor, String slug, String userId, @Body RoleJson wanted) {
        Membership owner = rooms.asMember(actor, slug);
        long account = PathId.of(userId);
        Role role = wanted.required();
        if (role == Role.OWNER) {
            ruling.handOver(owner, account);
        } else {
            ruling.changeRole(owner, List.of(account), role).orThrow();
        }
        return MemberJson.of(rooms.member(owner, account));
    }

    /** Puts a member out, and keeps who is banned out until then or until it is lifted. */
    @Post("/{userId}/remove")
    @Operation(summary = "Remove or ban a member")
    @Status(HttpStatus.NO_CONTENT)
    void remove(@Caller Actor actor, String slug, String userId, @Nullable @Body RemovalJson removal) {
        Membership admin = rooms.asAdmin(actor, slug);
        List<Long> account = List.of(PathId.of(userId));
        RemovalJson wanted = removal == null ? RemovalJson.USUAL : removal.checked();
        if (wanted.isBan()) {
            bans.ban(admin, account, wanted.reason(), wanted.until()).orThrow();
        } else {
            ruling.remove(admin, account, wanted.reason()).orThrow();
        }
    }

    /** Lets a member only read for a while; anew replaces what was. */
    @Put("/{userId}/mute")
    @Operation(summary = "Mute a member")
    @Status(HttpStatus.NO_CONTENT)
    void mute(@Caller Actor actor, String slug, String userId, @Body MuteJson mute) {
        Membership admin = rooms.asAdmin(actor, slug);
        List<Long> account = List.of(PathId.of(userId));
        Instant until = mute.checked().until();
        if (until != null) {
            ruling.mute(admin, account, until).orThrow();
        } else {
            ruling.mute(admin, account, mute.length()).orThrow();
        }
    }

    /** Lets a member write again; of one who is not muted does no harm. */
    @Delete("/{userId}/mute")
    @Operation(summary = "Unmute a member")
    @Status(HttpStatus.NO_CONTENT)
    void unmute(@Caller Actor actor, String slug, String userId) {
        ruling.unmute(rooms.asAdmin(actor, slug), List.of(PathId.of(userId))).orThrow();
    }
}
