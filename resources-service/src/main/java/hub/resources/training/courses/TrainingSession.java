package hub.resources.training.courses;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import hub.resources.audiences.Audience;
import hub.resources.training.TrainingRefusal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A date of a course. Its transitions refuse what does not fit its state.
 *
 * @param audience that of its course
 * @param starts of its first day, for lists
 * @param ends of its last day, for lists
 * @param taken places that are booked or offered to somebody
 * @param waiting people on the waiting list
 * @param turn raised by each booking, so that two at once come one after the other
 * @param version raised by each change by staff; whoever changes it says which one they saw
 * @param reason why it was cancelled, for all to read
 */
public record TrainingSession(
        String id,
        String course,
        Audience audience,
        State state,
        SessionPlan plan,
        Instant starts,
        Instant ends,
        int taken,
        int waiting,
        long turn,
        String author,
        String formKey,
        Change changed,
        long version,
        @Nullable String reason) {
    /** A link to an online session is shown from so long before. */
    private static final Duration LINK_SHOWN = Duration.ofDays(1);

    /** What is stored. That it is full follows from its places. */
    public enum State {
        DRAFT,
        OPEN,
        CLOSED,
        HELD,
        CANCELLED
    }

    /** What people see. */
    public enum Phase implements Slug {
        DRAFT,
        OPEN,
        FULL,
        CLOSED,
        HELD,
        CANCELLED
    }

    public static TrainingSession draft(String id, Course course, SessionPlan plan, Change first) {
        return new TrainingSession(
                id,
                course.id(),
                course.outline().audience(),
                State.DRAFT,
                plan,
                plan.starts(),
                plan.ends(),
                0,
                0,
                0,
                first.by(),
                first.key(),
                first,
                0,
                null);
    }

    /**
     * @throws Rejected if it was held or cancelled, or there would be fewer places than are taken
     */
    public TrainingSession replan(SessionPlan next, Change change) {
        requireNotOver();
        if (next.capacity() < taken) {
            throw new Rejected(TrainingRefusal.TOO_FEW_PLACES, taken);
        }
        return with(state, next, change, null);
    }

    /** @throws Rejected unless it is a draft that has not begun */
    public TrainingSession open(Change change) {
        if (state != State.DRAFT && state != State.CLOSED) {
            throw new Rejected(TrainingRefusal.NOT_A_DRAFT);
        }
        if (!change.at().isBefore(starts)) {
            throw new Rejected(TrainingRefusal.STARTED);
        }
        return with(State.OPEN, plan, change, null);
    }

    /** @throws Rejected unless it is open */
    public TrainingSession close(Change change) {
        if (state != State.OPEN) {
            throw new Rejected(TrainingRefusal.NOT_OPEN);
        }
        return with(State.CLOSED, plan, change, null);
    }

    /** @throws Rejected unless it was open and its last day is over */
    public TrainingSession hold(Change change) {
        if (state == State.DRAFT) {
            throw new Rejected(TrainingRefusal.NOT_OPEN);
        }
        requireNotOver();
        if (change.at().isBefore(ends)) {
            throw new Rejected(TrainingRefusal.NOT_OVER);
        }
        return with(State.HELD, plan, change, null);
    }

    /**
     * @param why for all to read
     * @throws Rejected if it was held or cancelled before
     */
    public TrainingSession cancel(String why, Change change) {
        requireNotOver();
        return with(State.CANCELLED, plan, change, why);
    }

    /** As it is brought in, without the steps before. */
    TrainingSession as(State brought) {
        return with(brought, plan, changed, null);
    }

    private void requireNotOver() {
        if (state == State.HELD || state == State.CANCELLED) {
            throw new Rejected(TrainingRefusal.OVER);
        }
    }

    private TrainingSession with(State next, SessionPlan newPlan, Change change, @Nullable String why) {
        return new TrainingSession(
                id,
                course,
                audience,
                next,
                newPlan,
                newPlan.starts(),
                newPlan.ends(),
                taken,
                waiting,
                turn,
                author,
                formKey,
                change,
                version + 1,
                why);
    }

    /** The same with other numbers of places taken and people waiting. */
    public TrainingSession counted(int nowTaken, int nowWaiting) {
        return new TrainingSession(
                id,
                course,
                audience,
                state,
                plan,
                starts,
                ends,
                nowTaken,
                nowWaiting,
                turn,
                author,
                formKey,
                changed,
                version,
                reason);
    }

    public Phase phase(Instant now) {
        return switch (state) {
            case DRAFT -> Phase.DRAFT;
            case OPEN -> bookable(now) ? (free() > 0 ? Phase.OPEN : Phase.FULL) : Phase.CLOSED;
            case CLOSED -> Phase.CLOSED;
            case HELD -> Phase.HELD;
            case CANCELLED -> Phase.CANCELLED;
        };
    }

    /** Whether carers can book or join the waiting list. */
    public boolean bookable(Instant now) {
        return state == State.OPEN && now.isBefore(plan.closes());
    }

    public int free() {
        return Math.max(0, plan.capacity() - taken);
    }

    /** Whether it may take place: neither a draft nor cancelled. */
    public boolean stands() {
        return state == State.OPEN || state == State.CLOSED || state == State.HELD;
    }

    public boolean over(Instant now) {
        return !now.isBefore(ends);
    }

    /** Whether those who have a place see where it is held online. */
    public boolean showsLink(Instant now) {
        return !plan.link().isEmpty() && !now.isBefore(starts.minus(LINK_SHOWN));
    }

    public String path() {
        return "/training/dates/" + id;
    }

    boolean cameWith(String by, String key) {
        return changed.by().equals(by) && changed.key().equals(key);
    }
}
