package hub.platform.search;

import static hub.platform.search.IndexInAFolder.by;
import static hub.platform.search.IndexInAFolder.note;
import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.search.WordAnalyzer.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingsTests {
    private final WordAnalyzer analyzer = new WordAnalyzer();
    private final Spellings spellings = new Spellings(analyzer);

    private Word word(String typed) {
        return analyzer.words(typed).getFirst();
    }

    @Test
    void theNearestWordIsSuggestedAsItIsWritten() {
        List<SearchDocument> read = List.of(note("a", "Bedtimes, bedtime and bedtimes"), by("b", "Siobhán", "Hello"));
        assertThat(spellings.nearest(read, word("bedtmies"))).contains("bedtimes");
        assertThat(spellings.nearest(read, word("shiobhan"))).contains("Siobhán");
        assertThat(spellings.nearest(read, word("wolfsbane"))).isEmpty();
    }

    @Test
    void aShortWordIsLeftAsItIs() {
        assertThat(spellings.nearest(List.of(note("a", "hat")), word("cat"))).isEmpty();
        assertThat(spellings.nearest(List.of(note("a", "sleep")), word("slep"))).contains("sleep");
    }

    @Test
    void aFormOfTheWordIsTheWord() {
        List<SearchDocument> read = List.of(note("a", "settling in"));
        assertThat(spellings.isIn(read, word("settle"), false)).isTrue();
        assertThat(spellings.isIn(read, word("settlin"), false)).isFalse();
        assertThat(spellings.isIn(read, word("settlin"), true)).isTrue();
    }
}
