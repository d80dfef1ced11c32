package hub.forum.enquiries;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.forms.steps.StepDraft;
import hub.platform.mail.SignedLinks;
import hub.platform.mongo.Ids;
import hub.testkit.MatrixFixture;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** Somebody without an account asks; Recruiter answers; Ambrose, an ambassador, talks to somebody and is asked about somebody else. */
@TestFixture
final class EnquiriesFixture implements MatrixFixture {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final EnquiryStore store;
    private final SignedLinks links;
    private final ReactiveMongoTemplate mongo;

    EnquiriesFixture(EnquiryStore store, SignedLinks links, ReactiveMongoTemplate mongo) {
        this.store = store;
        this.links = links;
        this.mongo = mongo;
    }

    @Override
    public Set<String> variables() {
        return Set.of("enquiry", "match", "asking", "mine", "enquirydraft", "step");
    }

    @Override
    public Map<String, String> make(Place place) {
        String id = Ids.next();
        store.insert(Enquiry.receive(
                        id,
                        id.substring(0, 8),
                        new Enquiry.Person("Ruth", "01632 960777", "betony" + place.sort() + id + "@example.org"),
                        new Asked(
                                Asked.Interest.FOSTERING,
                                "Betony" + place.sort(),
                                Asked.Wanted.CALL,
                                Asked.Source.FRIEND,
                                Asked.Wishes.NONE),
                        Instant.now()))
                .block(SHORT);
        String ambrose = place.account("Ambrose").id();
        Enquiry asking = answered("Dropwort" + place.sort()).propose(ambrose, Instant.now());
        Enquiry match = answered("Campion" + place.sort())
                .propose(ambrose, Instant.now())
                .accept(Instant.now());
        store.insertAll(List.of(asking, match)).block(SHORT);
        String draft = Ids.next() + Ids.next();
        mongo.insert(
                        new StepDraft(
                                draft,
                                "enquiries",
                                Map.of("interest", List.of("fostering")),
                                Instant.now(),
                                Instant.now()),
                        "step_drafts")
                .block(SHORT);
        return Map.of(
                "enquiry",
                id,
                "match",
                match.id(),
                "asking",
                asking.id(),
                "mine",
                Objects.requireNonNull(links.token(Enquiries.LINKS, id).block(SHORT)),
                "enquirydraft",
                draft,
                "step",
                "name");
    }

    private static Enquiry answered(String name) {
        String id = Ids.next();
        Asked.Wishes wishes = new Asked.Wishes(true, null, "", "");
        return Enquiry.receive(
                        id,
                        id.substring(0, 8),
                        new Enquiry.Person(name, "01632 960778", ""),
                        new Asked(Asked.Interest.FOSTERING, name, Asked.Wanted.CALL, Asked.Source.FRIEND, wishes),
                        Instant.now())
                .to(Enquiry.State.ACKNOWLEDGED, Instant.now());
    }

    @Override
    public List<Secret> secrets(String sort) {
        return List.of(
                new Secret("Betony" + sort, Set.of("Recruiter")),
                new Secret("Dropwort" + sort, Set.of("Recruiter")),
                new Secret("Campion" + sort, Set.of("Recruiter", "Ambrose")));
    }

    @Override
    public void secretsAreShown(Place place) {
        assertThat(place.session("Recruiter")
                        .get("/enquiries/desk/" + place.get("enquiry"))
                        .body())
                .contains("Betony" + place.sort());
        assertThat(place.session("Recruiter")
                        .get("/enquiries/desk/" + place.get("asking"))
                        .body())
                .contains("Dropwort" + place.sort());
        assertThat(place.session("Ambrose")
                        .get("/enquiries/matches/" + place.get("match"))
                        .body())
                .contains("Campion" + place.sort());
    }

    @Override
    public Object stored(Place place) {
        return List.of(
                Stored.with(mongo, "enquiries", "_id", place.get("enquiry")),
                Stored.with(mongo, "enquiries", "_id", place.get("asking")),
                Stored.with(mongo, "enquiries", "_id", place.get("match")));
    }

    /** Else the desk would grow with each place. */
    @Override
    public void remove(Collection<Place> places) {
        Stored.remove(
                mongo,
                "enquiries",
                "_id",
                places.stream()
                        .flatMap(
                                place -> Stream.of("enquiry", "asking", "match").map(place::get))
                        .toList());
    }
}
