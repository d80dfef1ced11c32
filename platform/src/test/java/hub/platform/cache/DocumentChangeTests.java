package hub.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentChangeTests {

    @Test
    void aWholeDocumentTellsItsIdAndItsTexts() {
        DocumentChange change =
                DocumentChange.of("posts", Map.of("_id", "p1", "thread", "t1", "live", true, "revision", 3));
        assertThat(change.id()).isEqualTo("p1");
        assertThat(change.fields()).containsOnly(Map.entry("_id", "p1"), Map.entry("thread", "t1"));
    }

    @Test
    void anIdThatIsNoTextIsNotKnown() {
        assertThat(DocumentChange.of("notes", Map.of("_id", 7)).id()).isNull();
    }

    @Test
    void aFilterTellsWhatItSeeksAlsoWithinAnAnd() {
        Map<String, ?> filter = Map.of(
                "$and",
                List.of(Map.of("_id", "t1"), Map.of("group", "g1"), Map.of("state", Map.of("$in", List.of("OPEN")))));
        DocumentChange change = DocumentChange.soughtBy("threads", filter).getFirst();
        assertThat(change.id()).isEqualTo("t1");
        assertThat(change.field("group")).isEqualTo("g1");
        assertThat(change.field("state")).isNull();
    }

    @Test
    void aFilterThatListsIdsTellsEach() {
        assertThat(DocumentChange.soughtBy("notes", Map.of("_id", Map.of("$in", List.of("a", "b")), "group", "g")))
                .extracting(DocumentChange::id, change -> change.field("group"))
                .containsExactly(tuple("a", "g"), tuple("b", "g"));
    }

    @Test
    void whatAnOrSeeksMayBeAny() {
        Map<String, ?> filter = Map.of("$or", List.of(Map.of("_id", "a"), Map.of("_id", "b")));
        assertThat(DocumentChange.soughtBy("notes", filter))
                .singleElement()
                .extracting(DocumentChange::id)
                .isNull();
    }
}
