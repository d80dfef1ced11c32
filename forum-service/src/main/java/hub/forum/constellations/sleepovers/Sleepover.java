package hub.forum.constellations.sleepovers;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sleepover, or day care, that somebody asked for.
 *
 * @param reached the accounts that it was brought to, in their order
 * @param dutyTeam whether nobody took it, and whoever asked was told to ring the duty team
 * @param answeredBy who took or declined it; null while it waits
 * @param reason why it was declined; null if it was not
 * @param said how it was, as each of the two sides tapped it
 * @param version from 1, one more with each change
 */
public record Sleepover(
        String id,
        String group,
        String askedBy,
        Ask ask,
        State state,
        Instant askedAt,
        List<String> reached,
        boolean dutyTeam,
        @Nullable String answeredBy,
        @Nullable Reason reason,
        List<Said> said,
        int version) {

    public Sleepover {
        reached = List.copyOf(reached);
        said = List.copyOf(said);
    }

    /** What became of it. */
    public enum State implements Slug {
        REQUESTED,
        ACCEPTED,
        DECLINED,
        HAPPENED,
        DID_NOT_HAPPEN,
        CANCELLED;

        /** Whether a bed is kept for it. */
        boolean holdsBeds() {
            return this == REQUESTED || this == ACCEPTED;
        }
    }

    /** Why it cannot be. */
    public enum Reason implements Slug {
        AWAY,
        ILL,
        NOT_THE_RIGHT_PLACE,
        TOO_MUCH_JUST_NOW,
        LET_US_TALK
    }

    /** How it was. */
    public enum Helped implements Slug {
        YES,
        A_LITTLE,
        NO
    }

    /** @param account whoever asked, or whoever took it */
    public record Said(String account, Helped helped) {}

    static Sleepover asked(String id, String group, String by, Ask ask, Instant at) {
        return new Sleepover(id, group, by, ask, State.REQUESTED, at, List.of(), false, null, null, List.of(), 1);
    }

    /** Taking it twice is taking it once. @throws Rejected if it is answered by somebody else, is over or was cancelled */
    public Sleepover accept(String by, Instant now) {
        if (state == State.ACCEPTED && by.equals(answeredBy)) {
            return this;
        }
        requireWaiting();
        if (!ask.until().isAfter(now)) {
            throw new Rejected(SleepoverRefusal.OVER);
        }
        return with(State.ACCEPTED, by, null, said);
    }

    /** @throws Rejected if it is answered or cancelled */
    public Sleepover decline(String by, Reason why) {
        if (state == State.DECLINED && by.equals(answeredBy)) {
            return this;
        }
        requireWaiting();
        return with(State.DECLINED, by, why, said);
    }

    /** By whoever asked, or those who keep the hub home. Done twice it is done once. @throws Rejected if it is over */
    public Sleepover cancel() {
        return switch (state) {
            case REQUESTED, ACCEPTED -> with(State.CANCELLED, answeredBy, reason, said);
            case CANCELLED -> this;
            case DECLINED, HAPPENED, DID_NOT_HAPPEN -> throw new Rejected(SleepoverRefusal.OVER);
        };
    }

    /** What became of one that was agreed, once it has begun. @throws Rejected if it was not agreed, or has not begun */
    public Sleepover over(boolean happened, Instant now) {
        State next = happened ? State.HAPPENED : State.DID_NOT_HAPPEN;
        return switch (state) {
            case ACCEPTED -> {
                if (ask.from().isAfter(now)) {
                    throw new Rejected(SleepoverRefusal.NOT_YET);
                }
                yield with(next, answeredBy, reason, said);
            }
            case HAPPENED, DID_NOT_HAPPEN -> state == next ? this : with(next, answeredBy, reason, said);
            case REQUESTED, DECLINED, CANCELLED -> throw new Rejected(SleepoverRefusal.OVER);
        };
    }

    /** How it was, in the place of what they said before. @throws Rejected if it did not happen, or they had no part in it */
    public Sleepover say(String account, Helped helped) {
        if (state != State.HAPPENED || !(account.equals(askedBy) || account.equals(answeredBy))) {
            throw new Rejected(SleepoverRefusal.OVER);
        }
        List<Said> all = new ArrayList<>(
                said.stream().filter(one -> !one.account().equals(account)).toList());
        all.add(new Said(account, helped));
        return with(state, answeredBy, reason, all);
    }

    /** Brought to these people too, while it waits. */
    Sleepover reaching(List<String> more) {
        List<String> all = new ArrayList<>(reached);
        more.stream().filter(account -> !all.contains(account)).forEach(all::add);
        return new Sleepover(
                id, group, askedBy, ask, state, askedAt, all, dutyTeam, answeredBy, reason, said, version + 1);
    }

    /** Nobody is left to be reached. */
    Sleepover forDutyTeam() {
        return new Sleepover(
                id, group, askedBy, ask, state, askedAt, reached, true, answeredBy, reason, said, version + 1);
    }

    private Sleepover with(State next, @Nullable String by, @Nullable Reason why, List<Said> how) {
        return new Sleepover(id, group, askedBy, ask, next, askedAt, reached, dutyTeam, by, why, how, version + 1);
    }

    private void requireWaiting() {
        switch (state) {
            case REQUESTED -> {}
            case ACCEPTED, DECLINED -> throw new Rejected(SleepoverRefusal.ANSWERED);
            case CANCELLED, HAPPENED, DID_NOT_HAPPEN -> throw new Rejected(SleepoverRefusal.OVER);
        }
    }

    public boolean waits() {
        return state == State.REQUESTED;
    }

    public boolean isOf(@Nullable String account) {
        return askedBy.equals(account);
    }

    public String path() {
        return "/constellations/" + group + "/sleepovers/" + id;
    }
}
