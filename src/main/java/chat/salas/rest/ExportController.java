package chat.salas.rest;

import chat.salas.kernel.Actor;
import chat.salas.message.Export;
import chat.salas.message.HistoryPage;
import chat.salas.web.Caller;
import chat.salas.web.MessageJson;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** A room's whole history as a file. */
@Controller("/api/rooms/{slug}/export")
@ExecuteOn(TaskExecutors.VIRTUAL)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Messages")
class ExportController {
    private static final MediaType NDJSON = MediaType.of("application/x-ndjson");

    private final Export history;

    ExportController(Export history) {
        this.history = history;
    }

    @Get(produces = "application/x-ndjson")
    @Operation(
            summary = "Export the history",
            description =
                    "For admins: every message that stands, ascending, one JSON object a line. Breaks off when the"
                            + " right to it ends meanwhile.")
    @ApiResponse(
            responseCode = "200",
            description = "Messages, one a line",
            content =
                    @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = MessageJson.class)))
    HttpResponse<StreamedFile> export(@Caller Actor actor, @PathVariable String slug) {
        HistoryPage first = history.begin(actor, slug);
        StreamedFile file = new StreamedFile(new PagedExport(first, seq -> history.after(actor, slug, seq)), NDJSON);
        return HttpResponse.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + slug + ".ndjson\"");
    }
}
