package hub.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.words.WordsKept;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of a document is one person's. */
class OwnPartsTests {
    private static final WordsKept POSTS = WordsKept.in("posts")
            .of("author")
            .words("markdown", "earlier.markdown")
            .wordsBy("reactions.by", "reactions.kind")
            .facts("at");

    private static Map<String, Object> own(WordsKept kept, Map<String, ?> document) {
        return new OwnParts(kept, "amina", "[left out]").in(document);
    }

    @Test
    void anOwnersWordsAndFactsAreTheirs() {
        Map<String, Object> post = Map.of(
                "author", "amina",
                "markdown", "Now",
                "earlier", List.of(Map.of("markdown", "Before")),
                "at", Date.from(Instant.parse("2026-05-03T10:00:00Z")),
                "html", "<p>Now</p>");
        assertThat(own(POSTS, post))
                .containsEntry("at", "2026-05-03T10:00:00Z")
                .containsEntry("markdown", "Now")
                .containsEntry("earlier.markdown", "Before")
                .hasSize(3);
    }

    @Test
    void inAListTheWriterOfTheSameElementCounts() {
        Map<String, Object> post = Map.of(
                "author",
                "joe",
                "markdown",
                "Joes words",
                "reactions",
                List.of(Map.of("by", "amina", "kind", "THANKS"), Map.of("by", "joe", "kind", "HELPED")));
        assertThat(own(POSTS, post)).containsExactly(Map.entry("reactions.kind", "THANKS"));
    }

    @Test
    void somebodyElsesDocumentIsNothing() {
        assertThat(own(POSTS, Map.of("author", "joe", "markdown", "Joes words")))
                .isEmpty();
    }

    @Test
    void whatWasQuotedIsLeftOut() {
        Map<String, Object> post = Map.of("author", "amina", "markdown", "> Joes words\n> and more\n\nMine");
        assertThat(own(POSTS, post)).containsEntry("markdown", "[left out]\n\nMine");
    }

    @Test
    void oneOfSeveralOwnersOwnsItAndAnIdMayBeginWithTheAccount() {
        WordsKept bookings = WordsKept.in("bookings").of("accounts").facts("state");
        assertThat(own(bookings, Map.of("accounts", List.of("joe", "amina"), "state", "BOOKED")))
                .containsEntry("state", "BOOKED");
        WordsKept marks = WordsKept.in("marks").of("_id:").facts("upTo");
        assertThat(own(marks, Map.of("_id", "amina:thread", "upTo", "x"))).containsEntry("upTo", "x");
        assertThat(own(marks, Map.of("_id", "aminata:thread", "upTo", "x"))).isEmpty();
    }
}
