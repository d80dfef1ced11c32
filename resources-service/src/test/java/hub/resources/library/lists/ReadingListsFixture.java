package hub.resources.library.lists;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.mongo.Ids;
import hub.resources.audiences.Audience;
import hub.resources.library.Guides;
import hub.testkit.MatrixFixture;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** A list with a guide for carers that Amina was sent, in each place: nothing here is for an audience. */
@TestFixture
final class ReadingListsFixture implements MatrixFixture {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Guides guides;
    private final ReadingLists lists;
    private final ReactiveMongoTemplate mongo;

    ReadingListsFixture(Guides guides, ReadingLists lists, ReactiveMongoTemplate mongo) {
        this.guides = guides;
        this.lists = lists;
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("readingList", "listed");
    }

    @Override
    public Map<String, String> make(Place place) {
        String id = Ids.next();
        String guide = guides.aGuideFor(Audience.CARERS);
        String amina = place.account("Amina").id();
        ReadingList list = new ReadingList(
                id,
                "Toadflax" + place.sort() + " to begin with",
                "Slowly",
                List.of(guide),
                false,
                "helen",
                Ids.next(),
                0);
        lists.bringIn(list, List.of(new SentList(SentList.id(id, amina), id, amina, "helen", Instant.now(), Set.of())))
                .block(SOON);
        return Map.of("readingList", id, "listed", guide);
    }

    @Override
    public List<Secret> secrets(String sort) {
        return List.of(new Secret("Toadflax" + sort, Set.of("carer", "supervising-social-worker", "editor")));
    }

    @Override
    public void secretsAreShown(Place place) {
        String path = place.get("readingList");
        assertThat(place.session("Amina").get("/library/lists/" + path).body()).contains("Toadflax" + place.sort());
        assertThat(place.session("Helen").get("/library/staff/lists/" + path).body())
                .contains("Toadflax" + place.sort());
    }

    @Override
    public Object stored(Place place) {
        return List.of(
                Stored.with(mongo, "reading_lists", "_id", place.get("readingList")),
                Stored.with(mongo, "reading_lists_sent", "list", place.get("readingList")));
    }
}
