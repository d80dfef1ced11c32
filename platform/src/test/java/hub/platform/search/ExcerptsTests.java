package hub.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.search.Search.Part;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is shown of a text, and which words are marked in it. */
class ExcerptsTests {
    private final WordAnalyzer analyzer = new WordAnalyzer();
    private final Excerpts excerpts = new Excerpts(analyzer);

    private List<Part> text(String text, String typed) {
        return excerpts.text(text, WordQuery.of(typed, analyzer).query());
    }

    private static String all(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    private static List<String> marked(List<Part> parts) {
        return parts.stream().filter(Part::marked).map(Part::text).toList();
    }

    @Test
    void theWordsAreMarkedInEachOfTheirForms() {
        assertThat(marked(text("He settled. Settling takes bedtimes.", "settle bedt")))
                .containsExactly("settled", "Settling", "bedtimes");
        assertThat(marked(text("Ask O’Brien’s son", "obrien")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("O’Brien");
        assertThat(marked(text("Quiet bedtimes", "bedtmies"))).containsExactly("bedtimes");
        assertThat(marked(text("At home. A home at night.", "\"at night\""))).containsExactly("at", "night");
    }

    @Test
    void onlyTheTitlesWordsAreMarkedInTheTitle() {
        List<Part> title = excerpts.title(
                "Sleep. And school", WordQuery.of("sleep uniforms", analyzer).query());
        assertThat(all(title)).isEqualTo("Sleep. And school");
        assertThat(marked(title)).containsExactly("Sleep");
    }

    @Test
    void signsAreLeftForTheTemplateToEscape() {
        assertThat(all(text("<script>alert('sleep')</script> & more", "sleep")))
                .isEqualTo("<script>alert('sleep')</script> & more");
    }

    @Test
    void ofALongTextTheSentenceIsShownAndOfALongSentenceAPart() {
        String long1 =
                "Something else is said here. ".repeat(50) + "Here is wolfsbane at last. " + "And so on. ".repeat(50);
        assertThat(all(text(long1, "wolfsbane")))
                .contains("wolfsbane")
                .startsWith("… ")
                .endsWith(" …")
                .hasSizeLessThan(400);
        String endless = "word ".repeat(2_000) + "wolfsbane " + "word ".repeat(2_000);
        assertThat(all(text(endless, "wolfsbane"))).contains("wolfsbane").hasSizeLessThan(400);
        assertThat(all(text("x".repeat(50_000), "wolfsbane"))).hasSizeLessThan(400);
    }

    @Test
    void ofHtmlTheTextIsLeftWithALineForEachBlock() {
        String plain = PlainText.ofHtml(
                "<p>One <em>two</em></p>\n\n<ul>\n<li>three &amp; four</li>\n</ul>\n<p>five<br />six</p>");
        assertThat(plain).isEqualTo("One two\nthree & four\nfive\nsix");
        assertThat(all(text(plain, "three"))).isEqualTo(plain);
    }

    @Test
    void withoutAWordOfItTheBeginningIsShown() {
        assertThat(all(text("The beginning. " + "More of it. ".repeat(100), "wolfsbane")))
                .startsWith("The beginning.");
        assertThat(text("", "wolfsbane")).isEmpty();
    }
}
