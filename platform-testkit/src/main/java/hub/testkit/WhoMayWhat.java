package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.RouteTable.Row;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Every address of a service, for every sort of person and place, as its features' {@link RouteTable}s and {@link MatrixFixture}s say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class WhoMayWhat {
    private final int fewestRequests;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private MatrixWorld world;

    @Autowired
    private KeptWords keptWords;

    private Map<String, List<Object>> asItWas = Map.of();
    private LogWatch log;

    /** @param fewestRequests how many there must have been, so that nothing is passed over unseen */
    protected WhoMayWhat(int fewestRequests) {
        this.fewestRequests = fewestRequests;
    }

    @BeforeAll
    void everySortOfPersonAndPlace() {
        world.begin();
        log = LogWatch.start();
        world.makeShared();
        asItWas = world.stored();
    }

    @AfterEach
    void removeFresh() {
        world.removeFresh();
    }

    @AfterAll
    void stopListening() {
        log.close();
    }

    @Test
    @Order(1)
    void everyAddressHasItsRowInItsFeaturesTable() {
        assertThat(RouteTable.unlike(requestMappingHandlerMapping, RouteTable.allRows()))
                .isEmpty();
    }

    @Test
    @Order(1)
    void everyTableAsksEverybody() {
        assertThat(RouteTable.all())
                .allSatisfy(table -> assertThat(
                                world.peopleBy(table).values().stream().flatMap(List::stream))
                        .as(table.feature())
                        .containsExactlyInAnyOrderElementsOf(world.everybody().toList()));
    }

    @Test
    @Order(2)
    void whatIsPlantedIsThereForThoseItIsFor() {
        world.secretsAreShown();
    }

    static Stream<Arguments> rows() {
        return RouteTable.all().stream().flatMap(table -> table.rows().stream().map(row -> Arguments.of(row, table)));
    }

    @ParameterizedTest(name = "{0}")
    @Order(3)
    @MethodSource("rows")
    void whoMayWhat(Row row, RouteTable table) {
        assertThat(new RouteMatrix(world).check(row, world.peopleBy(table)))
                .as(row.toString())
                .isEmpty();
    }

    /** Each refusal was given for these. */
    @Test
    @Order(4)
    void whatWasRefusedChangedNothing() {
        assertThat(world.stored()).isEqualTo(asItWas);
    }

    @Test
    @Order(5)
    void nothingOfAllThatIsInTheLog() {
        List<String> lines =
                log.lines().stream().map(line -> line.toLowerCase(Locale.ROOT)).toList();
        assertThat(log.requests()).hasSizeGreaterThan(fewestRequests);
        world.secrets()
                .map(word -> word.text().toLowerCase(Locale.ROOT))
                .forEach(word -> assertThat(lines.stream()
                                .filter(line -> line.contains(word))
                                .limit(3))
                        .as("lines of the log with " + word)
                        .isEmpty());
    }

    /** Everybody has filled in every form. */
    @Test
    @Order(6)
    void everyPlaceThatKeepsWordsIsDeclared() {
        assertThat(keptWords.undeclared()).isEmpty();
    }
}
