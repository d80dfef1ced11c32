package hub.forum.guidance;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for guidance.
 *
 * @param text 3 to 1,000 characters
 * @param talk when and how they talk; null before it is booked
 * @param raisedAt when it was raised with a second person; null if it was not
 * @param version from 1, one more with each change
 */
public record GuidanceRequest(
        String id,
        String account,
        GuidanceTopic topic,
        String text,
        State state,
        Instant askedAt,
        @Nullable Talk talk,
        @Nullable Instant raisedAt,
        int version) {

    /** What became of it. */
    public enum State implements Slug {
        ASKED,
        BOOKED,
        DONE,
        WITHDRAWN
    }

    /**
     * A talk that is booked.
     *
     * @param with the adviser's account
     * @param where in a line: a number to be called on is never written here, "we ring you" or the name of a meeting is
     */
    public record Talk(String with, Instant at, String where) {}

    static GuidanceRequest ask(String id, String account, GuidanceTopic topic, String text, Instant at) {
        return new GuidanceRequest(id, account, topic, text, State.ASKED, at, null, null, 1);
    }

    /** Booked again, it is at another time. @throws Rejected if it is over */
    GuidanceRequest book(Talk next) {
        return switch (state) {
            case ASKED, BOOKED -> with(State.BOOKED, next, raisedAt);
            case DONE, WITHDRAWN -> throw new Rejected(GuidanceRefusal.OVER);
        };
    }

    /** Done twice it is done once. @throws Rejected if it was taken back */
    GuidanceRequest finish() {
        return switch (state) {
            case ASKED, BOOKED -> with(State.DONE, talk, raisedAt);
            case DONE -> this;
            case WITHDRAWN -> throw new Rejected(GuidanceRefusal.OVER);
        };
    }

    /** Done twice it is done once. @throws Rejected if it is done */
    GuidanceRequest withdraw() {
        return switch (state) {
            case ASKED, BOOKED -> with(State.WITHDRAWN, talk, raisedAt);
            case WITHDRAWN -> this;
            case DONE -> throw new Rejected(GuidanceRefusal.OVER);
        };
    }

    /** Only what nobody has booked waits. */
    GuidanceRequest raise(Instant at) {
        return state == State.ASKED && raisedAt == null ? with(State.ASKED, talk, at) : this;
    }

    private GuidanceRequest with(State next, @Nullable Talk nextTalk, @Nullable Instant raised) {
        return new GuidanceRequest(id, account, topic, text, next, askedAt, nextTalk, raised, version + 1);
    }

    public boolean open() {
        return state == State.ASKED || state == State.BOOKED;
    }
}
