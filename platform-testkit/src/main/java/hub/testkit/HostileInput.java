package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.security.PublicPaths;
import hub.testkit.RouteTable.Row;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Everything {@link Hostile} for every address of a service, by somebody who may do everything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
public abstract class HostileInput {
    /** These end the rights or the thing with which the others are tried; they are tried last. */
    private static final List<String> ENDS = List.of("/leave", "/delete", "/remove", "/suspend", "/end", "/role");

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private PublicPaths.All open;

    @Autowired
    private Browsing browsing;

    @Autowired
    private People people;

    @Autowired
    private MatrixWorld world;

    private final Counts atLeast;
    private int number;
    private Account person;
    private Hostile hostile;

    /** @param atLeast how many requests there must have been of each kind, so that nothing is passed over unseen */
    protected HostileInput(Counts atLeast) {
        this.atLeast = atLeast;
    }

    public record Counts(int ids, int queries, int texts, int forms, int methods, int tokens) {}

    @BeforeAll
    void everySortOfPerson() {
        world.begin();
    }

    @BeforeEach
    void somebodyWhoMayEverything() {
        number++;
        person = people.with("Everything " + number, Role.values());
        List<Row> rows = RouteTable.allRows().stream()
                .sorted(Comparator.comparing(row -> ENDS.stream().anyMatch(row.address()::endsWith)))
                .toList();
        hostile = new Hostile(rows, world.tried(person), browsing.as(person), requestMappingHandlerMapping, open);
    }

    @Test
    void idsThatAreNone() {
        assertFair(hostile.idsThatAreNone(), atLeast.ids());
    }

    @Test
    void queriesThatNobodyAsked() {
        assertFair(hostile.queriesThatNobodyAsked(), atLeast.queries());
    }

    @Test
    void textsInEachFieldOfEachForm() {
        assertFair(hostile.texts().whatIsShown(), atLeast.texts());
    }

    @Test
    void formsThatAreNone() {
        assertFair(hostile.forms(), atLeast.forms());
    }

    @Test
    void methodsThatAnAddressDoesNotKnow() {
        assertFair(hostile.methods(), atLeast.methods());
    }

    @Test
    void formsWhoseTokenDoesNotFit() {
        assertFair(hostile.tokens(browsing.asWithoutToken(person)), atLeast.tokens());
    }

    private static void assertFair(Hostile tried, int atLeast) {
        assertThat(tried.wrong()).isEmpty();
        assertThat(tried.sent()).isGreaterThan(atLeast);
    }
}
