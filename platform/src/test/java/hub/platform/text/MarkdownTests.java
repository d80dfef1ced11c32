package hub.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {
    private static final Markdown MARKDOWN = new Markdown();

    @BeforeAll
    static void warm() {
        post("warm");
    }

    @Test
    void whatCarersUseIsRendered() {
        assertThat(post("Nobody *sleeps* **here**.\nNext line\n\n- one\n- two\n\n3. three\n\n> said\n\n`code`"))
                .contains("<em>sleeps</em>", "<strong>here</strong>", "<br />\nNext line", "<li>one</li>")
                .contains("<ol start=\"3\">", "<blockquote>", "<code>code</code>");
    }

    @Test
    void aLinkLeadsOutWithoutPassingOnWhereFrom() {
        assertThat(post("[Advice](https://example.org/a?b=1&c=2)"))
                .contains("href=\"https://example.org/a?b&#61;1&amp;c&#61;2\"", "nofollow", "noopener", ">Advice</a>");
        assertThat(post("[Ring](tel:01632960123) [Write](mailto:help@example.org)"))
                .contains("href=\"tel:01632960123\"", "href=\"mailto:help&#64;example.org\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:msgbox(1))",
                "[x](file:///etc/passwd)",
                "<javascript:alert(1)>",
                "[x]: javascript:alert(1)\n\n[x]"
            })
    void aLinkThatDoesSomethingIsNoLink(String text) {
        assertThat(post(text))
                .doesNotContainIgnoringCase("href=\"javascript", "href=\"data", "href=\"vb", "href=\"file");
        assertThat(post(text)).doesNotContain("<a href");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "a <b onclick=\"x()\">b</b>",
                "<iframe src=\"https://example.org\"></iframe>",
                "<svg/onload=alert(1)>",
                "<!-- hidden -->",
                "<style>*{display:none}</style>",
                "<p style=\"position:fixed\">x</p>"
            })
    void htmlIsShownAsItWasTyped(String text) {
        String html = post(text);
        assertThat(html)
                .contains("&lt;")
                .doesNotContain("<script", "<img", "<iframe", "<svg", "<!--", "<style", "<b ", "<p style");
        String shown = html.replaceAll("</?p>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#61;", "=")
                .replace("&amp;", "&")
                .strip();
        assertThat(shown).isEqualTo(text);
    }

    @Test
    void aPictureBecomesItsWords() {
        assertThat(post("![A cat](https://example.org/cat.png)")).doesNotContain("<img", "cat.png");
    }

    @Test
    void headingsInAPostAreWordsAndInAnArticleHeadings() {
        assertThat(post("# Loud\n\nQuiet")).doesNotContain("<h1").contains("Loud", "<p>Quiet</p>");
        assertThat(article("## Part\n\nText")).contains("<h2>Part</h2>", "<p>Text</p>");
        assertThat(article("<script>x</script>\n\n[x](javascript:y)")).doesNotContain("<script", "href=\"javascript");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "![", "(", "*", "_", "`", "> ", "- ", "<", "[x](", "*a **b ", "&", "\\[", "[a][", "1. "})
    void aHostileTextIsRenderedWithinASecond(String piece) {
        String text = piece.repeat(20_000 / piece.length());
        long before = System.nanoTime();
        String html = post(text);
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertThat(took).as(piece).isLessThan(Duration.ofSeconds(1));
        assertThat(html).isNotNull();
    }

    @Test
    void nestedBracketsThatCloseAreRenderedWithinASecond() {
        for (String text : new String[] {
            "[".repeat(10_000) + "]".repeat(10_000),
            "[x](".repeat(3_000) + ")".repeat(3_000),
            "*".repeat(10_000) + "a" + "*".repeat(9_999),
            "> ".repeat(9_000) + "deep",
            ("- ".repeat(50) + "x\n").repeat(190)
        }) {
            long before = System.nanoTime();
            post(text);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .as(text.substring(0, 8))
                    .isLessThan(Duration.ofSeconds(1));
        }
    }

    private static String post(String text) {
        return Objects.requireNonNull(MARKDOWN.post(text).block(Duration.ofSeconds(30)));
    }

    private static String article(String text) {
        return Objects.requireNonNull(MARKDOWN.article(text).block(Duration.ofSeconds(30)));
    }
}
