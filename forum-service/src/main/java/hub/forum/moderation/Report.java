package hub.forum.moderation;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a member thinks a post should be looked at.
 *
 * @param reference what people can say on the telephone: "R-4F7K"
 * @param group where the post stands; whoever may answer reports of that group sees it
 * @param about what was reported, as it was then
 * @param open until it is decided: of open reports a person has one for a post
 * @param decision null until somebody has decided
 */
public record Report(
        String id,
        String reference,
        String post,
        String thread,
        String group,
        String reporter,
        Reason reason,
        String words,
        Instant at,
        Snapshot about,
        State state,
        boolean open,
        @Nullable String takenBy,
        @Nullable Instant takenAt,
        @Nullable Decision decision) {

    public static final int LONGEST_WORDS = 1_000;

    private static final Duration LEFT_LYING = Duration.ofHours(2);

    /** Why. */
    public enum Reason implements Slug {
        IDENTIFIES_A_CHILD,
        PRIVATE_ABOUT_SOMEONE,
        UNKIND,
        NOT_FOR_HERE,
        SOMETHING_ELSE
    }

    /** Where it stands. */
    public enum State {
        WAITING,
        TAKEN,
        CLOSED
    }

    /** What came of it. */
    public enum Outcome implements Slug {
        HIDDEN,
        LOCKED,
        LEFT
    }

    /** The post as it was, and the one it answered. */
    public record Snapshot(
            String threadTitle,
            String author,
            Instant writtenAt,
            String html,
            @Nullable String answeredAuthor,
            @Nullable String answeredHtml) {}

    /** @param note what the author was told, or why nothing was done */
    public record Decision(Outcome outcome, String by, Instant at, String note) {}

    /** Taking what one has already is no change. What another took and left lying can be taken over. */
    public Report taken(String by, Instant when) {
        return switch (state) {
            case WAITING -> with(State.TAKEN, by, when, null);
            case TAKEN -> {
                if (by.equals(takenBy)) {
                    yield this;
                }
                if (!isLeftLying(when)) {
                    throw new Rejected(ReportRefusal.TAKEN_BY_ANOTHER);
                }
                yield with(State.TAKEN, by, when, null);
            }
            case CLOSED -> throw new Rejected(ReportRefusal.CLOSED_ALREADY);
        };
    }

    /** @throws Rejected unless this person has taken it */
    public Report closed(Decision decided) {
        return switch (state) {
            case WAITING -> throw new Rejected(ReportRefusal.TAKE_FIRST);
            case TAKEN -> {
                if (!decided.by().equals(takenBy)) {
                    throw new Rejected(ReportRefusal.TAKEN_BY_ANOTHER);
                }
                yield with(State.CLOSED, takenBy, takenAt, decided);
            }
            case CLOSED -> throw new Rejected(ReportRefusal.CLOSED_ALREADY);
        };
    }

    /** Answered by what was decided about another report of the same post, or by what was done to the post itself. Closing what is closed is no change. */
    Report closedToo(Decision decided) {
        return state == State.CLOSED ? this : with(State.CLOSED, takenBy, takenAt, decided);
    }

    /** Whether it was taken so long ago that somebody else may take it over. */
    public boolean isLeftLying(Instant now) {
        return takenAt != null && takenAt.plus(LEFT_LYING).isBefore(now);
    }

    private Report with(State next, @Nullable String by, @Nullable Instant when, @Nullable Decision decided) {
        return new Report(
                id,
                reference,
                post,
                thread,
                group,
                reporter,
                reason,
                words,
                at,
                about,
                next,
                next != State.CLOSED,
                by,
                when,
                decided);
    }
}
