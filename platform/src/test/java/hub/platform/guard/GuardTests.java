package hub.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTests {
    private final Guard guard = new Guard(word -> false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NAME | Kayden | Kayden would not sleep again",
                "NAME | summer | summer sat in her coat by the window",
                "NAME | Zsofika | my foster daughter Zsofika has settled",
                "NAME | Kelly | birth mum Kelly did not turn up",
                "NAME | Doherty | the lift for the Doherty boys",
                "AGE | 7 | he is 7 and will not sleep",
                "AGE | 4 year old | our 4 year old bites",
                "AGE | 12/03/2017 | dob 12/03/2017",
                "SCHOOL | Birchwood Primary | she starts at Birchwood Primary",
                "SCHOOL | st wilfrids | he starts 8.45 at st wilfrids",
                "CLUB | 2nd Pendlebrook Cubs | he goes to 2nd Pendlebrook Cubs",
                "ADDRESS | 41 Garland Road | his nan lives at 41 Garland Road",
                "POSTCODE | SK16 8VA | her aunt is in SK16 8VA",
                "PHONE | 07700 900123 | mum's number is 07700 900123",
                "EMAIL | dazza@post.example | his dad wrote from dazza@post.example",
                "HANDLE | xx_tia_2014 | she is xx_tia_2014 on there",
                "PLATE | AB12 CDE | dad parked outside in AB12 CDE",
                "NHS | 943 476 5919 | his number is 943 476 5919",
                "CASE | ZW21C00123 | the number is ZW21C00123",
                "CASE | Barford Family Court | we are at Barford Family Court"
            })
    void findsWhatCouldTellWhoAChildIs(Finding.Kind kind, String words, String text) {
        assertThat(guard.look(text)).anySatisfy(found -> {
            assertThat(found.kind()).isEqualTo(kind);
            assertThat(found.in(text)).isEqualTo(words);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hope this helps, will do what I can, mark my words.",
                "Ring Priya at the fostering office.",
                "Thanks Leroy, that is a great idea. Love Sue x",
                "As Marion said, a chart helps.",
                "I'm 54 and my own daughter is 27.",
                "7 year olds need ten hours.",
                "Coffee at Larkhill Family Hub, 12 Mill Lane, AB1 2CD at 10.",
                "Ring 999, 111 or Childline on 0800 1111.",
                "The duty team is 01632 960155.",
                "Write to fostering@ashcombe.gov.uk.",
                "Harry Potter is too scary for bedtime.",
                "May and June are the worst for settling.",
                "Order number 943 476 5918 never came."
            })
    void letsPassWhatTellsNothing(String text) {
        assertThat(guard.look(text)).isEmpty();
    }

    /** What is asked: of what should be found at least 0.95, and no more than 0.05 of the posts with nothing in them alarmed. */
    @Test
    void isRightAboutTheLabelledPosts() throws IOException {
        int asked = 0;
        int found = 0;
        int clean = 0;
        int alarmed = 0;
        for (String line : Files.readAllLines(Path.of("../bench/guard/posts.jsonl"))) {
            Document post = Document.parse(line);
            String text = post.getString("text");
            List<Finding> findings = guard.look(text);
            List<Document> spans = post.getList("spans", Document.class);
            asked += spans.size();
            found += (int) spans.stream()
                    .filter(span -> findings.stream().anyMatch(finding -> overlap(text, finding, span)))
                    .count();
            clean += spans.isEmpty() ? 1 : 0;
            alarmed += spans.isEmpty() && !findings.isEmpty() ? 1 : 0;
        }
        assertThat((double) found / asked).isGreaterThanOrEqualTo(0.95);
        assertThat((double) alarmed / clean).isLessThanOrEqualTo(0.05);
    }

    private static boolean overlap(String text, Finding finding, Document span) {
        return text.codePointCount(0, finding.start()) < span.getInteger("end")
                && span.getInteger("start") < text.codePointCount(0, finding.end());
    }

    @Test
    void generalWordsStandInTheirPlaces() {
        String text = "Kayden is 7 and goes to Birchwood Primary.";
        assertThat(GeneralWords.of(text, guard.look(text)))
                .isEqualTo("(name) is (primary age) and goes to (their school).");
    }

    /** As long as a post may be: such a text once kept the guard busy for seconds, or ran out of stack. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A",
                "1",
                "Aa ",
                "a ",
                "a.",
                "a-",
                "a'",
                "a_",
                "a.b.",
                "@a",
                "1-1-",
                "07 ",
                "Jo and ",
                "hi Jo ",
                "Aa Bb Road ",
                "he is 7 and ",
                "court 1 ",
                "the only one ",
                "the boy ",
                "St ",
                "at school ",
                "(7) ",
                "mum lives in ",
                "Kayden ",
                "grace ",
                "called ",
                "my little ",
                "xX",
                "Flat 1 ",
                "born 1 ",
                "\n",
                "’",
                "é",
                "😀"
            })
    void aTextMadeToKeepItBusyDoesNot(String part) {
        assertThat(guard.look(part.repeat(20_000 / part.length()))).isNotNull();
    }

    @Test
    void whatStandsWhereTwoPiecesMeetIsFoundOnce() {
        for (int before = 300; before < 700; before += 7) {
            String text = "so ".repeat(before / 3) + "his number is 943 476 5919 and that is all. " + "so ".repeat(100);
            assertThat(guard.look(text)).as("after %d", before).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "😀",
                "İstanbul İ",
                "a\u0000b",
                "''''",
                "’s",
                "((((((((((",
                "- - - - -",
                "@@@@",
                "7777777777777777777777777777"
            })
    void staysCalm(String text) {
        assertThat(guard.look(text.repeat(200))).isNotNull();
    }
}
