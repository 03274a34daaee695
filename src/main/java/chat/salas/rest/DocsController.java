package chat.salas.rest;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** The OpenAPI document and the page that shows it; open to anybody. */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class DocsController {
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String CACHE = "public, max-age=300";

    private final Docs docs;

    DocsController(Docs docs) {
        this.docs = docs;
    }

    /** OpenAPI 3.0 as YAML. */
    @Get("/openapi.yml")
    @Produces({"application/yaml", MediaType.ALL})
    HttpResponse<String> document() {
        return HttpResponse.ok(docs.yaml())
                .contentType(MediaType.of("application/yaml;charset=utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, CACHE);
    }

    /** The document as a page without scripts. */
    @Get("/api/docs")
    @Produces({MediaType.TEXT_HTML, MediaType.ALL})
    HttpResponse<String> page() {
        return HttpResponse.ok(docs.html())
                .contentType(MediaType.of("text/html;charset=utf-8"))
                .header("Content-Security-Policy", POLICY.formatted(docs.styleHash()))
                .header(HttpHeaders.CACHE_CONTROL, CACHE);
    }
}
