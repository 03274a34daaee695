package chat.salas.rest;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document that the compiler made, as it is and as a page. Made when somebody asks first. */
@Singleton
class Docs {
    private static final String DOCUMENT = "/META-INF/swagger/openapi.yml";
    private static final String STYLE = "/chat/salas/rest/docs.css";

    private final String yaml = resource(DOCUMENT);
    private final String style = resource(STYLE);
    private final String html;

    Docs() {
        Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        html = new DocsPage(new ApiModel(document), style).html();
    }

    String yaml() {
        return yaml;
    }

    String html() {
        return html;
    }

    /** Base64 of the SHA-256 of the page's only style element. */
    String styleHash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String path) {
        try (InputStream in = Objects.requireNonNull(Docs.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
