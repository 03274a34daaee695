package chat.salas.testing;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server answered: status, headers, and the body as bytes, text or JSON (maps, lists and scalars). */
public final class Answer {
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final HttpResponse<byte[]> response;

    Answer(HttpResponse<byte[]> response) {
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    public String body() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    /** The names of all headers. */
    public Set<String> names() {
        return response.headers().map().keySet();
    }

    /** The body as an object. */
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable Object> json() {
        return (Map<String, @Nullable Object>) parse();
    }

    /** The body as a list of objects. */
    public List<Map<String, @Nullable Object>> list() {
        return objects(parse());
    }

    /** A field of the body that is a list of objects, such as {@code messages} or {@code errors}. */
    public List<Map<String, @Nullable Object>> list(String field) {
        return objects(required(field));
    }

    /** A text field of the body. */
    public String string(String field) {
        return (String) required(field);
    }

    /** A number field of the body. */
    public long number(String field) {
        return ((Number) required(field)).longValue();
    }

    /** The names of the fields that a problem complains about. */
    public List<String> badFields() {
        return list("errors").stream()
                .map(error -> String.valueOf(error.get("field")))
                .toList();
    }

    private Object required(String field) {
        Object value = json().get(field);
        if (value == null) {
            throw new AssertionError("no " + field + " in " + status() + " " + body());
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, @Nullable Object>> objects(Object list) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        ((List<Object>) list).forEach(item -> objects.add((Map<String, @Nullable Object>) item));
        return objects;
    }

    private Object parse() {
        try {
            return java.util.Objects.requireNonNull(JSON.readValue(response.body(), Object.class));
        } catch (IOException e) {
            throw new AssertionError("no JSON in " + status() + " " + body(), e);
        }
    }

    @Override
    public String toString() {
        return status() + " " + body();
    }
}
