package hub.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import hub.platform.refusals.Rejected;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class MarkdownTests {
    private static final Markdown MARKDOWN = new Markdown();

    @BeforeAll
    static void warm() {
        post("warm");
    }

    @Test
    void whatCarersUseIsRendered() {
        assertThat(
                        post(
                                "Nobody *sleeps* **here**.\nNext line\n\n- one\n- two\n\n3. three\n4. four\n\n> said\n\n`code`"))
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

    /** What people paste, and the HTML of it, line by line. */
    private static Stream<Arguments> pastes() {
        return Stream.of(
                arguments(
                        "a letter from Word",
                        "Dear Carol,\n\n\tThank you for  coming.\n\nKind regards,\nPriya\n--\nFostering team",
                        "<p>Dear Carol,</p>\n<p>____Thank you for_ coming.</p>\n<p>Kind regards,<br />\nPriya<br />\n--<br />\nFostering team</p>\n"),
                arguments(
                        "an answer to a mail",
                        "> he said\nand I said\n>> older\n> old\nmine",
                        "<blockquote>\n<p>he said</p>\n</blockquote>\n<p>and I said</p>\n<blockquote>\n<blockquote>\n<p>older</p>\n</blockquote>\n<p>old</p>\n</blockquote>\n<p>mine</p>\n"),
                arguments(
                        "a mail from Outlook",
                        "> From: Priya <priya@example.org>\n> Sent: Monday\n>\n> Dear all\n\nThanks",
                        "<blockquote>\n<p>From: Priya &lt;priya@example.org&gt;<br />\nSent: Monday</p>\n<p>Dear all</p>\n</blockquote>\n<p>Thanks</p>\n"),
                arguments(
                        "a chat from WhatsApp",
                        "[12/03/2026, 09:15:02] Mum: yes\n[12/03/2026, 09:16:40] Dad: no <Media omitted>",
                        "<p>[12/03/2026, 09:15:02] Mum: yes<br />\n[12/03/2026, 09:16:40] Dad: no &lt;Media omitted&gt;</p>\n"),
                arguments(
                        "a timetable with an empty cell",
                        "Week 1\n\tMon\tTue\tWed\n9am\tMaths\t\tArt",
                        "<p>Week 1</p>\n<table><tbody><tr><td></td><td>Mon</td><td>Tue</td><td>Wed</td></tr><tr><td>9am</td><td>Maths</td><td></td><td>Art</td></tr></tbody></table>"),
                arguments(
                        "an address",
                        "Family hub\n12 High Street\n\tMarlow\nSL7 1AA",
                        "<p>Family hub<br />\n12 High Street<br />\n____Marlow<br />\nSL7 1AA</p>\n"),
                arguments(
                        "a poem",
                        "The moon\n    is out\n  and *bright*\n\n* * *\n\nGood night",
                        "<p>The moon<br />\n____is out<br />\n__and <em>bright</em></p>\n<p>* * *</p>\n<p>Good night</p>\n"),
                arguments(
                        "years", "2024. was hard\n2025. was better", "<p>2024. was hard<br />\n2025. was better</p>\n"),
                arguments("a number", "He is\n14. and tall", "<p>He is<br />\n14. and tall</p>\n"),
                arguments(
                        "numbers out of order", "3. a\n1. b\n1. c", "<p>3. a</p>\n<ol><li>b</li></ol>\n<p>1. c</p>\n"),
                arguments(
                        "a list and thanks",
                        "- bread\n- milk\nThanks",
                        "<ul><li>bread</li><li>milk</li></ul>\n<p>Thanks</p>\n"),
                arguments("a dash alone", "- bread\nThanks", "<p>- bread<br />\nThanks</p>\n"),
                arguments(
                        "a list in a list",
                        "1. one\n  - a\n  - b\n2. two",
                        "<ol><li>one\n<ul><li>a</li><li>b</li></ul>\n</li><li>two</li></ol>\n"),
                arguments("who said what", "[Mum]: yes\n[Dad]: no", "<p>[Mum]: yes<br />\n[Dad]: no</p>\n"),
                arguments("who said what, alone", "[Mum]: yes", "<p>[Mum]: yes</p>\n"),
                arguments(
                        "lines",
                        "Foo\n---\nBar\n______\n***\n===",
                        "<p>Foo<br />\n---<br />\nBar<br />\n______<br />\n***<br />\n===</p>\n"),
                arguments("hashes", "# Monday\n# Tuesday", "<p># Monday<br />\n# Tuesday</p>\n"),
                arguments(
                        "signs",
                        "C:\\*x* \\_o_/ &amp; 2*3*4 s**t and s**t >:-(\n>:-(\n~~~\n```",
                        "<p>C:\\<em>x</em> \\<em>o</em>/ &amp;amp; 2*3*4 s**t and s**t &gt;:-(<br />\n&gt;:-(<br />\n~~~<br />\n```</p>\n"),
                arguments("what is no link", "[yes](no) ![](x.png)", "<p>[yes](no) ![](x.png)</p>\n"),
                arguments(
                        "code",
                        "```\n- a\n  [b]: c\n```\nafter",
                        "<pre><code>- a\n  [b]: c\n</code></pre>\n<p>after</p>\n"),
                arguments(
                        "web addresses",
                        "See https://example.org/a_b_c?d and www.example.org.",
                        "<p>See <a href=\"https://example.org/a_b_c?d\" rel=\"nofollow noopener\">https://example.org/a_b_c?d</a> and <a href=\"http://www.example.org\" rel=\"nofollow noopener\">www.example.org</a>.</p>\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pastes")
    void whatIsPastedIsShownAsItIsMeant(String what, String text, String html) {
        // In the table above an underline stands for a space that does not break.
        String shown = post(text)
                .replace('\u00A0', '_')
                .replace("&#64;", "@")
                .replace("&#43;", "+")
                .replace("&#61;", "=")
                .replace("&#96;", "`");
        assertThat(shown).as(what).isEqualTo(html);
    }

    @Test
    void noLetterDisappearsWhateverSignsStandAroundIt() {
        String[] signs = {
            "> ", ">", "- ", "* ", "+ ", "1. ", "2. ", "7) ", "[", "]", "]: ", "!", "(", ")", "```\n", "```", "~~~\n",
            "`", "\t", "    ", " ", "\n", "\n\n", "<", ">", "*", "**", "_", "\\", "&", ";", "# ", "---", "===", "\"",
            "@", ":", "|"
        };
        Random random = new Random(12);
        for (int run = 0; run < 3_000; run++) {
            StringBuilder text = new StringBuilder();
            StringBuilder letters = new StringBuilder();
            for (int i = 0; i < 14; i++) {
                text.append(signs[random.nextInt(signs.length)]);
                if (random.nextBoolean()) {
                    char letter = (char) ('A' + i);
                    text.append(letter);
                    letters.append(letter);
                }
            }
            assertThat(post(text.toString())
                            .replaceAll("<[^>]*>|&[#0-9a-z]+;", "")
                            .replaceAll("[^A-Z]", ""))
                    .as(text.toString())
                    .isEqualTo(letters.toString());
        }
    }

    @Test
    void anArticleShowsAnIndentedLineAsAParagraphAndAFenceAsCode() {
        assertThat(article("Dear Carol,\n\n\tThank you\n\n    and yours\n\n```\ncode\n```"))
                .isEqualTo("<p>Dear Carol,</p>\n<p>Thank you</p>\n<p>and yours</p>\n<pre><code>code\n</code></pre>\n");
    }

    @Test
    void anArticleReadsRulesAndHeadingsAlwaysTheSame() {
        assertThat(article("* * *\n\nFoo\n---\n\n[a]: /x\n\n[a]"))
                .isEqualTo("<hr />\n<h2>Foo</h2>\n<p>[a]: /x</p>\n<p>[a]</p>\n");
        assertThat(article("> - [a]: /x\n\n[l](https://example.org) [a]")).contains("[a]: /x", ">l</a>", " [a]</p>");
    }

    @Test
    void aReferenceIsNotExpanded() {
        String text = "[a]: /" + "x".repeat(5_000) + "\n\n" + "[a]".repeat(4_900);
        for (String html : List.of(post(text), article(text))) {
            assertThat(html).hasSizeLessThan(2 * text.length()).contains("[a]: /xxx", "[a][a]");
        }
    }

    @Test
    void aTextThatWouldBeManyTimesAsLongShownIsRefused() {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> post(">>>>>>>>a\n\n".repeat(1_800)))
                .satisfies(refused ->
                        assertThat(refused.is(TextRefusal.TOO_MUCH_TO_SHOW)).isTrue());
    }

    @Test
    void anErrorOfTheRendererIsAFailureAndNotSilence() {
        for (Error planted : List.of(new StackOverflowError("planted"), new OutOfMemoryError("planted"))) {
            Mono<String> rendered = Markdown.rendered("text", text -> {
                throw planted;
            });
            assertThatIllegalStateException()
                    .isThrownBy(() -> rendered.block(Duration.ofSeconds(10)))
                    .withCause(planted);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "![",
                "(",
                "*",
                "_",
                "`",
                "> ",
                "- ",
                "<",
                "[x](",
                "*a **b ",
                "&",
                "\\[",
                "[a][",
                "1. ",
                "1. a\n",
                "\t",
                "a\tb\n",
                ">",
                "> a\nb\n",
                "```\n",
                "https://a.b ",
                "  "
            })
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
