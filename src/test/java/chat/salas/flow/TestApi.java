package chat.salas.flow;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Routes of somebody else. */
@Controller
@Requires(property = "flow.test")
@Secured(SecurityRule.IS_ANONYMOUS)
class TestApi {
    @Get("/api/thing")
    String thing() {
        return "{\"thing\":true}";
    }

    @Get(uri = "/plain/{name}", produces = MediaType.TEXT_PLAIN)
    String plain(String name) {
        return "plain " + name;
    }

    @Post("/only-post")
    String only() {
        return "{}";
    }
}
