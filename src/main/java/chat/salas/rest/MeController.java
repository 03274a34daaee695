package chat.salas.rest;

import chat.salas.account.Accounts;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.web.Caller;
import chat.salas.web.SessionCookie;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
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
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The account that is signed in. */
@Controller("/api/me")
@ExecuteOn(TaskExecutors.VIRTUAL)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Accounts")
class MeController {
    private static final int LONGEST_TAG = 35;

    private final Accounts accounts;
    private final SessionCookie cookies;

    MeController(Accounts accounts, SessionCookie cookies) {
        this.accounts = accounts;
        this.cookies = cookies;
    }

    /**
     * What to change; what is absent stays.
     *
     * @param displayName 1 to 80 characters
     * @param locale a language tag such as {@code pt-BR}; empty: the browser's
     */
    @Serdeable
    @Schema(name = "AccountChange")
    record Change(@Nullable String displayName, @Nullable String locale) {}

    /**
     * A new password.
     *
     * @param current the present one
     * @param replacement 10 to 200 characters, not one that is guessed first
     */
    @Serdeable
    @Schema(name = "PasswordChange")
    record PasswordChange(
            @NotNull String current,

            @NotNull @com.fasterxml.jackson.annotation.JsonProperty("new")
            String replacement) {}

    /**
     * Asked for again, because there is no way back.
     *
     * @param password the present one
     */
    @Serdeable
    @Schema(name = "Confirmation")
    record Confirmation(@NotNull String password) {}

    @Get
    @Operation(summary = "Who am I")
    AccountJson me(@Caller Actor actor) {
        return AccountJson.of(accounts.me(actor));
    }

    @Patch
    @Operation(summary = "Change my name or language")
    @ApiResponse(responseCode = "200", description = "The account as it is now")
    @ApiResponse(responseCode = "422", description = "A field is refused")
    AccountJson change(@Caller Actor actor, @Valid @Body Change change) {
        return AccountJson.of(accounts.update(actor, change.displayName(), locale(change.locale())));
    }

    private static @Nullable Locale locale(@Nullable String tag) {
        if (tag == null || tag.isEmpty()) {
            return tag == null ? null : Locale.ROOT;
        }
        if (tag.length() > LONGEST_TAG) {
            throw new Problem.Refused("locale", "length: " + tag.length() + " (expected: 0.." + LONGEST_TAG + ")");
        }
        try {
            return new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException e) {
            throw new Problem.Refused("locale", "is not a language tag (expected: en, pt-BR, …)");
        }
    }

    @Post("/password")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change my password", description = "Ends all other sessions.")
    @ApiResponse(responseCode = "204", description = "Changed")
    @ApiResponse(responseCode = "403", description = "The current password is wrong")
    @ApiResponse(responseCode = "422", description = "The new one is weak")
    @ApiResponse(responseCode = "429", description = "Too many attempts")
    void changePassword(@Caller Actor actor, @Valid @Body PasswordChange change) {
        accounts.changePassword(actor, change.current(), change.replacement());
    }

    @Delete
    @Operation(summary = "Delete my account", description = "Messages stay, without a name.")
    @ApiResponse(responseCode = "204", description = "Deleted; signed out everywhere")
    @ApiResponse(responseCode = "403", description = "The password is wrong")
    @ApiResponse(responseCode = "409", description = "It still owns rooms")
    MutableHttpResponse<?> delete(HttpRequest<?> request, @Caller Actor actor, @Valid @Body Confirmation confirmation) {
        accounts.delete(actor, confirmation.password());
        return HttpResponse.noContent().cookie(cookies.cleared(request));
    }
}
