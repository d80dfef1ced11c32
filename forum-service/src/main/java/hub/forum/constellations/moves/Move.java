package hub.forum.constellations.moves;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.LocalDate;
import java.util.List;

/**
 * That a household moves to another constellation.
 *
 * @param people the accounts of the household in the constellation that it leaves: as planned, then those that have left
 * @param joined those of them that are in the other; nobody before the day
 * @param from the group that it leaves
 * @param to the group that it joins
 * @param day as in "2026-12-04", in London, on which it counts from midnight
 * @param by who planned it
 * @param version from 1, one more with each change
 */
public record Move(
        String id,
        String household,
        List<String> people,
        List<String> joined,
        String from,
        String to,
        String day,
        State state,
        String by,
        int version) {
    /** Source of the bound: nobody plans a household's constellation further ahead. */
    static final int MOST_DAYS = 366;

    public Move {
        people = List.copyOf(people);
        joined = List.copyOf(joined);
    }

    /** How far it is. */
    public enum State implements Slug {
        PLANNED,
        DONE,
        /** Taken back, or the household was not there any more on the day. */
        CANCELLED
    }

    /** @throws Rejected unless the day is after today and within a year, and the groups are two */
    static Move plan(
            String id,
            String household,
            List<String> people,
            String from,
            String to,
            LocalDate day,
            LocalDate today,
            String by) {
        if (!day.isAfter(today) || day.isAfter(today.plusDays(MOST_DAYS))) {
            throw new Rejected(MoveRefusal.NOT_AHEAD);
        }
        return new Move(id, household, people, List.of(), from, to, day.toString(), State.PLANNED, by, 1);
    }

    /** @throws Rejected if it has taken place */
    Move cancel() {
        return switch (state) {
            case PLANNED -> in(State.CANCELLED, people, List.of());
            case CANCELLED -> this;
            case DONE -> throw new Rejected(MoveRefusal.DONE);
        };
    }

    /** @param left who did; nobody if the household had left already @param entered who of them is in the other */
    Move carriedOut(List<String> left, List<String> entered) {
        return in(left.isEmpty() ? State.CANCELLED : State.DONE, left, entered);
    }

    private Move in(State next, List<String> who, List<String> entered) {
        return new Move(id, household, who, entered, from, to, day, next, by, version + 1);
    }

    public LocalDate date() {
        return LocalDate.parse(day);
    }

    public boolean planned() {
        return state == State.PLANNED;
    }
}
