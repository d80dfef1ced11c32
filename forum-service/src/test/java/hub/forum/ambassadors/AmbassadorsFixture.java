package hub.forum.ambassadors;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.ambassadors.media.Activity;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.mongo.Ids;
import hub.testkit.MatrixFixture;
import hub.testkit.People;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** Ambrose is an ambassador who publishes nothing of what he says; Prescott is of the press office; Recruiter asks. */
@TestFixture
final class AmbassadorsFixture implements MatrixFixture {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final ReactiveMongoTemplate mongo;

    AmbassadorsFixture(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Map<String, List<Account>> people(People people) {
        return Map.of("other", List.of(people.carer("Ambrose"), people.with("Prescott", Role.PRESS_OFFICER)));
    }

    @Override
    public Set<String> variables() {
        return Set.of("ambassador", "media");
    }

    @Override
    public Map<String, String> make(Place place) {
        String ambrose = place.account("Ambrose").id();
        mongo.save(ambassador(ambrose, "Asphodel"), "ambassadors").block(SHORT);
        String other = Ids.next();
        mongo.save(ambassador(other, ""), "ambassadors").block(SHORT);
        Instant now = Instant.now();
        String media = Ids.next();
        Activity activity = new Activity(
                media,
                ambrose,
                place.account("Recruiter").id(),
                Activity.Kind.EVENT,
                "Sneezewort" + place.sort(),
                LocalDate.of(2026, 12, 1),
                Activity.State.APPROVED,
                now,
                null,
                List.of(new Activity.Dated(Activity.State.APPROVED, now)),
                1);
        mongo.insert(activity, "media_activities").block(SHORT);
        return Map.of("ambassador", other, "media", media);
    }

    private static Ambassador ambassador(String id, String heritage) {
        return new Ambassador(
                id,
                new Ambassador.Profile(Household.SINGLE, List.of(Fostering.TEENAGERS), heritage, "", "", false, true),
                Map.of(),
                6,
                0,
                Ambassador.State.ACTIVE,
                Instant.now(),
                1);
    }

    @Override
    public List<Secret> secrets(String sort) {
        return List.of(
                new Secret("Asphodel", Set.of("Ambrose", "Recruiter")),
                new Secret("Sneezewort" + sort, Set.of("Ambrose", "Recruiter", "Prescott")));
    }

    @Override
    public void secretsAreShown(Place place) {
        assertThat(place.session("Ambrose").get("/ambassadors/profile").body()).contains("Asphodel");
        assertThat(place.session("Recruiter").get("/ambassadors/register").body())
                .contains("Asphodel");
        for (String person : List.of("Ambrose", "Recruiter", "Prescott")) {
            assertThat(place.session(person)
                            .get("/ambassadors/media/" + place.get("media"))
                            .body())
                    .contains("Sneezewort" + place.sort());
        }
    }

    @Override
    public Object stored(Place place) {
        return List.of(
                Stored.with(mongo, "ambassadors", "_id", place.get("ambassador")),
                Stored.with(mongo, "media_activities", "_id", place.get("media")));
    }

    /** Else the officers' lists would grow with each place. */
    @Override
    public void remove(Collection<Place> places) {
        Stored.remove(
                mongo,
                "ambassadors",
                "_id",
                places.stream().map(place -> place.get("ambassador")).toList());
        Stored.remove(
                mongo,
                "media_activities",
                "_id",
                places.stream().map(place -> place.get("media")).toList());
    }
}
