package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Every address of a service, for every sort of person and place, by its {@link RouteMatrix}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class WhoMayWhat implements RouteMatrix.World {
    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    protected Browsing browsing;

    @Autowired
    protected People people;

    private final String table;
    private final List<String> places;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Browsing.Session> sessions = new HashMap<>();
    private final Map<String, Map<String, String>> shared = new HashMap<>();
    private Object asItWas = Map.of();
    private LogWatch log;

    /**
     * @param table a resource
     * @param places of each of which there is one that everybody is asked about
     */
    protected WhoMayWhat(String table, List<String> places) {
        this.table = table;
        this.places = places;
    }

    /** Everybody in the columns, by {@link #put}. */
    protected abstract void everySortOfPerson();

    /** What the variables of addresses stand for in a place of this sort, which is made now. */
    protected abstract Map<String, String> made(String place);

    /** What the places are, to see whether a refusal changed them. */
    protected abstract Object stateOfShared();

    /** Words that no line of the log may have. */
    protected abstract Stream<String> secrets();

    protected abstract int fewestRequests();

    @BeforeAll
    void everySortOfPersonAndPlace() {
        sessions.put("nobody", browsing.signedOut());
        everySortOfPerson();
        log = LogWatch.start();
        places.forEach(place -> shared.put(place, made(place)));
        asItWas = stateOfShared();
    }

    @AfterAll
    void stopListening() {
        log.close();
    }

    protected final void put(Account account) {
        accounts.put(account.name(), account);
        sessions.put(account.name(), browsing.as(account));
    }

    protected final Account account(String name) {
        return Objects.requireNonNull(accounts.get(name), name);
    }

    @Override
    public final Browsing.Session session(String person) {
        return Objects.requireNonNull(sessions.get(person), person);
    }

    @Override
    public final Map<String, String> shared(String place) {
        return Objects.requireNonNull(shared.get(place), place);
    }

    protected final Map<String, Map<String, String>> shared() {
        return shared;
    }

    Stream<RouteMatrix.Row> rows() {
        return RouteMatrix.read(table).stream();
    }

    @Test
    @Order(1)
    void everyAddressHasItsRow() {
        assertThat(RouteMatrix.of(table, this).unequal(requestMappingHandlerMapping))
                .isEmpty();
    }

    @ParameterizedTest
    @Order(3)
    @MethodSource("rows")
    void whoMayWhat(RouteMatrix.Row row) {
        assertThat(RouteMatrix.of(table, this).check(row)).as(row.toString()).isEmpty();
    }

    /** Each refusal was given for these. */
    @Test
    @Order(4)
    void whatWasRefusedChangedNothing() {
        assertThat(stateOfShared()).isEqualTo(asItWas);
    }

    @Test
    @Order(5)
    void nothingOfAllThatIsInTheLog() {
        List<String> lines =
                log.lines().stream().map(line -> line.toLowerCase(Locale.ROOT)).toList();
        assertThat(log.requests()).hasSizeGreaterThan(fewestRequests());
        secrets()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .forEach(word -> assertThat(lines.stream()
                                .filter(line -> line.contains(word))
                                .limit(3))
                        .as("lines of the log with " + word)
                        .isEmpty());
    }
}
