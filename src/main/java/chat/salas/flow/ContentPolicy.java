package chat.salas.flow;

import com.vaadin.flow.server.VaadinResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Document;

/**
 * What the page may load and run: our own files, and inline what bears the page's nonce.
 *
 * <p>The client engine turns expressions from the server into functions, hence {@code unsafe-eval}; components set style
 * attributes and add style elements of their own, hence {@code unsafe-inline} for styles alone.
 */
final class ContentPolicy {
    private static final SecureRandom RANDOM = new SecureRandom();

    private ContentPolicy() {}

    static void apply(Document page, VaadinResponse response) {
        String nonce = nonce();
        page.select("script, style").attr("nonce", nonce);
        response.setHeader("Content-Security-Policy", policy(nonce));
        response.setHeader("Cache-Control", "no-store");
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String policy(String nonce) {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "media-src 'self' blob:",
                "connect-src 'self'",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }
}
