package hub.forum.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.mongo.Ids;
import hub.testkit.MatrixFixture;
import hub.testkit.People;
import hub.testkit.TestFixture;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Somebody whose account is asked about. */
@TestFixture
final class AccountsFixture implements MatrixFixture {
    private final People people;

    AccountsFixture(People people) {
        this.people = people;
    }

    @Override
    public Set<String> variables() {
        return Set.of("person");
    }

    @Override
    public Map<String, String> make(Place place) {
        return Map.of("person", people.carer("Person " + Ids.next()).id());
    }

    /** A household's name tells who lives with whom: for administrators alone. */
    @Override
    public List<Secret> secrets(String sort) {
        return Stream.of("home-of-gwendoline", "home-of-leopoldine")
                .map(household -> new Secret(household, Set.of("admin")))
                .toList();
    }

    @Override
    public void secretsAreShown(Place place) {
        for (String person : List.of("gwendoline", "leopoldine")) {
            assertThat(place.session("Ada").get("/accounts/" + person).body()).contains("home-of-" + person);
        }
    }
}
