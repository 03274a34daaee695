package chat.salas.rest;

import chat.salas.kernel.Actor;
import chat.salas.message.HistoryPage;
import chat.salas.message.Messages;
import chat.salas.message.SearchPage;
import chat.salas.web.Caller;
import chat.salas.web.DraftJson;
import chat.salas.web.MessageBytes;
import chat.salas.web.MessageJson;
import chat.salas.web.SealedJson;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said in a room. */
@Controller("/api/rooms/{slug}/messages")
@ExecuteOn(TaskExecutors.VIRTUAL)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Messages")
class MessagesController {
    private final Messages messages;

    MessagesController(Messages messages) {
        this.messages = messages;
    }

    /**
     * A page of history.
     *
     * @param messages ascending by seq
     * @param hasMore whether there are more in the direction that was asked for
     */
    @Serdeable
    @Schema(name = "MessagePage")
    record MessagePage(List<MessageJson> messages, boolean hasMore) {}

    /**
     * New words.
     *
     * @param text 1 to 8,000 characters after trimming
     * @param sealed only in rooms that are encrypted end to end
     */
    @Serdeable
    @Schema(name = "MessageEdit")
    record MessageEdit(@Nullable String text, @Nullable SealedJson sealed) {}

    /**
     * What was found.
     *
     * @param messages newest first
     * @param next give it as before to go on; null when there is no more
     */
    @Serdeable
    @Schema(name = "SearchPage")
    record Found(
            List<MessageJson> messages,
            boolean hasMore,
            @Nullable Long next) {
        static Found of(SearchPage page) {
            return new Found(page.messages().stream().map(MessageJson::of).toList(), page.hasMore(), page.next());
        }
    }

    @Get("/search")
    @Operation(
            summary = "Search the room's messages",
            description =
                    "All words must occur, whatever their case and accents; parts of words are found too. Newest first."
                            + " From leaves out that many; before goes on below a message and is the faster way to page.")
    @ApiResponse(responseCode = "422", description = "The room is encrypted end to end")
    Found search(
            @Caller Actor actor,
            @PathVariable String slug,
            @QueryValue String q,
            @Nullable @QueryValue Long before,
            @QueryValue(defaultValue = "0") int from,
            @QueryValue(defaultValue = "50") int limit) {
        return Found.of(messages.search(actor, slug, q, before, from, limit));
    }

    @Get
    @Operation(summary = "Read a page of history", description = "Without before and after the newest messages.")
    @ApiResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MessagePage.class)))
    @ApiResponse(responseCode = "400", description = "Limit outside 1..200, or both before and after")
    byte[] history(
            @Caller Actor actor,
            @PathVariable String slug,
            @Nullable @QueryValue Long before,
            @Nullable @QueryValue Long after,
            @QueryValue(defaultValue = "50") int limit) {
        HistoryPage page = messages.history(actor, slug, before, after, limit);
        return MessageBytes.page(page.messages(), page.hasMore());
    }

    @Get("/{seq}")
    @Operation(summary = "Read one message")
    MessageJson get(@Caller Actor actor, @PathVariable String slug, @PathVariable String seq) {
        return MessageJson.of(messages.get(actor, slug, PathId.of(seq)));
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(
            summary = "Send a message",
            description =
                    "Answers once it is on disk. The same id again stores nothing and answers with the first one.")
    @ApiResponse(responseCode = "201", description = "The stored message")
    @ApiResponse(responseCode = "409", description = "The id is that of somebody else's message")
    @ApiResponse(responseCode = "422", description = "Not a text that the room takes, or replyTo is no message")
    @ApiResponse(responseCode = "429", description = "Over the room's limit of messages a minute")
    MessageJson send(@Caller Actor actor, @PathVariable String slug, @Body DraftJson draft) {
        return MessageJson.of(messages.send(actor, slug, draft.parse()));
    }

    @Patch("/{seq}")
    @Operation(summary = "Edit an own message")
    @ApiResponse(responseCode = "403", description = "Somebody else wrote it")
    @ApiResponse(responseCode = "409", description = "It was deleted")
    MessageJson edit(@Caller Actor actor, @PathVariable String slug, @PathVariable String seq, @Body MessageEdit edit) {
        return MessageJson.of(messages.edit(actor, slug, PathId.of(seq), DraftJson.words(edit.text(), edit.sealed())));
    }

    @Delete("/{seq}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete an own message, or as an admin anybody's", description = "Its number stays.")
    @ApiResponse(responseCode = "204", description = "Its content is erased")
    void delete(@Caller Actor actor, @PathVariable String slug, @PathVariable String seq) {
        messages.delete(actor, slug, PathId.of(seq));
    }

    @Put("/{seq}/reactions/{emoji}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "React with an emoji", description = "At most 20 different ones a message.")
    @ApiResponse(responseCode = "204", description = "It is there")
    @ApiResponse(responseCode = "422", description = "Not one emoji, or too many different ones")
    void react(@Caller Actor actor, @PathVariable String slug, @PathVariable String seq, @PathVariable String emoji) {
        messages.react(actor, slug, PathId.of(seq), emoji, true);
    }

    @Delete("/{seq}/reactions/{emoji}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a reaction back")
    @ApiResponse(responseCode = "204", description = "It is not there")
    void takeBack(
            @Caller Actor actor, @PathVariable String slug, @PathVariable String seq, @PathVariable String emoji) {
        messages.react(actor, slug, PathId.of(seq), emoji, false);
    }
}
