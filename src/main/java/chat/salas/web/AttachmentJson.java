package chat.salas.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A file of a message on the wire; the size is in bytes, width and height in pixels. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AttachmentJson(
        String id,
        String filename,
        String mediaType,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean hasThumbnail) {}
