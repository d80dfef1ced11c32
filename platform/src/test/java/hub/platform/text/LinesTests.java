package hub.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTests {
    @Test
    void aLineHasSingleSpacesAndNoneAtItsEnds() {
        assertThat(Lines.clean("  Amina \t\n  Begum  ")).isEqualTo("Amina Begum");
        assertThat(Lines.clean("a \u200B b")).isEqualTo("a b");
        assertThat(Lines.clean(" \u0000 ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202E", "\u2066", "\u200B", "\u200F", "\uFEFF", "\u00AD", "\u061C", "\u3164", "\u0000", "\u0007",
                "\u009F"
            })
    void whatIsNotSeenCannotMakeOneNameLookLikeAnother(String unseen) {
        assertThat(Lines.clean("Gw" + unseen + "en")).isEqualTo("Gwen");
    }

    @Test
    void lettersOfAllScriptsAndFacesMadeOfSeveralSignsStay() {
        assertThat(Lines.clean("ਹਰਪ੍ਰੀਤ میرا 👩‍👧 Zoë")).isEqualTo("ਹਰਪ੍ਰੀਤ میرا 👩‍👧 Zoë");
        assertThat(Lines.clean("Zoe\u0308")).as("composed, so that it is found").isEqualTo("Zo\u00EB");
    }

    @Test
    void aTextKeepsItsLinesAndTabsAndLosesControls() {
        assertThat(Lines.cleanText("one\r\ntwo\rthree\n\tfour\u0000\u202E  \n\n"))
                .isEqualTo("one\ntwo\nthree\n\tfour");
        assertThat(Lines.cleanText("  indented")).isEqualTo("  indented");
    }

    @Test
    void lengthIsCountedAsAPersonCounts() {
        assertThat(Lines.length("👍👍")).isEqualTo(2);
        assertThat(Lines.length("")).isZero();
    }

    @Test
    void cuttingNeverLeavesHalfACharacter() {
        assertThat(Lines.cut("👍👍👍", 2)).isEqualTo("👍👍");
        assertThat(Lines.cut("ab", 2)).isEqualTo("ab");
        assertThat(Lines.cut("abc", 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Bedtimes since the clocks changed, bedtimes-since-the-clocks-changed",
        "It's Wendy’s rule, its-wendys-rule",
        "  ?! Zoë & Ægir -- , zoe-gir",
        "../../etc/passwd, etc-passwd",
        "你好, page",
        "'', page"
    })
    void theEndOfAnAddressIsReadableAndNeverEmpty(String title, String slug) {
        assertThat(Lines.slug(title)).isEqualTo(slug);
    }

    @Test
    void aLongTitleIsCutBetweenWords() {
        String slug = Lines.slug("word ".repeat(40));
        assertThat(slug).hasSizeLessThanOrEqualTo(60).endsWith("-word");
        assertThat(Lines.slug("x".repeat(200))).hasSize(60);
    }
}
