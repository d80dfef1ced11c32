package hub.forum.meetings;

import hub.platform.refusals.Rejected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of a group.
 *
 * @param listed false for a draft, which only those who arrange it see
 * @param changes what was changed last, after people had been told; empty if nothing was
 * @param changedAt when people were told last; of a draft, when it was saved
 * @param reason why it was cancelled, 3 to 500 characters; null if it was not
 * @param series what it is a date of; null if it stands alone
 * @param sequence 0 at first, one more with each change that calendars should notice
 * @param version one more with each change of any kind: a form says which one it was shown with
 * @param tickets how many replies have been counted: whoever waits, waits in this order
 * @param taken how many people come, as those who answered say
 */
public record Meeting(
        String id,
        String group,
        MeetingDetails details,
        State state,
        boolean listed,
        List<Difference> changes,
        Instant changedAt,
        @Nullable String reason,
        @Nullable SeriesDate series,
        int sequence,
        int version,
        int tickets,
        int taken,
        String arrangedBy) {

    public Meeting {
        changes = List.copyOf(changes);
    }

    /** What became of it. */
    public enum State {
        DRAFT,
        PUBLISHED,
        /** Published, and something is different from what people were told first. */
        CHANGED,
        HELD,
        CANCELLED
    }

    /**
     * That it is one of several dates.
     *
     * @param series their id
     * @param planned the day that the rule gave, as in "2026-06-03", by which it is known wherever it is moved
     * @param moved whether it has a time of its own, which it keeps when the others change
     */
    public record SeriesDate(String series, String planned, boolean moved) {}

    public static Meeting draft(
            String id, String group, MeetingDetails details, @Nullable SeriesDate series, Instant at, String by) {
        return new Meeting(id, group, details, State.DRAFT, false, List.of(), at, null, series, 0, 1, 0, 0, by);
    }

    /** One more date of the same kind, published as this one is. */
    Meeting another(String newId, MeetingDetails other, SeriesDate date, Instant at, String by) {
        return draft(newId, group, other, date, at, by).publish(at);
    }

    /** As the first date of a series. */
    Meeting inSeries(SeriesDate date) {
        return new Meeting(
                id,
                group,
                details,
                state,
                listed,
                changes,
                changedAt,
                reason,
                date,
                sequence,
                version + 1,
                tickets,
                taken,
                arrangedBy);
    }

    /** @throws Rejected if it is over, or would be in the past */
    public Meeting publish(Instant now) {
        return switch (state) {
            case DRAFT -> {
                requireAhead(details, now);
                yield with(details, State.PUBLISHED, List.of(), now, null, series, 0);
            }
            case PUBLISHED, CHANGED -> this;
            case HELD, CANCELLED -> throw new Rejected(MeetingRefusal.OVER);
        };
    }

    /**
     * The meeting with other details; people are to be told of {@link #changes} if it is {@link State#CHANGED} now and its sequence is higher.
     *
     * @param seenVersion that the organiser saw
     * @throws Rejected if it is not that version any more, is over, or would be in the past
     */
    public Meeting describedAs(MeetingDetails other, int seenVersion, Instant now) {
        requireVersion(seenVersion);
        boolean moves = !other.starts().equals(details.starts());
        SeriesDate date =
                series == null ? null : new SeriesDate(series.series(), series.planned(), series.moved() || moves);
        return described(other, date, now);
    }

    /** As {@link #describedAs}, when the same is done to all dates of a series that follow: none is moved by itself. */
    public Meeting describedWithOthers(MeetingDetails other, Instant now) {
        return described(other, series, now);
    }

    /** @throws Rejected if another version was seen */
    Meeting requireVersion(int seen) {
        if (seen != version) {
            throw new Rejected(MeetingRefusal.CHANGED_MEANWHILE);
        }
        return this;
    }

    private Meeting described(MeetingDetails other, @Nullable SeriesDate date, Instant now) {
        return switch (state) {
            case DRAFT -> with(other, State.DRAFT, List.of(), now, null, date, sequence);
            case PUBLISHED, CHANGED -> {
                requireNotStarted(now);
                requireAhead(other, now);
                List<Difference> found = Difference.between(details, other);
                if (found.isEmpty()) {
                    yield other.equals(details) ? this : with(other, state, changes, changedAt, null, date, sequence);
                }
                yield with(other, State.CHANGED, found, now, null, date, sequence + 1);
            }
            case HELD, CANCELLED -> throw new Rejected(MeetingRefusal.OVER);
        };
    }

    /**
     * @param why 3 to 500 characters; everybody who sees the meeting sees it
     * @throws Rejected if it has begun, or is over
     */
    public Meeting cancel(String why, Instant now) {
        return switch (state) {
            case DRAFT -> throw new Rejected(MeetingRefusal.DRAFT);
            case PUBLISHED, CHANGED -> {
                requireNotStarted(now);
                yield with(details, State.CANCELLED, List.of(), now, why, series, sequence + 1);
            }
            case HELD, CANCELLED -> throw new Rejected(MeetingRefusal.OVER);
        };
    }

    /** It has taken place, once its end has passed; nothing happens to one that did not. */
    public Meeting hold(Instant now) {
        return on() && !now.isBefore(details.ends())
                ? with(details, State.HELD, changes, changedAt, null, series, sequence)
                : this;
    }

    /** With the replies as they are now. */
    Meeting counted(int newTickets, int newTaken) {
        return new Meeting(
                id,
                group,
                details,
                state,
                listed,
                changes,
                changedAt,
                reason,
                series,
                sequence,
                version,
                newTickets,
                newTaken,
                arrangedBy);
    }

    private Meeting with(
            MeetingDetails newDetails,
            State next,
            List<Difference> found,
            Instant at,
            @Nullable String why,
            @Nullable SeriesDate newSeries,
            int newSequence) {
        return new Meeting(
                id,
                group,
                newDetails,
                next,
                next != State.DRAFT,
                found,
                at,
                why,
                newSeries,
                newSequence,
                version + 1,
                tickets,
                taken,
                arrangedBy);
    }

    private void requireNotStarted(Instant now) {
        if (started(now)) {
            throw new Rejected(MeetingRefusal.STARTED);
        }
    }

    private static void requireAhead(MeetingDetails details, Instant now) {
        if (!details.starts().isAfter(now)) {
            throw new Rejected(MeetingRefusal.IN_THE_PAST);
        }
    }

    /** Whether it takes place, or is taking place. */
    public boolean on() {
        return state == State.PUBLISHED || state == State.CHANGED;
    }

    public boolean draft() {
        return state == State.DRAFT;
    }

    public boolean cancelled() {
        return state == State.CANCELLED;
    }

    public boolean started(Instant now) {
        return !now.isBefore(details.starts());
    }

    public String path() {
        return "/meetings/" + id;
    }
}
