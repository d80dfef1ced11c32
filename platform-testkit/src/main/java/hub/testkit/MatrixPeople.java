package hub.testkit;

import hub.platform.identity.Account;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who asks, and about which sorts of places: what the columns and places in the tables of one service mean. Each service has one. */
public interface MatrixPeople {
    /** Somebody who is signed out. */
    String NOBODY = "nobody";

    /** @return the names of the people in each column; all of a column are answered alike, unless a table names one of them as a column */
    Map<String, List<String>> columns();

    /** Puts everybody in, except {@link #NOBODY}. */
    List<Account> everybody(People people);

    /** @return the sorts of places, in the order in which they are made */
    List<String> places();

    /** @return the sort of place in which hostile input is tried */
    String triedIn();

    /** @return the people whose parts the one who tries hostile input plays there */
    Set<String> playedByWhoTries();
}
