package hub.platform.web.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fragment that differs in its texts alone is rendered once, and the texts are put in as what they are. */
public class FillTests {
    private static final AtomicInteger RENDERED = new AtomicInteger();

    private final TestTemplates templates = new TestTemplates(false);

    record Who(String name) {}

    record Note(
            String id,
            String title,
            boolean loud,
            @Nullable Who who,
            String html,
            String href,
            String aside,
            Part below) {}

    private static Part below(Note... notes) {
        return Part.each("fill-test-parts :: note", List.of(notes));
    }

    /** Called by the fragment, each time it is rendered. */
    public static int count() {
        return RENDERED.incrementAndGet();
    }

    @BeforeEach
    void nothingRenderedYet() {
        RENDERED.set(0);
    }

    private static Note note(String id, String title) {
        return new Note(id, title, false, new Who("Dawn"), "<p>Ours too.</p>", "/threads/1?a=b&c=d", "", below());
    }

    private String in(String element, Object shown) {
        return templates
                .inside(element, "fill-test", Map.of("shown", shown, "viewer", "Amina"))
                .replaceAll("\\s*\\n\\s*", "");
    }

    @Test
    void textsArePutInEscapedAndHtmlAsItIs() {
        assertThat(in("main", note("1", "<b>Tea & \"toast\"</b> it's")))
                .isEqualTo("<div id=\"note-1\">"
                        + "<h3 title=\"About &lt;b&gt;Tea &amp; &quot;toast&quot;&lt;/b&gt; it&#39;s\">&lt;b&gt;Tea &amp; &quot;toast&quot;&lt;/b&gt; it&#39;s</h3>"
                        + "<p>by Dawn</p><div><p>Ours too.</p></div>"
                        + "<a href=\"/threads/1?a=b&amp;c=d\">nobody</a></div>");
    }

    @Test
    void whatDiffersInItsTextsAloneIsNotRenderedAgain() {
        in("main", note("1", "Bedtimes"));
        int rendered = RENDERED.get();
        assertThat(in("main", note("2", "Contact")))
                .contains("note-2", "Contact")
                .doesNotContain("Bedtimes");
        assertThat(RENDERED).hasValue(rendered);
    }

    @Test
    void anotherShapeIsAnotherForm() {
        in("main", note("1", "Bedtimes"));
        Note loud = new Note("2", "Bedtimes", true, null, "", "/x", "By the way", below());
        assertThat(in("main", loud)).contains("<b>!</b>", "<i>By the way</i>").doesNotContain("by ");
        assertThat(in("main", note("3", "Again"))).contains("by Dawn").doesNotContain("<b>!</b>", "<i>");
    }

    @Test
    void aListStandsForEachOfItsValuesAndWhatIsBelowThem() {
        Note above = new Note(
                "1", "Above", false, null, "", "/x", "", below(note("2", "Below <1>"), note("3", "Below <2>")));
        String all = in("main", List.of(above, note("4", "Last")));
        assertThat(all)
                .containsSubsequence(
                        "Above", "<ul><div id=\"note-2\">", "Below &lt;1&gt;", "note-3", "</ul>", "note-4");
    }

    @Test
    void wordsThatLookLikeAMarkOrAnExpressionAreWords() {
        assertThat(in("main", note("1", "hearth<put0> [[${7 * 7}]] ${it.id}")))
                .contains("hearth&lt;put0&gt; [[${7 * 7}]] ${it.id}")
                .doesNotContain("49");
    }

    @Test
    void aFewSignsBecomeReferencesAndOtherScriptsStay() {
        assertThat(in("main", note("1", "Dawn’s tea"))).contains("Dawn&#8217;s tea");
        assertThat(in("main", note("1", "سلام عليكم"))).contains("سلام عليكم");
    }

    @Test
    void aFragmentThatComparesATextIsRenderedAnew() {
        assertThat(in("section", note("1", "secret"))).contains("the secret");
        assertThat(in("section", note("1", "public"))).contains("public");
    }

    @Test
    void oneThatComesOutRightByChanceIsNoticedWhereEachFillingIsLookedOver() {
        TestTemplates strict = new TestTemplates(true);
        assertThat(strict.inside("section", "fill-test", Map.of("shown", note("1", "public"))))
                .contains("public");
        assertThatThrownBy(() -> strict.inside("section", "fill-test", Map.of("shown", note("1", "secret"))))
                .hasStackTraceContaining("picky cannot be filled in");
    }
}
