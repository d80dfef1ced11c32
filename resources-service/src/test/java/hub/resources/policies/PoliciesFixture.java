package hub.resources.policies;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.mongo.Ids;
import hub.resources.policies.suggestions.Suggestion;
import hub.testkit.MatrixFixture;
import hub.testkit.Stored;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** A policy in two versions, of which a third is being written, with a suggestion that is acknowledged. It is public in each place: nothing here is for an audience. */
@TestFixture
final class PoliciesFixture implements MatrixFixture {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Set<String> APPROVED = Set.of("carer", "kin", "staff", "editor");

    private final PolicyStore store;

    private final ReactiveMongoTemplate mongo;

    PoliciesFixture(PolicyStore store, ReactiveMongoTemplate mongo) {
        this.store = store;
        this.mongo = mongo;
    }

    /** A policy with these clauses that is stored, for tests. */
    Policy aPolicy(String title, LocalDate reviewDue, String... clauses) {
        Policy policy = policy(title, reviewDue, clauses);
        store.insert(policy).block(SOON);
        return policy;
    }

    private static Policy policy(String title, LocalDate reviewDue, String... clauses) {
        List<Clause> all = IntStream.range(0, clauses.length)
                .mapToObj(at -> new Clause(
                        "clause-" + (at + 1),
                        clauses[at],
                        clauses[at] + " as it was.",
                        "<p>" + clauses[at] + " as it was.</p>"))
                .toList();
        return Policy.first(
                Ids.next(),
                title,
                "What carers can hold us to.",
                new PolicyVersion(
                        1,
                        "Fostering service manager",
                        LocalDate.of(2025, 3, 24),
                        reviewDue,
                        "",
                        true,
                        all,
                        List.of(),
                        Instant.EPOCH));
    }

    @Override
    public Set<String> variables() {
        return Set.of("policy", "number", "clause", "suggestion");
    }

    @Override
    public Map<String, String> make(Place place) {
        String sort = place.sort();
        Policy published =
                policy("Policy of " + sort, LocalDate.of(2026, 3, 31), "Who it is for", "How it is reviewed");
        Policy policy = published
                .startNext()
                .reword("clause-1", "Who it is for", "Speedwell" + sort + " is new", "<p>New</p>", "");
        store.insert(policy).block(SOON);
        String id = Ids.next();
        Suggestion suggestion = Suggestion.submit(
                        id,
                        policy.id(),
                        "",
                        "",
                        "Campion" + sort + " should be in it",
                        place.account("Amina").id(),
                        Instant.now())
                .acknowledge();
        mongo.insert(suggestion, "policy_suggestions").block(SOON);
        return Map.of("policy", policy.id(), "number", "1", "clause", "clause-1", "suggestion", id);
    }

    @Override
    public String unknown(String variable) {
        return variable.equals("number") ? "99" : MatrixFixture.super.unknown(variable);
    }

    @Override
    public List<Secret> secrets(String sort) {
        return List.of(new Secret("Campion" + sort, APPROVED), new Secret("Speedwell" + sort, Set.of("editor")));
    }

    @Override
    public void secretsAreShown(Place place) {
        String path = "/policies/" + place.get("policy");
        assertThat(place.session("Joe").get(path + "/suggestions").body()).contains("Campion" + place.sort());
        assertThat(place.session("Helen").get(path + "/next/clauses/clause-1").body())
                .contains("Speedwell" + place.sort());
    }

    @Override
    public Object stored(Place place) {
        return List.of(
                String.valueOf(store.toChange(place.get("policy")).block(SOON)),
                Stored.with(mongo, "policy_suggestions", "_id", place.get("suggestion")));
    }
}
