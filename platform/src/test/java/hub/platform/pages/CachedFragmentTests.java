package hub.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fragment is rendered once for equal values, and knows of nothing but its value. */
public class CachedFragmentTests {
    private static final AtomicInteger RENDERED = new AtomicInteger();

    private final TestTemplates templates = new TestTemplates();

    /** Called by the fragment, each time it is rendered. */
    public static int count() {
        return RENDERED.incrementAndGet();
    }

    @BeforeEach
    void nothingRenderedYet() {
        RENDERED.set(0);
    }

    private String page(String element, Map<String, Object> model) {
        return templates.inside(element, "cached-test", model);
    }

    private String main(Object shown) {
        return page("main", Map.of("shown", shown, "viewer", "Amina"));
    }

    @Test
    void equalValuesAreRenderedOnceAndOthersAnew() {
        String first = main(List.of("a", "b"));
        assertThat(main(List.of("a", "b"))).isEqualTo(first);
        assertThat(main(List.of("a", "c"))).isNotEqualTo(first);
    }

    @Test
    void theFragmentSeesTheValueAndNothingElseOfThePage() {
        assertThat(main("secret plan")).contains("secret plan").doesNotContain("Amina");
    }

    @Test
    void whatSomebodyWroteIsNotTakenForAnExpression() {
        assertThat(page("section", Map.of("shown", "<p>[[${7 * 7}]] [(${7 * 7})] th:text</p>", "viewer", "Amina")))
                .contains("[[${7 * 7}]] [(${7 * 7})]")
                .doesNotContain("49");
    }

    @Test
    void linksWorkWithoutARequest() {
        assertThat(page("nav", Map.of("shown", "x", "link", "a b"))).isEqualTo("<a href=\"/groups/a%20b\">x</a>");
    }

    @Test
    void aFragmentStandsOnceForEachValueOfAList() {
        assertThat(page("ol", Map.of("shown", "x", "many", List.of("<b>1</b>", "<b>2</b>")))
                        .replaceAll("\\s|<div[^>]*>|</div>", ""))
                .isEqualTo("<b>1</b><b>2</b>");
    }
}
