package hub.forum.meetings;

import hub.platform.text.Slug;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered: whether they come, and with how many. Children are a number and nothing more.
 *
 * @param id meeting, colon, whose it is: one answer each, to an activity one for each household
 * @param account who gave it; null for a guest, who has none
 * @param guest the first name of whoever has no account, empty once it is erased; null for everybody else
 * @param adults 1 to 20; as many as would come, for whoever cannot
 * @param children 0 to 20
 * @param ticket in this order they came, and wait
 * @param reminders before the meeting
 * @param broughtBy who answered for them; null if they did themselves
 * @param until the end of the meeting
 */
public record Reply(
        String id,
        String meeting,
        String group,
        @Nullable String account,
        @Nullable String guest,
        Answer answer,
        int adults,
        int children,
        int ticket,
        Set<Reminder> reminders,
        @Nullable String broughtBy,
        Instant at,
        Instant until) {
    public static final int MOST = 20;

    public Reply {
        reminders = Set.copyOf(reminders);
    }

    /** What became of the answer. */
    public enum Answer {
        GOING,
        WAITING,
        NOT_GOING
    }

    /** How long before the meeting somebody wants to be reminded. */
    public enum Reminder implements Slug {
        WEEK(Duration.ofDays(7)),
        DAY(Duration.ofDays(1));

        private final Duration before;

        Reminder(Duration before) {
            this.before = before;
        }

        public Duration before() {
            return before;
        }
    }

    /**
     * What somebody wants to answer.
     *
     * @param going whether they want to come
     */
    public record Wish(boolean going, int adults, int children, Set<Reminder> reminders) {
        public int people() {
            return adults + children;
        }
    }

    public static String id(String meeting, String whose) {
        return meeting + ":" + whose;
    }

    static Reply of(
            Meeting meeting,
            String whose,
            @Nullable String guest,
            Wish wish,
            Answer answer,
            int ticket,
            @Nullable String broughtBy,
            Instant at) {
        return new Reply(
                id(meeting.id(), whose),
                meeting.id(),
                meeting.group(),
                guest == null ? whose : null,
                guest,
                answer,
                wish.adults(),
                wish.children(),
                ticket,
                wish.reminders(),
                broughtBy,
                at,
                meeting.details().ends());
    }

    /** As the answer of a household. */
    Reply of(String household) {
        return new Reply(
                id(meeting, household),
                meeting,
                group,
                account,
                guest,
                answer,
                adults,
                children,
                ticket,
                reminders,
                broughtBy,
                at,
                until);
    }

    /** The same answer of the same household, of which another person has given it now. */
    Reply givenBy(String person) {
        return new Reply(
                id, meeting, group, person, guest, answer, adults, children, ticket, reminders, broughtBy, at, until);
    }

    /** Whose it is: a household's to an activity, a person's to every other meeting. */
    String whose() {
        return id.substring(meeting.length() + 1);
    }

    /** The next in order has a place. */
    Reply promoted() {
        return new Reply(
                id,
                meeting,
                group,
                account,
                guest,
                Answer.GOING,
                adults,
                children,
                ticket,
                reminders,
                broughtBy,
                at,
                until);
    }

    /** A guest of whom nothing is kept but the number. */
    Reply withoutName() {
        return new Reply(
                id, meeting, group, account, "", answer, adults, children, ticket, reminders, broughtBy, at, until);
    }

    public int people() {
        return adults + children;
    }

    public boolean going() {
        return answer == Answer.GOING;
    }

    public boolean waiting() {
        return answer == Answer.WAITING;
    }
}
