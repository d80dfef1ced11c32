package hub.forum.clusters;

import hub.platform.mail.SignedLinks;
import hub.platform.mongo.Ids;
import hub.testkit.MatrixFixture;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** Somebody without an account who asked to come; to a meeting of members nobody could. */
@TestFixture
final class ClustersFixture implements MatrixFixture {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final GuestStore guests;
    private final SignedLinks links;
    private final ReactiveMongoTemplate mongo;

    ClustersFixture(GuestStore guests, SignedLinks links, ReactiveMongoTemplate mongo) {
        this.guests = guests;
        this.links = links;
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("guest");
    }

    @Override
    public Map<String, String> make(Place place) {
        String id = Ids.next();
        Guest guest = Guest.ask(
                id,
                place.get("meeting"),
                "galingale" + place.sort() + id + "@example.org",
                "Ruth",
                1,
                0,
                Instant.now());
        guests.put(guest).block(SHORT);
        return Map.of(
                "guest", Objects.requireNonNull(links.token(Guests.LINKS, id).block(SHORT)));
    }

    @Override
    public List<Secret> secrets(String sort) {
        return List.of(new Secret("galingale" + sort, Set.of()));
    }

    @Override
    public Object stored(Place place) {
        return Stored.with(mongo, "cluster_guests", "meeting", place.get("meeting"));
    }
}
