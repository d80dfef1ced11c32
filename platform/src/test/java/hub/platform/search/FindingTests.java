package hub.platform.search;

import static hub.platform.search.IndexInAFolder.by;
import static hub.platform.search.IndexInAFolder.daysLater;
import static hub.platform.search.IndexInAFolder.forKey;
import static hub.platform.search.IndexInAFolder.note;
import static hub.platform.search.IndexInAFolder.titled;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which documents are found by what people type. */
class FindingTests {
    @TempDir
    Path folder;

    private IndexInAFolder index;

    private void holding(SearchDocument... documents) {
        index = IndexInAFolder.holding(folder, documents);
    }

    @AfterEach
    void close() {
        if (index != null) {
            index.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bedtimes",
                "Bedtime",
                "BEDTIMES",
                "settle",
                "settled",
                "bedt",
                "how does she settle at bedtime",
                "cafe",
                "café",
                "bedtmie",
                "settlng",
                "“settling at bedtime”",
                "\"settling at bedtime\"",
                "settling\" at bedtime"
            })
    void wordsAreFoundInOtherFormsInPartAndWithSlips(String typed) {
        holding(note("right", "She is settling at bedtime after the Café closes"), note("wrong", "Money and forms"));
        assertThat(index.find(typed)).containsExactly("right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"closing", "\"bedtime at settling\"", "edtime", "formss xyzzy", "zzzz"})
    void whatIsNotThereIsNotFound(String typed) {
        holding(note("right", "She is settling at bedtime"), note("wrong", "Money and forms"));
        assertThat(index.find(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "O'Brien, O’Brien",
        "O’Brien, O'Brien",
        "OBrien, O'Brien",
        "obrien, O’Brien",
        "Zoe, Zoë",
        "Zoë, Zoe",
        "Amina's, Amina",
        "Amina, Amina’s",
        "siobhan, Siobhán",
        "Ní Dhomhnaill, Siobhán Ní Dhomhnaill"
    })
    void namesAreFoundHoweverTheyAreSpelled(String typed, String name) {
        holding(by("right", name, "Hello"), by("wrong", "Percival", "Hello"));
        assertThat(index.find(typed)).containsExactly("right");
    }

    @Test
    void ofManyWordsSomeMayBeMissingAndOfFewNone() {
        holding(note("one", "school uniform grant"), note("two", "school trip"));
        assertThat(index.find("school uniform")).containsExactly("one");
        assertThat(index.find("school uniform grant voucher")).containsExactly("one");
        assertThat(index.find("school trip grant")).isEmpty();
    }

    @Test
    void theTitleCountsMostAndAmongEqualsTheNewerIsFirst() {
        holding(
                daysLater("old", 1, "About sleep"),
                daysLater("new", 9, "About sleep"),
                titled("titled", "Sleep", "What helps"));
        assertThat(index.find("sleep")).containsExactly("titled", "new", "old");
    }

    @Test
    void onlyWhoeverHasAKeyOfADocumentFindsIt() {
        holding(forKey("a", "group:a", "secret"), forKey("b", "group:b", "secret"));
        assertThat(index.find("secret", "group:a")).containsExactly("a");
        assertThat(index.find("secret", "group:a", "group:b")).containsExactlyInAnyOrder("a", "b");
        assertThat(index.find("secret", "group:c")).isEmpty();
    }

    /** Scores stand in addresses and decide the order: they must not tell how often a word is in what one may not read. */
    @Test
    void whatOthersMayReadChangesNeitherScoreNorOrder() {
        SearchDocument mine = forKey("mine", "mine", "wolfsbane and sleep");
        holding(mine);
        SearchPosition alone =
                index.hits("wolfsbane sleep", null, 1, "mine").getFirst().at();
        IntStream.range(0, 300).forEach(i -> index.put(forKey("other" + i, "others", "wolfsbane wolfsbane " + i)));
        index.reached("later");
        assertThat(index.hits("wolfsbane sleep", null, 1, "mine").getFirst().at())
                .isEqualTo(alone);
    }

    @Test
    void pagesFollowEachOtherWithoutGapsAndRepeats() {
        SearchDocument[] many = IntStream.range(0, 95)
                .mapToObj(i -> daysLater("n%02d".formatted(i), i % 7, i % 3 == 0 ? "sleep sleep" : "asleep sleep"))
                .toArray(SearchDocument[]::new);
        holding(many);
        List<String> read = new ArrayList<>();
        SearchPosition after = null;
        for (int page = 0; page < 10; page++) {
            List<IndexQuestion.Hit> hits = index.hits("sleep", after, 10);
            hits.forEach(hit -> read.add(hit.id()));
            assertThat(hits).hasSize(page < 9 ? 10 : 5);
            after = SearchPosition.of(hits.getLast().at().toString()).orElseThrow();
        }
        assertThat(read).doesNotHaveDuplicates().hasSize(95).isEqualTo(index.find("sleep"));
        assertThat(index.hits("sleep", after, 10)).isEmpty();
    }

    @Test
    void aChangedDocumentIsFoundByItsNewWordsAloneAndOneTakenOutByNone() {
        holding(note("a", "before"), note("b", "before"));
        index.put(note("a", "afterwards"));
        index.takeOut("b");
        index.reached("later");
        assertThat(index.find("before")).isEmpty();
        assertThat(index.find("afterwards")).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*:*",
                "*",
                "?ecret",
                "/s.*/",
                "text:secret OR",
                "[a TO z]",
                "secret^99999999",
                "secret~0.0001",
                "NOT x",
                "\\",
                "\"",
                "\"\"",
                "+-&&||!(){}[]^\"~*?:\\/",
                "\u0000\uD800 \uFFFF",
                "AND OR NOT"
            })
    void noSignDoesAnything(String typed) {
        holding(forKey("hidden", "others", "secret a b c x OR"), note("shown", "something else"));
        assertThat(index.find(typed)).isEmpty();
    }

    @Test
    void longAndManyWordsEndSoon() {
        holding(note("a", "a bracket"));
        long began = System.nanoTime();
        for (String typed : List.of(
                "(".repeat(10_000),
                "a ".repeat(10_000),
                "abcdefghij ".repeat(2_000),
                "\"a b\" ".repeat(3_000),
                "x".repeat(100_000),
                "é".repeat(10_000))) {
            index.find(typed);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
}
