package chat.salas.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document, as far as a page shows it. Whatever is missing in it is empty here. */
final class ApiModel {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final Map<String, Object> document;

    ApiModel(Map<String, Object> document) {
        this.document = document;
    }

    /** One call. {@code secured}: whether one must be signed in. */
    record Operation(String method, String path, Map<String, Object> body, boolean secured) {
        /** Unique within the page, for links. */
        String anchor() {
            return (method + path).replaceAll("[^A-Za-z0-9]+", "-");
        }
    }

    String title() {
        return text(map(document, "info"), "title");
    }

    String description() {
        return text(map(document, "info"), "description");
    }

    /** The calls by tag, in the order of the document's tags. */
    Map<String, List<Operation>> operations() {
        Map<String, List<Operation>> byTag = new LinkedHashMap<>();
        maps(document, "tags").forEach(tag -> byTag.put(text(tag, "name"), new ArrayList<>()));
        map(document, "paths").forEach((path, item) -> {
            for (String method : METHODS) {
                Map<String, Object> body = map(asMap(item), method);
                if (!body.isEmpty()) {
                    byTag.computeIfAbsent(tag(body), _ -> new ArrayList<>())
                            .add(new Operation(method, path, body, isSecured(body)));
                }
            }
        });
        byTag.values().removeIf(List::isEmpty);
        return byTag;
    }

    /** An empty list of requirements opens a call that would otherwise need one of the document's. */
    private static boolean isSecured(Map<String, Object> operation) {
        return !(operation.get("security") instanceof List<?> none && none.isEmpty());
    }

    private static String tag(Map<String, Object> operation) {
        return operation.get("tags") instanceof List<?> tags && !tags.isEmpty() ? tags.getFirst() + "" : "Other";
    }

    String tagDescription(String name) {
        return maps(document, "tags").stream()
                .filter(tag -> text(tag, "name").equals(name))
                .map(tag -> text(tag, "description"))
                .findFirst()
                .orElse("");
    }

    Map<String, Object> schemas() {
        return map(map(document, "components"), "schemas");
    }

    Map<String, Object> securitySchemes() {
        return map(map(document, "components"), "securitySchemes");
    }

    /** The schema of a JSON body, or empty. */
    static Map<String, Object> content(Map<String, Object> holder) {
        Map<String, Object> types = map(holder, "content");
        return types.isEmpty() ? Map.of() : map(asMap(types.values().iterator().next()), "schema");
    }

    static Map<String, Object> map(Map<String, Object> holder, String key) {
        return asMap(holder.get(key));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> asMap(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    static List<Map<String, Object>> maps(Map<String, Object> holder, String key) {
        return holder.get(key) instanceof List<?> list
                ? list.stream().map(ApiModel::asMap).toList()
                : List.of();
    }

    static String text(Map<String, Object> holder, String key) {
        return Objects.toString(holder.get(key), "");
    }
}
