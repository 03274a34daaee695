package chat.salas.ui.chat;

import chat.salas.ui.Markup;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;

/**
 * What people write, as HTML that is safe to show: bold, italic, strikethrough, code, lists, quotes and links. Safe because
 * raw HTML is escaped, links lead to http, https and mailto only, images become links, and whatever comes out passes an
 * allow-list of tags and attributes once more. Nesting is bounded; deeper text is shown as it was typed.
 */
final class Markdown {
    private static final int DEEPEST_BLOCKS = 12;
    private static final int DEEPEST = 40;
    private static final Pattern OVERRIDES = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");
    private static final Set<Class<? extends Block>> BLOCKS =
            Set.of(BlockQuote.class, FencedCodeBlock.class, ListBlock.class);
    private static final Map<String, String> LINK =
            Map.of("rel", "noopener noreferrer nofollow", "target", "_blank", "dir", "auto");

    private static final List<Extension> EXTENSIONS =
            List.of(StrikethroughExtension.create(), AutolinkExtension.create());
    private static final Parser PARSER = Parser.builder()
            .postProcessor(Markdown::refuseDeep)
            .extensions(EXTENSIONS)
            .enabledBlockTypes(BLOCKS)
            .maxOpenBlockParsers(DEEPEST_BLOCKS)
            .build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new WebOnly())
            .softbreak("<br>")
            .attributeProviderFactory(context -> Markdown::attributes)
            .nodeRendererFactory(ImageAsLink::new)
            .build();
    private static final TextContentRenderer WORDS = TextContentRenderer.builder()
            .extensions(EXTENSIONS)
            .lineBreakRendering(LineBreakRendering.STRIP)
            .build();
    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "br", "strong", "em", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a")
            .addAttributes("a", "href", "rel", "target", "dir")
            .addAttributes("ol", "start")
            .addAttributes("pre", "tabindex")
            .addProtocols("a", "href", "http", "https", "mailto");
    private static final OutputSettings COMPACT =
            new OutputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.base);

    /** Some text takes tens of milliseconds: a room full of pages must not take that for each of them. */
    private static final Cache<String, String> MADE = Caffeine.newBuilder()
            .maximumWeight(4_000_000)
            .weigher((String text, String html) -> 200 + text.length() + html.length())
            .build();

    private static final Cache<Start, String> WORDS_MADE =
            Caffeine.newBuilder().maximumSize(2_000).build();

    private record Start(String text, int most) {}

    private Markdown() {}

    /** Safe HTML for {@code text}; made once for all pages that show it about now. */
    static String html(String text) {
        return MADE.get(text, Markdown::make);
    }

    static String make(String text) {
        String shown = withoutOverrides(text);
        try {
            return Jsoup.clean(HTML.render(PARSER.parse(shown)), "", ALLOWED, COMPACT);
        } catch (TooDeep refused) {
            return "<p>" + escape(shown).replace("\n", "<br>") + "</p>";
        }
    }

    /** The words alone in one line of at most {@code most} characters, for quotes and announcements. Not HTML. */
    static String words(String text, int most) {
        return WORDS_MADE.get(new Start(text, most), Markdown::makeWords);
    }

    private static String makeWords(Start of) {
        String text = of.text();
        int most = of.most();
        String start = withoutOverrides(text.substring(0, Math.min(text.length(), 4 * most)));
        return cut(plain(start).replaceAll("\\s+", " ").strip(), most);
    }

    /** For element content and for attributes in double quotes. */
    static String escape(String text) {
        return Markup.escape(text);
    }

    /** Without the invisible characters that make text read in another order than it is written. */
    static String withoutOverrides(String text) {
        return OVERRIDES.matcher(text).replaceAll("");
    }

    private static String plain(String text) {
        try {
            return WORDS.render(PARSER.parse(text));
        } catch (TooDeep refused) {
            return text;
        }
    }

    private static String cut(String words, int most) {
        if (words.length() <= most) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(most - 2)) ? most - 2 : most - 1;
        return words.substring(0, end).strip() + "…";
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link) {
            attributes.remove("title");
            attributes.putAll(LINK);
        } else if (tag.equals("pre")) {
            attributes.put("tabindex", "0");
        }
    }

    /** Without recursion, before anything recurses into what was parsed. */
    private static Node refuseDeep(Node document) {
        int depth = 0;
        for (Node node = document; node != null; ) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                if (++depth > DEEPEST) {
                    throw new TooDeep();
                }
                continue;
            }
            while (node != document && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == document ? null : node.getNext();
        }
        return document;
    }

    private static final class TooDeep extends RuntimeException {
        TooDeep() {
            super(null, null, false, false);
        }
    }

    /** Links to the web and to mail; anything else leads nowhere. */
    private static final class WebOnly implements UrlSanitizer {
        private static final Pattern SAFE = Pattern.compile("(?i)(https?://|mailto:)[^\\s\\p{Cntrl}]+");

        @Override
        public String sanitizeLinkUrl(String url) {
            return SAFE.matcher(url).matches() ? url : "";
        }

        @Override
        public String sanitizeImageUrl(String url) {
            return sanitizeLinkUrl(url);
        }
    }

    /** An image of elsewhere would tell its server who reads: it becomes a link. */
    private static final class ImageAsLink implements org.commonmark.renderer.NodeRenderer {
        private final org.commonmark.renderer.html.HtmlNodeRendererContext context;

        ImageAsLink(org.commonmark.renderer.html.HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node node) {
            String url = new WebOnly().sanitizeLinkUrl(((Image) node).getDestination());
            var html = context.getWriter();
            html.tag("a", url.isEmpty() ? Map.of() : with(url));
            html.text(url.isEmpty() ? "🖼" : "🖼 " + url);
            html.tag("/a");
        }

        private static Map<String, String> with(String url) {
            var attributes = new java.util.LinkedHashMap<String, String>(LINK);
            attributes.put("href", url);
            return attributes;
        }
    }
}
