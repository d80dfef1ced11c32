package hub.resources.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.mongo.Ids;
import hub.resources.ResourcesIT;
import hub.resources.audiences.Audience;
import hub.resources.publishing.Publication.Change;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

@ResourcesIT
class PublicationStoreIT {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    @Autowired
    PublicationStore store;

    @Test
    void ofChangesToTheSameVersionOneIsStored() {
        Publication draft = Objects.requireNonNull(store.insertOrFind(Publication.draft(
                        Ids.next(), Kind.NEWS, manuscript("As it was"), "<p></p>", 1, change("helen", Ids.next())))
                .block());
        List<Publication> stored = Objects.requireNonNull(Flux.range(0, 8)
                .map(i -> draft.revise(manuscript("By editor " + i), "<p></p>", 1, change("editor-" + i, Ids.next())))
                .flatMap(store::replace)
                .collectList()
                .block());
        assertThat(stored).hasSize(1);
        assertThat(stored.getFirst().version()).isEqualTo(1);
    }

    private static Manuscript manuscript(String title) {
        return new Manuscript(Audience.CARERS, title, "Summary.", "Text.", false, null);
    }

    private static Change change(String by, String key) {
        return new Change(by, MONDAY, key);
    }
}
