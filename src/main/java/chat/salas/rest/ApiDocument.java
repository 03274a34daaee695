package chat.salas.rest;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What the OpenAPI document says of all calls; the compiler makes the document of this and of the controllers. */
@OpenAPIDefinition(
        info = @Info(title = "Salas", version = "v1", description = """
                                The REST interface of a Salas server. JSON in UTF-8, times as RFC 3339 in UTC with \
                                milliseconds, 64-bit ids as strings. Fields may be added to answers; requests with \
                                unknown fields are refused. Every failure is `application/problem+json` (RFC 9457), \
                                every answer bears `X-Request-Id`, 429 and 503 bear `Retry-After`. Calls that change \
                                something and show the session cookie need a same-origin `Origin`. Live events come over \
                                the WebSocket at `/ws` (subprotocol `salas.v1`). `history_cleared` and `history_trimmed` (what \
                                the room does not keep any longer) bear `upToSeq`: nothing up to there is left.""", license = @License(name = "Apache-2.0")),
        tags = {
            @Tag(name = "Accounts", description = "Sign-up, sign-in, profile, sessions, API tokens"),
            @Tag(name = "Rooms", description = "The directory of rooms, making and entering them"),
            @Tag(name = "Messages", description = "Sending, reading and changing what is said"),
        },
        security = {@SecurityRequirement(name = "token"), @SecurityRequirement(name = "session")})
@SecurityScheme(
        name = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An API token from `POST /api/tokens`")
@SecurityScheme(
        name = "session",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        paramName = "salas_session",
        description = "The cookie that signing in sets")
final class ApiDocument {
    private ApiDocument() {}
}
