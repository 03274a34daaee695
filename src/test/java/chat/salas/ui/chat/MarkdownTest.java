package chat.salas.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    @BeforeAll
    static void warmUp() {
        for (int i = 0; i < 200; i++) {
            Markdown.html("**a** [b](https://c.example) `d`\n> e\n- f\n[[[[ **** >>>>" + i);
        }
    }

    @Test
    void rendersWhatPeopleUse() {
        assertThat(Markdown.html("**bold** _italic_ ~~gone~~ `code`"))
                .isEqualTo("<p><strong>bold</strong> <em>italic</em> <del>gone</del> <code>code</code></p>\n");
        assertThat(Markdown.html("- a\n- b")).contains("<ul>", "<li>a</li>", "<li>b</li>");
        assertThat(Markdown.html("3. a\n4. b")).contains("<ol start=\"3\">");
        assertThat(Markdown.html("> said")).contains("<blockquote>");
        assertThat(Markdown.html("```java\nint a = 1 < 2;\n```"))
                .contains("<pre tabindex=\"0\"><code>int a = 1 &lt; 2;");
    }

    @Test
    void keepsLineBreaks() {
        assertThat(Markdown.html("one\ntwo")).isEqualTo("<p>one<br>two</p>\n");
    }

    @Test
    void doesNotMakeHeadingsOrRules() {
        assertThat(Markdown.html("# 1 for the win\n\n---\n\nand    spaces")).doesNotContain("<h1", "<hr");
    }

    @Test
    void linksOpenElsewhereAndTellNothing() {
        Document page = Jsoup.parse(Markdown.html("[here](https://example.org/a?b=c&d) and https://example.net"));
        assertThat(page.select("a[href]")).hasSize(2).allSatisfy(link -> {
            assertThat(link.attr("rel")).isEqualTo("noopener noreferrer nofollow");
            assertThat(link.attr("target")).isEqualTo("_blank");
        });
        assertThat(page.select("a").eachAttr("href"))
                .containsExactly("https://example.org/a?b=c&d", "https://example.net");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<iframe srcdoc='<script>alert(1)</script>'>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\nscript:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](\u0001javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:msgbox)",
                "[x](file:///etc/passwd)",
                "[x](//evil.example/a)",
                "[x](/api/logout)",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))",
                "![x](https://evil.example/track.png)",
                "[x](https://a.example \"onmouseover=alert(1)\")",
                "[x](https://a.example/\"onmouseover=\"alert(1))",
                "[x]: javascript:alert(1)\n\n[x]",
                "```\"><script>alert(1)</script>\na\n```",
                "`<script>alert(1)</script>`",
                "> <style>*{display:none}</style>",
                "<a href=https://a.example onclick=alert(1) style=position:fixed>x</a>",
                "\u202Etxt.exe\u202C <b>x</b>",
                "<p class=\"tools\" data-a=delete id=m1>x</p>",
            })
    void hostileTextIsInert(String text) {
        Document page = Jsoup.parse(Markdown.html(text));
        assertThat(page.select("script,img,svg,iframe,style,object,form,input,button,math"))
                .isEmpty();
        assertThat(page.body().getAllElements())
                .allSatisfy(element -> assertThat(element.attributes().asList())
                        .allSatisfy(attribute -> assertThat(attribute.getKey())
                                .isIn("href", "rel", "target", "dir", "start", "tabindex")));
        assertThat(page.select("a[href]").eachAttr("href"))
                .allSatisfy(href -> assertThat(href).matches("(https?://|mailto:).*"));
        assertThat(page.text()).doesNotContain("\u202E");
    }

    @Test
    void imagesBecomeLinks() {
        assertThat(Markdown.html("![logo](https://example.org/a.png)"))
                .contains("href=\"https://example.org/a.png\"")
                .doesNotContain("<img");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "]",
                "*",
                "**",
                "_",
                "`",
                "~",
                "~~",
                ">",
                "> ",
                "- ",
                "* ",
                "1. ",
                "![",
                "[a](",
                "<",
                "&",
                "*a ",
                "**x ",
                "_a*b",
                "[[a]",
                "](",
                "\\",
                "a**b",
                "`a``",
                "http://a",
                "<a",
                "~~~\n",
                "```\n",
                "> - ",
                "\t",
                "*a_b",
                "\n>",
                "[a]: ",
                "www.",
                "a@b.c ",
                "mailto:"
            })
    @Timeout(10) // milliseconds, unless the time grows with more than the length
    void pathologicalTextIsRendered(String piece) {
        String text = piece.repeat(8_000 / piece.length());
        assertThat(Markdown.make(text)).hasSizeLessThan(200_000);
    }

    @Test
    void deepNestingIsShownAsTyped() {
        String text = "*a **b ".repeat(200) + "x" + "** *".repeat(200);
        assertThat(Jsoup.parse(Markdown.html(text)).text()).startsWith("*a **b");
    }

    @Test
    void quotesAreOneLineOfWords() {
        assertThat(Markdown.words("**Hi** [you](https://a.example)\n\n- one", 60))
                .isEqualTo("Hi \"you\" (https://a.example) one");
        assertThat(Markdown.words("😀".repeat(100), 20)).hasSize(19).endsWith("😀…");
    }
}
