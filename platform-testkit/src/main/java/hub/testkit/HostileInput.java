package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Everything {@link Hostile} for every address of a service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
public abstract class HostileInput {
    private final Counts atLeast;

    /** @param atLeast how many requests there must have been of each kind, so that nothing is passed over unseen */
    protected HostileInput(Counts atLeast) {
        this.atLeast = atLeast;
    }

    public record Counts(int ids, int queries, int texts, int forms, int methods, int tokens) {}

    /** Made afresh for each test. */
    protected abstract Hostile hostile();

    /** The same person, whose form token does not fit. */
    protected abstract Browsing.Session withoutToken();

    @Test
    void idsThatAreNone() {
        assertFair(hostile().idsThatAreNone(), atLeast.ids());
    }

    @Test
    void queriesThatNobodyAsked() {
        assertFair(hostile().queriesThatNobodyAsked(), atLeast.queries());
    }

    @Test
    void textsInEachFieldOfEachForm() {
        assertFair(hostile().texts().whatIsShown(), atLeast.texts());
    }

    @Test
    void formsThatAreNone() {
        assertFair(hostile().forms(), atLeast.forms());
    }

    @Test
    void methodsThatAnAddressDoesNotKnow() {
        assertFair(hostile().methods(), atLeast.methods());
    }

    @Test
    void formsWhoseTokenDoesNotFit() {
        assertFair(hostile().tokens(withoutToken()), atLeast.tokens());
    }

    private static void assertFair(Hostile tried, int atLeast) {
        assertThat(tried.wrong()).isEmpty();
        assertThat(tried.sent()).isGreaterThan(atLeast);
    }
}
