package chat.salas.rest;

import chat.salas.account.Accounts;
import chat.salas.account.Sessions;
import chat.salas.account.SignUp;
import chat.salas.account.SignedIn;
import chat.salas.kernel.Actor;
import chat.salas.web.Actors;
import chat.salas.web.Caller;
import chat.salas.web.Devices;
import chat.salas.web.SessionCookie;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Signing up, in and out. */
@Controller("/api")
@ExecuteOn(TaskExecutors.VIRTUAL)
@Tag(name = "Accounts")
class SignInController {
    private final Accounts accounts;
    private final Sessions sessions;
    private final SessionCookie cookies;
    private final Devices devices;

    SignInController(Accounts accounts, Sessions sessions, SessionCookie cookies, Devices devices) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookies = cookies;
        this.devices = devices;
    }

    /**
     * Who wants an account.
     *
     * @param email at most 254 characters
     * @param password 10 to 200 characters, not one that is guessed first
     * @param displayName 1 to 80 characters; without one the address's local part
     * @param invite an invite's token, where registration is by invite only; signing up accepts it
     */
    @Serdeable
    @Schema(name = "Registration")
    record Registration(
            @NotNull String email,
            @NotNull String password,
            @Nullable String displayName,
            @Nullable String invite) {}

    /**
     * Who comes back.
     *
     * @param email the account's address
     * @param password its password
     * @param code the second factor's code, for accounts that have one
     */
    @Serdeable
    @Schema(name = "Login")
    record Login(
            @NotNull String email,
            @NotNull String password,
            @Nullable String code) {}

    @Post("/register")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @SecurityRequirements
    @Operation(summary = "Make an account and sign in", description = "The answer sets the session cookie.")
    @ApiResponse(responseCode = "201", description = "The account; signed in")
    @ApiResponse(responseCode = "403", description = "Registration is closed, or by invite only")
    @ApiResponse(responseCode = "409", description = "The address is taken, or the invite's room is full")
    @ApiResponse(responseCode = "410", description = "The invite has just ended")
    @ApiResponse(responseCode = "422", description = "A weak password, or a field that is refused")
    @ApiResponse(responseCode = "429", description = "Too many attempts")
    MutableHttpResponse<AccountJson> register(HttpRequest<?> request, @Valid @Body Registration wanted) {
        SignUp signUp = new SignUp(wanted.email(), wanted.password(), wanted.displayName(), wanted.invite());
        return begun(request, accounts.register(signUp, devices.of(request)), HttpStatus.CREATED);
    }

    @Post("/login")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @SecurityRequirements
    @Operation(summary = "Sign in", description = "The answer sets the session cookie.")
    @ApiResponse(responseCode = "200", description = "The account; signed in with a new session")
    @ApiResponse(responseCode = "401", description = "Unknown address or wrong password")
    @ApiResponse(responseCode = "429", description = "Too many attempts")
    MutableHttpResponse<AccountJson> login(HttpRequest<?> request, @Valid @Body Login login) {
        return begun(request, accounts.signIn(login.email(), login.password(), devices.of(request)), HttpStatus.OK);
    }

    /** A new session replaces the one that the browser had. */
    private MutableHttpResponse<AccountJson> begun(HttpRequest<?> request, SignedIn signedIn, HttpStatus status) {
        Actors.of(request)
                .filter(before -> before.credential() instanceof Actor.Credential.Session)
                .ifPresent(sessions::signOut);
        return HttpResponse.<AccountJson>status(status)
                .body(AccountJson.of(signedIn.account()))
                .cookie(cookies.of(request, signedIn.token()));
    }

    @Post("/logout")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "Sign out", description = "Ends the session, or the token, that the request shows.")
    @ApiResponse(responseCode = "204", description = "It is dead on the server")
    MutableHttpResponse<?> logout(HttpRequest<?> request, @Caller Actor actor) {
        sessions.signOut(actor);
        return HttpResponse.noContent().cookie(cookies.cleared(request));
    }
}
