package chat.salas.rest;

import chat.salas.account.Tokens;
import chat.salas.kernel.Actor;
import chat.salas.web.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** API tokens, for programs. */
@Controller("/api/tokens")
@ExecuteOn(TaskExecutors.VIRTUAL)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Accounts")
class TokensController {
    private final Tokens tokens;

    TokensController(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * A token, without the token itself.
     *
     * @param id for ending it
     * @param name what it is for
     * @param createdAt when it was made
     * @param lastUsedAt when it was last seen, to the minute; null: never
     */
    @Serdeable
    @Schema(name = "Token")
    record TokenJson(
            String id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {
        static TokenJson of(Tokens.Entry entry) {
            return new TokenJson(Long.toString(entry.id()), entry.name(), entry.createdAt(), entry.lastUsedAt());
        }
    }

    /**
     * What a new token is for.
     *
     * @param name 1 to 80 characters
     */
    @Serdeable
    @Schema(name = "NewToken")
    record NewToken(@NotNull String name) {}

    /**
     * A new token.
     *
     * @param id for ending it
     * @param name what it is for
     * @param token shown this once; only its hash is kept
     */
    @Serdeable
    @Schema(name = "CreatedToken")
    record CreatedToken(String id, String name, String token) {}

    @Get
    @Operation(summary = "My API tokens", description = "Newest first, at most 50.")
    List<TokenJson> list(@Caller Actor actor) {
        return tokens.list(actor).stream().map(TokenJson::of).toList();
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Make an API token", description = "It acts as my account until it is ended.")
    @ApiResponse(responseCode = "201", description = "The token, shown this once")
    @ApiResponse(responseCode = "409", description = "There are 50 already")
    CreatedToken create(@Caller Actor actor, @Valid @Body NewToken wanted) {
        Tokens.Created made = tokens.create(actor, wanted.name());
        return new CreatedToken(Long.toString(made.id()), made.name(), made.token());
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "End one of my API tokens", description = "What it opened closes at once.")
    @ApiResponse(responseCode = "204", description = "Ended")
    @ApiResponse(responseCode = "404", description = "None of mine has this id")
    void end(@Caller Actor actor, @PathVariable String id) {
        tokens.end(actor, PathId.of(id));
    }
}
