package hub.forum.concerns;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody worries about a child.
 *
 * @param reference what people say on the phone, such as "C-7F3KA"
 * @param account who raised it
 * @param text what worries them, 3 to 4,000 characters
 * @param phone where they can be rung; empty if they did not say
 * @param post what was written in the hub that worries them, as it was then; null if it is about something else
 * @param about the account of whoever wrote that; empty if it is about something else
 * @param acknowledged who has read it and acts; null before
 * @param outcome what was done; null before
 * @param reminders how often it was raised again because nobody had acknowledged it
 * @param version from 1, one more with each change
 */
public record Concern(
        String id,
        String reference,
        String account,
        String text,
        String phone,
        @Nullable Snapshot post,
        String about,
        State state,
        Instant raisedAt,
        @Nullable Acknowledgement acknowledged,
        @Nullable Outcome outcome,
        int reminders,
        int version) {
    public static final int LONGEST = 4_000;
    public static final int LONGEST_OUTCOME = 2_000;

    /** What became of it. */
    public enum State implements Slug {
        RAISED,
        ACKNOWLEDGED,
        DONE
    }

    /** A post as it was: later changes and removals do not reach it. */
    public record Snapshot(String post, String author, Instant writtenAt, String html) {}

    /** Somebody has read it and acts. */
    public record Acknowledgement(String by, Instant at) {}

    /** What was done, in words for safeguarding leads. */
    public record Outcome(String by, Instant at, String words) {}

    static Concern raise(String id, String account, String text, String phone, @Nullable Snapshot post, Instant at) {
        String reference = "C-" + id.substring(0, 5).toUpperCase(Locale.ROOT);
        String about = post == null ? "" : post.author();
        return new Concern(id, reference, account, text, phone, post, about, State.RAISED, at, null, null, 0, 1);
    }

    /** Acknowledged twice it is acknowledged once, by the first. */
    Concern acknowledge(String by, Instant at) {
        return state == State.RAISED ? with(State.ACKNOWLEDGED, new Acknowledgement(by, at), null, reminders) : this;
    }

    /** What is not acknowledged yet is so with this. @throws Rejected if it is done already */
    Concern finish(String by, Instant at, String words) {
        if (state == State.DONE) {
            throw new Rejected(ConcernRefusal.DONE_ALREADY);
        }
        Acknowledgement read = acknowledged == null ? new Acknowledgement(by, at) : acknowledged;
        return with(State.DONE, read, new Outcome(by, at, words), reminders);
    }

    /** Nobody has acknowledged it for too long. What somebody has is left alone. */
    Concern remind() {
        return state == State.RAISED ? with(State.RAISED, null, null, reminders + 1) : this;
    }

    private Concern with(State next, @Nullable Acknowledgement read, @Nullable Outcome done, int reminded) {
        return new Concern(
                id, reference, account, text, phone, post, about, next, raisedAt, read, done, reminded, version + 1);
    }

    public boolean open() {
        return state != State.DONE;
    }
}
