package chat.salas.rest;

import chat.salas.account.Sessions;
import chat.salas.kernel.Actor;
import chat.salas.web.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
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
import java.time.Instant;
import java.util.List;

/** Where I am signed in. */
@Controller("/api/sessions")
@ExecuteOn(TaskExecutors.VIRTUAL)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Accounts")
class SessionsController {
    private final Sessions sessions;

    SessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * One place where the account is signed in.
     *
     * @param id for ending it
     * @param device what the client said it was
     * @param address the network address at the time of signing in
     * @param createdAt when it signed in
     * @param lastUsedAt when it was last seen, to the minute
     * @param current whether it is the one that asks
     */
    @Serdeable
    @Schema(name = "Session")
    record SessionJson(
            String id, String device, String address, Instant createdAt, Instant lastUsedAt, boolean current) {
        static SessionJson of(Sessions.Entry entry) {
            return new SessionJson(
                    Long.toString(entry.id()),
                    entry.device(),
                    entry.address(),
                    entry.createdAt(),
                    entry.lastUsedAt(),
                    entry.current());
        }
    }

    @Get
    @Operation(summary = "Where I am signed in", description = "Newest first.")
    List<SessionJson> list(@Caller Actor actor) {
        return sessions.list(actor).stream().map(SessionJson::of).toList();
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "End one of my sessions", description = "What it opened closes at once.")
    @ApiResponse(responseCode = "204", description = "Ended")
    @ApiResponse(responseCode = "404", description = "None of mine has this id")
    void end(@Caller Actor actor, @PathVariable String id) {
        sessions.end(actor, PathId.of(id));
    }
}
