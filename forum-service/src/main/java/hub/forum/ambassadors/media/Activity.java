package hub.forum.ambassadors.media;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that an ambassador may do with the press.
 *
 * @param ambassador the account; likewise proposedBy
 * @param what it is and for whom, in a line
 * @param approvedAt when the press office approved it: from then on the ambassador knows of it; null before, and if it never did
 * @param agreedAt when the ambassador agreed to this one; null before, and when she took it back
 * @param history each state with its time, the earliest first
 * @param version from 1, one more with each change
 */
public record Activity(
        String id,
        String ambassador,
        String proposedBy,
        Kind kind,
        String what,
        LocalDate day,
        State state,
        @Nullable Instant approvedAt,
        @Nullable Instant agreedAt,
        List<Dated> history,
        int version) {
    public Activity {
        history = List.copyOf(history);
    }

    /** What is done. */
    public enum Kind implements Slug {
        INTERVIEW,
        PHOTOGRAPH,
        EVENT;
    }

    /** How far it is. */
    public enum State implements Slug {
        PROPOSED,
        APPROVED,
        AGREED,
        DONE,
        DECLINED,
        WITHDRAWN;

        public boolean open() {
            return this == PROPOSED || this == APPROVED || this == AGREED;
        }
    }

    /** @see Activity#history */
    public record Dated(State state, Instant at) {}

    static Activity propose(
            String id, String ambassador, String by, Kind kind, String what, LocalDate day, Instant at) {
        return new Activity(
                id,
                ambassador,
                by,
                kind,
                what,
                day,
                State.PROPOSED,
                null,
                null,
                List.of(new Dated(State.PROPOSED, at)),
                1);
    }

    /** The press office has nothing against it. */
    Activity approve(Instant at) {
        return in(State.APPROVED, Set.of(State.PROPOSED), at, at, null);
    }

    /** The press office does not want it. */
    Activity refuse(Instant at) {
        return in(State.DECLINED, Set.of(State.PROPOSED), at, null, null);
    }

    /** The ambassador agrees to this one. */
    Activity agree(Instant at) {
        return in(State.AGREED, Set.of(State.APPROVED), at, approvedAt, at);
    }

    /** The ambassador does not want it. */
    Activity decline(Instant at) {
        return in(State.DECLINED, Set.of(State.APPROVED), at, approvedAt, null);
    }

    /** @throws Rejected before its day */
    Activity done(LocalDate today, Instant at) {
        if (state == State.AGREED && day.isAfter(today)) {
            throw new Rejected(ActivityRefusal.TOO_EARLY);
        }
        return in(State.DONE, Set.of(State.AGREED), at, approvedAt, agreedAt);
    }

    /** The ambassador takes her word back: it is not done, or what was made of it is not used any more. */
    Activity takeBack(Instant at) {
        return in(State.WITHDRAWN, Set.of(State.AGREED, State.DONE), at, approvedAt, null);
    }

    /** Those who proposed it call it off. */
    Activity callOff(Instant at) {
        return in(State.WITHDRAWN, Set.of(State.PROPOSED, State.APPROVED, State.AGREED), at, approvedAt, null);
    }

    /** Done twice it is done once. */
    private Activity in(State next, Set<State> from, Instant at, @Nullable Instant approved, @Nullable Instant agreed) {
        if (state == next) {
            return this;
        }
        if (!from.contains(state)) {
            throw new Rejected(ActivityRefusal.NOT_NOW);
        }
        List<Dated> all = new ArrayList<>(history);
        all.add(new Dated(next, at));
        return new Activity(id, ambassador, proposedBy, kind, what, day, next, approved, agreed, all, version + 1);
    }

    /** When it came into its state. */
    public Instant since() {
        return history.getLast().at();
    }

    public String path() {
        return "/ambassadors/media/" + id;
    }
}
