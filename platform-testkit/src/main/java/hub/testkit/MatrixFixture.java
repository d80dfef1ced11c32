package hub.testkit;

import hub.platform.identity.Account;
import hub.testkit.Browsing.Session;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the addresses of one feature are about. It is a {@link TestFixture} beside the feature's tests, as is its {@link RouteTable}: a new feature adds
 * both and changes neither those of others nor the tests that ask.
 */
public interface MatrixFixture {
    /** A place of one sort, such as a closed group. Everybody is asked about one; whoever may change it gets one made afresh. */
    interface Place {
        String sort();

        /** @return whether this person will be asked about it */
        boolean isFor(String person);

        Account account(String person);

        Session session(String person);

        /** What a variable stands for here. Whoever provides it has made it, at the latest now. */
        String get(String variable);
    }

    /**
     * Text that is planted in a place.
     *
     * @param readers the columns, or single people, to whom it may come; to nobody else, in whichever answer, and in no line of the log to anybody
     */
    record Secret(String text, Set<String> readers) {}

    /** @return the names that the variables made here have in the tables */
    Set<String> variables();

    /**
     * Makes something in a place.
     *
     * @return what each of the {@link #variables()} stands for
     */
    Map<String, String> make(Place place);

    /** @return an id for this variable that was never given out */
    default String unknown(String variable) {
        return ("nosuch" + variable + "000000").substring(0, 12);
    }

    /** @return the secrets that {@link #make} plants in a place of this sort */
    default List<Secret> secrets(String sort) {
        return List.of();
    }

    /**
     * Asserts that the secrets stand there for their readers; without this they could be missing for everybody, and the matrix would prove nothing.
     *
     * @param place one that is for everybody and that may be changed
     */
    default void secretsAreShown(Place place) {}

    /** @return what is stored of the place, to see whether a refusal changed it */
    default Object stored(Place place) {
        return List.of();
    }

    /** Takes places away that were made afresh, where lists would become too long. */
    default void remove(Collection<Place> places) {}

    /**
     * Puts people in whom only this feature tells apart from others.
     *
     * @return by the column as which all other tables ask them
     */
    default Map<String, List<Account>> people(People people) {
        return Map.of();
    }
}
