package hub.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How words are found in texts and taken out. */
class SoughtWordsTests {
    private static final SoughtWords NAME = new SoughtWords("Wren O'Dale", "[taken out]");

    @Test
    void theyAreFoundInCapitalsOverLinesWithinMarkdownAndHtml() {
        assertThat(NAME.outOf("about WREN o'dale.")).isEqualTo("about [taken out].");
        assertThat(NAME.outOf("Wren\nO'Dale")).isEqualTo("[taken out]");
        assertThat(NAME.outOf("Wren *O'Dale*")).isEqualTo("[taken out]*");
        assertThat(NAME.outOf("<p>Wren O&#39;Dale</p>")).isEqualTo("<p>[taken out]</p>");
    }

    @Test
    void whatIsInPartsBetweenTagsLosesItsTags() {
        assertThat(NAME.outOf("<p>Wren <em>O&#39;Dale</em> came</p>")).isEqualTo("[taken out] came");
    }

    @Test
    void whatHtmlWritesInAnotherWayIsFound() {
        assertThat(new SoughtWords("sam@school.org", "x").outOf("<p>sam&#64;school.org</p>"))
                .isEqualTo("<p>x</p>");
        assertThat(new SoughtWords("Zoë's", "x").outOf("Zoë&#39;s")).isEqualTo("x");
    }

    @Test
    void aNumberIsFoundHoweverItIsGrouped() {
        SoughtWords number = new SoughtWords("07700900123", "x");
        assertThat(number.outOf("<a href=\"tel:07700900123\">07700 900-123</a>"))
                .isEqualTo("<a href=\"tel:x\">x</a>");
        assertThat(new SoughtWords("+44 7700 900123", "x").in("&#43;44 7700900123"))
                .isTrue();
        assertThat(number.in("107700900123")).isFalse();
    }

    @Test
    void aWordWithinALongerOneIsAnother() {
        assertThat(new SoughtWords("day", "x").in("Sunday and daylight")).isFalse();
        assertThat(new SoughtWords("day", "x").in("a day, or two")).isTrue();
    }

    @Test
    void anAddressStaysOne() {
        assertThat(new SoughtWords("wren dale", "[taken out]").outOf("about-wren-dale"))
                .isEqualTo("about-taken-out");
    }

    @Test
    void onlyThePathsThatAreNamedAreLookedAt() {
        Map<String, Object> document = Map.of(
                "text", "Wren O'Dale",
                "author", "Wren O'Dale",
                "earlier", List.of(Map.of("text", "with Wren O'Dale", "at", "then")));
        assertThat(NAME.changes(document, List.of("text", "earlier.text")))
                .containsEntry("text", "[taken out]")
                .containsEntry("earlier", List.of(Map.of("text", "with [taken out]", "at", "then")))
                .hasSize(2);
        assertThat(NAME.changes(Map.of("text", "nothing"), List.of("text"))).isEmpty();
    }
}
