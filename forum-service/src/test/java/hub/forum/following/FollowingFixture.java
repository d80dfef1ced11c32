package hub.forum.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.following.Follows.Chosen;
import hub.testkit.MatrixFixture;
import hub.testkit.QueryWatch;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/**
 * People who cannot read in the place follow the conversation there, and wish to hear everything of it, as if they had chosen that while they still could; whoever reads there follows it too. Its
 * words are planted by the conversations' own fixture.
 */
@TestFixture
final class FollowingFixture implements MatrixFixture {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    private final FollowStore store;
    private final ReactiveMongoTemplate mongo;

    FollowingFixture(FollowStore store, ReactiveMongoTemplate mongo) {
        this.store = store;
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("followed");
    }

    @Override
    public Map<String, String> make(Place place) {
        String thread = place.get("thread");
        String group = place.get("group");
        Stream.of("Otto", "Newcomer", "Mo", "Ada", "Mabel")
                .filter(place::isFor)
                .map(person -> place.account(person).id())
                .forEach(account -> {
                    store.choose(account, thread, new Chosen(group, false, Instant.now()))
                            .block(LONG_ENOUGH);
                    store.choose(account, group, Volume.EVERYTHING).block(LONG_ENOUGH);
                });
        return Map.of("followed", thread);
    }

    /** Whoever reads there finds it in what they follow; whoever does not, though they follow it, does not. */
    @Override
    public void secretsAreShown(Place place) {
        String planted = "Marzipan" + place.sort();
        assertThat(followed(place, "Mabel")).contains(planted);
        if (!place.sort().equals("open")) {
            assertThat(followed(place, "Otto")).doesNotContain(planted);
            assertThat(followed(place, "Newcomer")).doesNotContain(planted);
            assertThat(followed(place, "Mo")).doesNotContain(planted);
        }
    }

    private static String followed(Place place, String person) {
        return place.session(person).get("/conversations?show=followed").body();
    }

    /** What everybody chose in the place. */
    @Override
    public Object stored(Place place) {
        return mongo.find(
                        Query.query(where("groups." + place.get("group")).exists(true))
                                .comment(QueryWatch.TEST),
                        Document.class,
                        "follows")
                .map(found -> found.getString("_id")
                        + found.get("groups", Document.class).get(place.get("group")))
                .sort()
                .collectList()
                .blockOptional(LONG_ENOUGH)
                .orElseThrow();
    }
}
