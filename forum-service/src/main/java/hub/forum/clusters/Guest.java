package hub.forum.clusters;

import hub.platform.refusals.Rejected;
import java.time.Instant;

/**
 * Somebody without an account who wants to come to a public date. Erased when the meeting is over.
 *
 * @param email in the one spelling of {@link hub.platform.identity.EmailAddress}
 * @param name a first name, 1 to 40 characters
 * @param adults 1 to 20
 * @param children 0 to 20
 * @param letters how many were sent to the address for this meeting, so that nobody's mailbox is filled
 */
public record Guest(
        String id,
        String meeting,
        String email,
        String name,
        int adults,
        int children,
        State state,
        int letters,
        Instant at) {
    /** To one address for one meeting. */
    static final int MOST_LETTERS = 3;

    /** Nobody comes before they have shown that the address is theirs. */
    public enum State {
        ASKED,
        CONFIRMED
    }

    static Guest ask(String id, String meeting, String email, String name, int adults, int children, Instant at) {
        return new Guest(id, meeting, email, name, adults, children, State.ASKED, 1, at);
    }

    /**
     * Somebody, maybe another person, typed the same address again: what was confirmed stays as it is.
     *
     * @throws Rejected {@link ClusterRefusal#LETTERS} if no more letters are sent to it
     */
    Guest askAgain(String newName, int newAdults, int newChildren, Instant when) {
        if (letters >= MOST_LETTERS) {
            throw new Rejected(ClusterRefusal.LETTERS);
        }
        return confirmed()
                ? new Guest(id, meeting, email, name, adults, children, state, letters + 1, at)
                : new Guest(id, meeting, email, newName, newAdults, newChildren, state, letters + 1, when);
    }

    Guest confirm() {
        return new Guest(id, meeting, email, name, adults, children, State.CONFIRMED, letters, at);
    }

    public boolean confirmed() {
        return state == State.CONFIRMED;
    }
}
