package hub.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTextTests {
    @Test
    void aLineHasSingleSpacesAndNoneAtItsEnds() {
        assertThat(InputText.clean("  Amina \t\n  Begum  ")).isEqualTo("Amina Begum");
        assertThat(InputText.clean("a \u200B b")).isEqualTo("a b");
        assertThat(InputText.clean(" \u0000 ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202E", "\u2066", "\u200B", "\u200F", "\uFEFF", "\u00AD", "\u061C", "\u3164", "\u0000", "\u0007",
                "\u009F"
            })
    void whatIsNotSeenCannotMakeOneNameLookLikeAnother(String unseen) {
        assertThat(InputText.clean("Gw" + unseen + "en")).isEqualTo("Gwen");
    }

    @Test
    void lettersOfAllScriptsAndFacesMadeOfSeveralSignsStay() {
        assertThat(InputText.clean("ਹਰਪ੍ਰੀਤ میرا 👩‍👧 Zoë")).isEqualTo("ਹਰਪ੍ਰੀਤ میرا 👩‍👧 Zoë");
        assertThat(InputText.clean("Zoe\u0308"))
                .as("composed, so that it is found")
                .isEqualTo("Zo\u00EB");
    }

    @Test
    void aTextKeepsItsLinesAndTabsAndLosesControls() {
        assertThat(InputText.cleanText("one\r\ntwo\rthree\n\tfour\u0000\u202E  \n\n"))
                .isEqualTo("one\ntwo\nthree\n\tfour");
        assertThat(InputText.cleanText("  indented")).isEqualTo("  indented");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00A0\u00A0\u00A0",
                "\u200D",
                "\u200C\u200D",
                "\u200B",
                "\u3164",
                "\u2800",
                "\u115F\u1160",
                "\uFFA0",
                "\u2003 \u3000",
                "\u034F",
                "\uFE0F",
                "\u2060",
                "\n\t\u00A0\n",
                "\uE000",
                "\uDB40\uDC41"
            })
    void aTextInWhichNothingCanBeSeenIsEmpty(String unseen) {
        assertThat(InputText.isEmpty(unseen)).isTrue();
        assertThat(InputText.clean(unseen)).isEmpty();
        assertThat(InputText.cleanText(unseen)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "👍", "👩‍👩‍👧", "می\u200Cخواهم", "क्\u200Dष", "❤\uFE0F"})
    void whatCanBeSeenStaysAsItIsTypedWithItsJoiners(String seen) {
        assertThat(InputText.clean(seen)).isEqualTo(seen);
        assertThat(InputText.cleanText(seen)).isEqualTo(seen);
    }

    @Test
    void lengthIsCountedAsAPersonCounts() {
        assertThat(InputText.length("👍👍")).isEqualTo(2);
        assertThat(InputText.length("")).isZero();
    }

    @Test
    void cuttingNeverLeavesHalfACharacter() {
        assertThat(InputText.cut("👍👍👍", 2)).isEqualTo("👍👍");
        assertThat(InputText.cut("ab", 2)).isEqualTo("ab");
        assertThat(InputText.cut("abc", 0)).isEmpty();
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
        assertThat(InputText.slug(title)).isEqualTo(slug);
    }

    @Test
    void aLongTitleIsCutBetweenWords() {
        String slug = InputText.slug("word ".repeat(40));
        assertThat(slug).hasSizeLessThanOrEqualTo(60).endsWith("-word");
        assertThat(InputText.slug("x".repeat(200))).hasSize(60);
    }
}
