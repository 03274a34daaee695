package chat.salas.mail;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What all our letters look like: a heading, a few sentences, one button with its link, and a closing line. Everything is
 * escaped here, so that nobody's words become markup.
 *
 * @param heading also the subject
 * @param sentences plain text, one paragraph each
 * @param action what the button says
 * @param url absolute, http or https
 * @param closing in small print
 */
public record Stationery(String heading, List<String> sentences, String action, String url, String closing) {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><title>%s</title></head>
            <body style="margin:0;padding:24px 12px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;line-height:1.5">
            <div style="max-width:32rem;margin:0 auto">
            <h1 style="font-size:1.3rem;line-height:1.3;margin:0 0 16px">%s</h1>
            %s
            <p style="margin:24px 0"><a href="%s" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1d5fd0;color:#ffffff;text-decoration:none;font-weight:600">%s</a></p>
            <p style="margin:0 0 16px;font-size:.875rem;word-break:break-all"><a href="%s">%s</a></p>
            <p style="margin:0;font-size:.875rem;opacity:.75">%s</p>
            </div></body></html>
            """;

    /** @throws IllegalArgumentException when the link leads anywhere but to a web page */
    public Stationery {
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            throw new IllegalArgumentException("a link that is none");
        }
        sentences = List.copyOf(sentences);
    }

    /** The letter to one address. */
    public Letter to(String address, Phrases phrases) {
        return new Letter(address, heading, text(), html(phrases.tag()));
    }

    private String text() {
        return Lines.one(heading) + "\n\n" + String.join("\n\n", sentences) + "\n\n" + action + ":\n" + url + "\n\n"
                + closing + "\n";
    }

    private String html(String language) {
        String title = escaped(Lines.one(heading));
        String link = escaped(url);
        String paragraphs = sentences.stream()
                .map(sentence -> "<p style=\"margin:0 0 12px\">" + escaped(sentence) + "</p>")
                .collect(Collectors.joining("\n"));
        return PAGE.formatted(language, title, title, paragraphs, link, escaped(action), link, link, escaped(closing));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
