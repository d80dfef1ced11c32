package hub.forum.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.mentoring.mentors.Mentor;
import hub.forum.mentoring.mentors.Mentors;
import hub.forum.mentoring.mentors.Topic;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.identity.Supervisions;
import hub.platform.mongo.Ids;
import hub.testkit.MatrixFixture;
import hub.testkit.People;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** Petronella is mentored by Hubert, is proposed to him a second time, and asks a third time; Nominator supervises her, Coral coordinates. */
@TestFixture
final class MentoringFixture implements MatrixFixture {
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final Mentorship.Wish WISH = new Mentorship.Wish(List.of(Topic.SCHOOL), "");

    private final MentorshipStore store;
    private final Mentors mentors;
    private final Supervisions supervisions;
    private final ReactiveMongoTemplate mongo;

    MentoringFixture(MentorshipStore store, Mentors mentors, Supervisions supervisions, ReactiveMongoTemplate mongo) {
        this.store = store;
        this.mentors = mentors;
        this.supervisions = supervisions;
        this.mongo = mongo;
    }

    @Override
    public Map<String, List<Account>> people(People people) {
        return Map.of("other", List.of(people.with("Coral", Role.MENTOR_COORDINATOR)));
    }

    @Override
    public Set<String> variables() {
        return Set.of("mentorship", "proposal", "wanted", "goal", "mentee");
    }

    @Override
    public Map<String, String> make(Place place) {
        Account mentee = place.account("Petronella");
        String mentor = place.account("Hubert").id();
        Mentor roomy = new Mentor(mentor, Mentor.Profile.EMPTY, Map.of(), 1_000, 0, false, null, Instant.now(), 1);
        mentors.addAll(List.of(roomy)).block(SHORT);
        supervisions.put(mentee.household(), place.account("Nominator").id()).block(SHORT);
        String goal = Ids.next();
        return Map.of(
                "mentorship", put(place, mentor, true, goal),
                "proposal", put(place, mentor, false, Ids.next()),
                "wanted", put(place, null, false, Ids.next()),
                "goal", goal,
                "mentee", mentee.id());
    }

    /** Several are open for one mentee, which she could not do herself. */
    private String put(Place place, @Nullable String mentor, boolean begun, String goal) {
        Account mentee = place.account("Petronella");
        String id = Ids.next();
        Instant now = Instant.now();
        Mentorship asked = Mentorship.ask(id, mentee.id(), mentee.household(), mentee.id(), WISH, List.of(), now);
        Mentorship proposed = mentor == null ? asked : asked.propose(mentor, now);
        Mentorship stands =
                begun && mentor != null ? proposed.accept(mentee.id(), now).accept(mentor, now) : proposed;
        Mentorship one = new Mentorship(
                id,
                stands.mentee(),
                stands.household(),
                stands.askedBy(),
                stands.wish(),
                id,
                stands.state(),
                stands.proposal(),
                stands.before(),
                now,
                now,
                stands.startedAt(),
                null,
                List.of(),
                null,
                begun ? place.get("group") : null,
                stands.version());
        store.insert(one).block(SHORT);
        store.put(new MentorshipWords(
                        id,
                        mentee.id(),
                        mentor == null ? Set.of(mentee.id()) : Set.of(mentee.id(), mentor),
                        "Pimpernel" + place.sort(),
                        List.of(new MentorshipWords.Goal(
                                goal, "Speedwell" + place.sort(), MentorshipWords.Progress.NOT_YET, now))))
                .block(SHORT);
        return id;
    }

    @Override
    public List<Secret> secrets(String sort) {
        Set<String> two = Set.of("author", "Hubert");
        return List.of(new Secret("Pimpernel" + sort, two), new Secret("Speedwell" + sort, two));
    }

    @Override
    public void secretsAreShown(Place place) {
        for (String person : List.of("Petronella", "Hubert")) {
            assertThat(place.session(person)
                            .get("/mentoring/" + place.get("mentorship"))
                            .body())
                    .contains("Pimpernel" + place.sort(), "Speedwell" + place.sort());
        }
    }

    @Override
    public Object stored(Place place) {
        return List.of(
                Stored.with(mongo, "mentorships", "_id", place.get("mentorship")),
                Stored.with(mongo, "mentorships", "_id", place.get("proposal")),
                Stored.with(mongo, "mentorships", "_id", place.get("wanted")),
                Stored.with(mongo, "mentorship_words", "_id", place.get("mentorship")));
    }

    /** Else the coordinator's lists would grow with each place. */
    @Override
    public void remove(Collection<Place> places) {
        List<String> made = places.stream()
                .flatMap(place -> Stream.of("mentorship", "proposal", "wanted").map(place::get))
                .toList();
        Stored.remove(mongo, "mentorships", "_id", made);
        Stored.remove(mongo, "mentorship_words", "_id", made);
    }
}
