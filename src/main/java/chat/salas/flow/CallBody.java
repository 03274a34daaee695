package chat.salas.flow;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The body of a call from the page: whole, not too large, proper UTF-8. */
final class CallBody {
    private CallBody() {}

    /** @throws HttpStatusException 413 or 400 */
    static InputStream read(HttpRequest<?> request, InputStream body, int maxBytes) throws IOException {
        if (request.getContentLength() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        byte[] bytes = body.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        requireUtf8(bytes);
        return new ByteArrayInputStream(bytes);
    }

    private static void requireUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "body: no UTF-8");
        }
    }

    private static HttpStatusException tooLarge(int maxBytes) {
        return new HttpStatusException(
                HttpStatus.REQUEST_ENTITY_TOO_LARGE, "body: too large (expected: up to " + maxBytes + " bytes)");
    }
}
