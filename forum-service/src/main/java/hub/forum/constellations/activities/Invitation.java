package hub.forum.constellations.activities;

import hub.forum.constellations.homes.HomeMark;
import java.util.Set;

/** Whom an organiser invites to an activity. */
public sealed interface Invitation {

    /** All households of the constellation. */
    record Everybody() implements Invitation {}

    /** Some households. */
    record Homes(Set<String> households) implements Invitation {
        public Homes {
            households = Set.copyOf(households);
        }
    }

    /** Those that are invited already. */
    record AsBefore() implements Invitation {}

    /** The homes with a mark that the liaison worker has set. */
    record Marked(HomeMark mark) implements Invitation {}
}
