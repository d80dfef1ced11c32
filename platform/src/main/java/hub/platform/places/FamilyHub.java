package hub.platform.places;

import hub.platform.refusals.Rejected;
import java.time.Instant;

/**
 * A family hub.
 *
 * @param version from 1, one more with each change: a form says which one it was shown with
 */
public record FamilyHub(String id, HubFacts facts, State state, int version, Instant changedAt, String changedBy) {

    /** A retired one is not offered any more; what took place in it still names it. */
    public enum State {
        OPEN,
        RETIRED
    }

    public static FamilyHub begin(String id, HubFacts facts, Instant at, String by) {
        return new FamilyHub(id, facts, State.OPEN, 1, at, by);
    }

    /** @throws Rejected {@link PlaceRefusal#CHANGED_MEANWHILE} unless it is the version that was seen */
    public FamilyHub describedAs(HubFacts other, int seenVersion, Instant at, String by) {
        if (seenVersion != version) {
            throw new Rejected(PlaceRefusal.CHANGED_MEANWHILE);
        }
        return new FamilyHub(id, other, state, version + 1, at, by);
    }

    /** Done twice it is done once. */
    public FamilyHub retire(Instant at, String by) {
        return to(State.RETIRED, at, by);
    }

    /** Done twice it is done once. */
    public FamilyHub open(Instant at, String by) {
        return to(State.OPEN, at, by);
    }

    private FamilyHub to(State next, Instant at, String by) {
        return state == next ? this : new FamilyHub(id, facts, next, version + 1, at, by);
    }

    public boolean retired() {
        return state == State.RETIRED;
    }

    public String name() {
        return facts.name();
    }

    /** "Elm Lane Family Hub, 14 Elm Lane, BS5 6QR": for calendars and maps. */
    public String line() {
        return facts.name() + ", " + facts.address() + ", " + facts.postcode();
    }
}
