package chat.salas.mail;

import chat.salas.kernel.StartRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where mail is handed over, from {@code smtp://user:password@host:587?from=Salas <salas@example.org>} or {@code smtps://}.
 * User, password and the rest are percent-encoded. Does not print what it knows.
 *
 * @param secure TLS from the first byte (smtps); otherwise STARTTLS
 * @param mustEncrypt refuses a server that offers no STARTTLS
 */
record SmtpServer(
        String host,
        int port,
        boolean secure,
        boolean mustEncrypt,
        @Nullable Login login,
        Sender from) {
    private static final int SMTP = 587;
    private static final int SMTPS = 465;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");
    private static final String EXPECTED =
            "SALAS_SMTP_URL cannot be read (expected: smtp://user:password@host:587?from=salas@example.org, with"
                    + " everything percent-encoded, or smtps://).";

    /** What proves to the server who we are. */
    record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login";
        }
    }

    /** Whom mails come from. */
    record Sender(String address, String name) {}

    /** @throws StartRefused that does not repeat the text, as it holds a password */
    static SmtpServer parse(String text) {
        try {
            return of(new URI(text.strip()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new StartRefused(EXPECTED);
        }
    }

    private static SmtpServer of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || !(scheme.equals("smtp") || scheme.equals("smtps"))) {
            throw new IllegalArgumentException();
        }
        boolean secure = scheme.equals("smtps");
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? SMTPS : SMTP;
        Map<String, String> options = options(uri.getRawQuery());
        Login login = login(uri.getRawUserInfo());
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        boolean must = login != null && !HERE.contains(bare) && !"optional".equals(options.get("starttls"));
        return new SmtpServer(bare, port, secure, must, login, sender(options.get("from"), login, bare));
    }

    private static Map<String, String> options(@Nullable String query) {
        Map<String, String> options = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            options.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return options;
    }

    private static @Nullable Login login(@Nullable String info) {
        if (info == null || info.isEmpty()) {
            return null;
        }
        String[] parts = info.split(":", 2);
        return new Login(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
    }

    /** A plus is a plus here, as in an address. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Sender sender(@Nullable String from, @Nullable Login login, String host) {
        String text = from != null
                ? from.strip()
                : login != null && login.user().contains("@") ? login.user() : "salas@" + host;
        int bracket = text.indexOf('<');
        if (bracket >= 0 && text.endsWith(">")) {
            return checked(text.substring(bracket + 1, text.length() - 1), text.substring(0, bracket));
        }
        return checked(text, "Salas");
    }

    private static Sender checked(String address, String name) {
        try {
            new Letter(address.strip(), "", "", "");
        } catch (chat.salas.kernel.Problem e) {
            throw new StartRefused(
                    "SALAS_SMTP_URL: from is not an e-mail address (expected: ?from=salas@example.org).");
        }
        return new Sender(address.strip(), Lines.one(name));
    }

    /** What our own name is in the greeting, so that this machine's stays its own. */
    String greeting() {
        return from.address().substring(from.address().lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "SmtpServer[" + host + ":" + port + "]";
    }
}
