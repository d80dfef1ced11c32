package hub.resources.training.booking;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import hub.resources.training.TrainingRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One or two people of a household who come together to a session: one place in the queue.
 *
 * @param accounts one or two, each with at most one booking of a session that stands
 * @param number order in the queue: the lower one came first
 * @param by who made it: one of them, or staff
 * @param formKey of the form it came with
 * @param needs what the trainer should know to make it easy to come; to 500 characters, may be empty; for whoever keeps the register alone
 * @param starts of the session, for lists
 * @param offeredUntil while it is offered: until when it can be taken
 * @param attendance who was there, once the register is kept
 */
public record Booking(
        String id,
        String session,
        String course,
        List<String> accounts,
        State state,
        long number,
        Instant at,
        String by,
        String formKey,
        String needs,
        Instant starts,
        @Nullable Instant offeredUntil,
        List<Attendance> attendance) {
    public static final int MOST_TOGETHER = 2;
    public static final int LONGEST_NEEDS = 500;

    public Booking {
        accounts = List.copyOf(accounts);
        attendance = List.copyOf(attendance);
    }

    /** Where it stands. */
    public enum State implements Slug {
        BOOKED,
        WAITING,
        /** A place came free shortly before the start: it is held for them until they say yes, or the time is over. */
        OFFERED,
        CANCELLED,
        /** The offer was not taken in time. */
        LAPSED,
        /** The session was cancelled. */
        CALLED_OFF,
        /** They came without a booking. */
        WALKED_IN;

        /** Whether it takes part in the queue. */
        public boolean stands() {
            return this == BOOKED || this == WAITING || this == OFFERED;
        }
    }

    /** Whether somebody was there. */
    public enum Result implements Slug {
        ATTENDED,
        PART,
        ABSENT
    }

    /** @param hours that count, in quarters; 0 for whoever was absent */
    public record Attendance(String account, Result result, double hours) {}

    public int size() {
        return accounts.size();
    }

    /** Whether it holds places: booked, or offered. */
    public boolean holdsPlaces() {
        return state == State.BOOKED || state == State.OFFERED;
    }

    public boolean isOf(@Nullable String account) {
        return account != null && accounts.contains(account);
    }

    Booking booked() {
        return to(State.BOOKED, null);
    }

    Booking offered(Instant until) {
        return to(State.OFFERED, until);
    }

    /** @throws Rejected unless it is offered and there is still time */
    Booking accept(Instant now) {
        if (state != State.OFFERED || offeredUntil == null || !now.isBefore(offeredUntil)) {
            throw new Rejected(TrainingRefusal.OFFER_OVER);
        }
        return booked();
    }

    /** @throws Rejected unless it stands */
    Booking cancel() {
        requireStanding();
        return to(State.CANCELLED, null);
    }

    /** One of two does not come; the other stays where they are. */
    Booking without(String account) {
        requireStanding();
        List<String> left = new ArrayList<>(accounts);
        left.remove(account);
        return left.isEmpty()
                ? cancel()
                : new Booking(
                        id,
                        session,
                        course,
                        left,
                        state,
                        number,
                        at,
                        by,
                        formKey,
                        needs,
                        starts,
                        offeredUntil,
                        attendance);
    }

    Booking lapse() {
        return state == State.OFFERED ? to(State.LAPSED, null) : this;
    }

    Booking callOff() {
        return state.stands() ? to(State.CALLED_OFF, null) : this;
    }

    Booking startingAt(Instant other) {
        return new Booking(
                id, session, course, accounts, state, number, at, by, formKey, needs, other, offeredUntil, attendance);
    }

    /** Notes whether one of them was there. */
    Booking attended(Attendance one) {
        List<Attendance> all = new ArrayList<>(attendance);
        all.removeIf(before -> before.account().equals(one.account()));
        all.add(one);
        return new Booking(
                id, session, course, accounts, state, number, at, by, formKey, needs, starts, offeredUntil, all);
    }

    public Optional<Attendance> attendanceOf(String account) {
        return attendance.stream().filter(one -> one.account().equals(account)).findFirst();
    }

    private void requireStanding() {
        if (!state.stands()) {
            throw new Rejected(TrainingRefusal.NO_PLACE);
        }
    }

    private Booking to(State next, @Nullable Instant until) {
        return new Booking(
                id, session, course, accounts, next, number, at, by, formKey, needs, starts, until, attendance);
    }
}
