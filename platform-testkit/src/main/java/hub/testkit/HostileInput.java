package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Everything {@link Hostile} for every address of a service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
public abstract class HostileInput {
    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    protected Browsing browsing;

    @Autowired
    protected People people;

    private final Counts atLeast;
    private Account person;
    private Hostile hostile;

    /** @param atLeast how many requests there must have been of each kind, so that nothing is passed over unseen */
    protected HostileInput(Counts atLeast) {
        this.atLeast = atLeast;
    }

    public record Counts(int ids, int queries, int texts, int forms, int methods, int tokens) {}

    /**
     * Who tries it and on what, said afresh before each test.
     *
     * @param who may do everything
     * @param rows with forms that are well filled in
     * @param names what the variables in the rows stand for
     */
    protected final void tries(Account who, List<RouteMatrix.Row> rows, Map<String, String> names) {
        person = who;
        hostile = new Hostile(rows, names, browsing.as(who), requestMappingHandlerMapping);
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
