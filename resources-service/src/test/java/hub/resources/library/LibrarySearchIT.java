package hub.resources.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.platform.text.Slug;
import hub.resources.Cast;
import hub.resources.Desk;
import hub.resources.ResourcesIT;
import hub.resources.audiences.Audience;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What is found of guides, news and training, by whom it is meant for. */
@ResourcesIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibrarySearchIT {
    /** What is published is found within two seconds; a machine that tests much else at once may take longer. */
    private static final Duration IN_THE_END = Duration.ofSeconds(20);

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    LibraryStore store;

    private Cast cast;
    private Desk desk;

    @BeforeAll
    void somethingForEachAudience() {
        cast = Cast.of(people, browsing);
        desk = new Desk(cast.who("editor"));
        for (String audience : Cast.AUDIENCES) {
            desk.publishes("news", audience, "Wolfsbanenews" + audience);
            desk.publishes("training-notice", audience, "Wolfsbanetraining" + audience);
            put("wolfsbane-" + audience, audience, "Wolfsbanelibrary" + audience);
        }
        desk.drafts("news", "public", "Wolfsbanedraft");
        for (String kind : List.of("news", "training", "library")) {
            Cast.AUDIENCES.forEach(audience -> soonFinds("editor", "wolfsbane" + kind + audience));
        }
    }

    private void put(String slug, String audience, String title) {
        store.put(new Piece(
                        slug,
                        title,
                        "A summary",
                        List.of("school"),
                        Slug.find(Audience.class, audience).orElseThrow(),
                        List.of(),
                        "The team",
                        1,
                        "",
                        LocalDate.of(2026, 5, 3),
                        LocalDate.of(2099, 5, 3),
                        null,
                        "<p>Wolfsbane in <strong>the text</strong> &amp; more</p>",
                        1,
                        3,
                        false,
                        null,
                        null,
                        null))
                .block(Duration.ofSeconds(10));
    }

    private String search(String reader, String question) {
        Session session = cast.who(reader);
        return session.get("/library/search?q=" + question).body();
    }

    private void soonFinds(String reader, String word) {
        await(word)
                .atMost(IN_THE_END)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> search(reader, word).contains("<h3"));
    }

    @Test
    void eachFindsWhatIsMeantForThem() {
        Set<String> wrong = new TreeSet<>();
        Cast.READ.forEach((reader, audiences) -> Cast.AUDIENCES.forEach(audience -> {
            for (String kind : List.of("news", "training", "library")) {
                String word = "Wolfsbane" + kind + audience;
                boolean shown =
                        search(reader, word.substring(0, word.length() - 1)).contains(word);
                if (shown != audiences.contains(audience)) {
                    wrong.add(reader + (shown ? " finds " : " does not find ") + word);
                }
            }
        }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void aDraftIsFoundByNobody() {
        assertThat(search("editor", "wolfsbanedraf")).doesNotContain("Wolfsbanedraft");
    }

    @Test
    void whatIsPutAwayIsNotShownFromThenOn() {
        String path = desk.publishes("news", "public", "Belladonna");
        soonFinds("signed out", "belladonna");
        assertThat(desk.editor().post("/news/" + Desk.id(path) + "/archive").status())
                .isEqualTo(303);
        assertThat(search("signed out", "belladonna")).doesNotContain("<h3");
        assertThat(search("editor", "belladonna")).doesNotContain("<h3");
        put("mandrake", "public", "Mandrake");
        soonFinds("signed out", "mandrake");
        put("mandrake", "staff", "Mandrake");
        assertThat(search("signed out", "mandrake")).doesNotContain("<h3");
        soonFinds("staff", "mandrake");
    }

    @Test
    void theTextIsShownWithoutItsMarkupAndWithWhatWasFoundMarked() {
        assertThat(search("carer", "wolfsbanelibrarypublic"))
                .contains("/library/wolfsbane-public", "<mark class=\"found\">");
        assertThat(search("carer", "%22the+text%22")).contains("&amp; more").doesNotContain("&lt;strong");
    }
}
