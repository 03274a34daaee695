package chat.salas.rest;

import static chat.salas.rest.ApiModel.asMap;
import static chat.salas.rest.ApiModel.content;
import static chat.salas.rest.ApiModel.map;
import static chat.salas.rest.ApiModel.maps;
import static chat.salas.rest.ApiModel.text;

import chat.salas.rest.ApiModel.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Writes an OpenAPI document as one page of plain HTML, everything escaped. */
final class DocsPage {
    private final ApiModel api;
    private final String style;
    private final Parser markdown = Parser.builder().build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private final StringBuilder out = new StringBuilder(64_000);

    DocsPage(ApiModel api, String style) {
        this.api = api;
        this.style = style;
    }

    String html() {
        String title = escape(api.title()) + " API";
        out.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                .append(title)
                .append("</title><style>")
                .append(style)
                .append("</style></head><body><a class=\"skip\" href=\"#content\">Skip to content</a>");
        navigation();
        out.append("<main id=\"content\"><h1>").append(title).append("</h1>");
        markdown(api.description());
        out.append("<p>As a document: <a href=\"/openapi.yml\">openapi.yml</a></p>");
        security();
        api.operations().forEach(this::tag);
        schemas();
        return out.append("</main></body></html>").toString();
    }

    private void navigation() {
        out.append("<nav aria-label=\"Contents\">");
        api.operations().forEach((tag, operations) -> {
            out.append("<h2>").append(escape(tag)).append("</h2><ul>");
            for (Operation operation : operations) {
                out.append("<li><a href=\"#").append(operation.anchor()).append("\">");
                badge(operation);
                out.append("<span>")
                        .append(escape(
                                text(operation.body(), "summary").isEmpty()
                                        ? operation.path()
                                        : text(operation.body(), "summary")))
                        .append("</span></a></li>");
            }
            out.append("</ul>");
        });
        out.append("<h2><a href=\"#schemas\">Schemas</a></h2></nav>");
    }

    private void security() {
        out.append("<h2>Who calls</h2><dl class=\"schemes\">");
        api.securitySchemes().forEach((name, scheme) -> {
            out.append("<dt><code>").append(escape(name)).append("</code></dt><dd>");
            markdown(text(asMap(scheme), "description"));
            out.append("</dd>");
        });
        out.append("</dl>");
    }

    private void tag(String tag, List<Operation> operations) {
        out.append("<section><h2>").append(escape(tag)).append("</h2>");
        markdown(api.tagDescription(tag));
        operations.forEach(this::operation);
        out.append("</section>");
    }

    private void operation(Operation operation) {
        Map<String, Object> body = operation.body();
        out.append("<article id=\"").append(operation.anchor()).append("\"><h3>");
        badge(operation);
        out.append("<code>").append(escape(operation.path())).append("</code></h3><p><strong>");
        out.append(escape(text(body, "summary"))).append("</strong>");
        out.append(operation.secured() ? "" : " <span class=\"open\">open to anybody</span>")
                .append("</p>");
        markdown(text(body, "description"));
        parameters(maps(body, "parameters"));
        Map<String, Object> sent = content(map(body, "requestBody"));
        if (!sent.isEmpty()) {
            out.append("<p>Body: ").append(type(sent)).append("</p>");
            fields(resolve(sent));
        }
        responses(map(body, "responses"));
        out.append("</article>");
    }

    private void badge(Operation operation) {
        out.append("<b class=\"method ").append(operation.method()).append("\">");
        out.append(operation.method().toUpperCase(java.util.Locale.ROOT)).append("</b> ");
    }

    private void parameters(List<Map<String, Object>> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        head("Parameter", "Type", "");
        for (Map<String, Object> parameter : parameters) {
            row(text(parameter, "name"), text(parameter, "in") + ", " + type(map(parameter, "schema")), parameter);
        }
        out.append("</tbody></table>");
    }

    private void responses(Map<String, Object> responses) {
        head("Status", "Answer", "");
        responses.forEach((status, response) -> {
            Map<String, Object> schema = content(asMap(response));
            row(status, schema.isEmpty() ? "" : type(schema), asMap(response));
        });
        out.append("</tbody></table>");
    }

    private void schemas() {
        out.append("<section id=\"schemas\"><h2>Schemas</h2>");
        api.schemas().forEach((name, schema) -> {
            out.append("<article id=\"schema-").append(escape(name)).append("\"><h3><code>");
            out.append(escape(name)).append("</code></h3>");
            markdown(text(asMap(schema), "description"));
            fields(asMap(schema));
            out.append("</article>");
        });
        out.append("</section>");
    }

    private void fields(Map<String, Object> schema) {
        Map<String, Object> properties = map(schema, "properties");
        if (properties.isEmpty()) {
            return;
        }
        Object required = schema.get("required");
        head("Field", "Type", "");
        properties.forEach((name, property) -> {
            boolean must = required instanceof List<?> names && names.contains(name);
            row(name, type(asMap(property)) + (must ? "" : " <i>optional</i>"), asMap(property));
        });
        out.append("</tbody></table>");
    }

    private void head(String first, String second, String third) {
        out.append("<table><thead><tr><th scope=\"col\">").append(first).append("</th><th scope=\"col\">");
        out.append(second).append("</th><th scope=\"col\">").append(third.isEmpty() ? "Meaning" : third);
        out.append("</th></tr></thead><tbody>");
    }

    /** What the compiler wrote where nobody described an answer says nothing. */
    private static boolean isFiller(String description) {
        return description.matches("\\w+ \\d{3} response");
    }

    /** @param type HTML, already escaped */
    private void row(String name, String type, Map<String, Object> described) {
        out.append("<tr><td><code>")
                .append(escape(name))
                .append("</code></td><td>")
                .append(type)
                .append("</td><td>");
        String description = text(described, "description");
        markdown(isFiller(description) ? "" : description);
        out.append("</td></tr>");
    }

    private Map<String, Object> resolve(Map<String, Object> schema) {
        String reference = text(schema, "$ref");
        return reference.isEmpty() ? schema : map(api.schemas(), name(reference));
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String type(Map<String, Object> schema) {
        String reference = text(schema, "$ref");
        if (!reference.isEmpty()) {
            String name = escape(name(reference));
            return "<a href=\"#schema-" + name + "\">" + name + "</a>";
        }
        String type = text(schema, "type");
        if (type.equals("array")) {
            return "list of " + type(map(schema, "items"));
        }
        List<Map<String, Object>> all = maps(schema, "allOf");
        String plain = type.isEmpty() && !all.isEmpty() ? type(all.getFirst()) : escape(type);
        String format = text(schema, "format");
        return plain
                + (format.isEmpty() ? "" : " (" + escape(format) + ")")
                + (Objects.equals(schema.get("nullable"), true) ? " or null" : "");
    }

    private void markdown(String text) {
        out.append(renderer.render(markdown.parse(text)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
