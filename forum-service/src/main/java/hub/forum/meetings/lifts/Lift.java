package hub.forum.meetings.lifts;

import hub.platform.text.Slug;
import java.time.Instant;

/**
 * That somebody offers seats in their car to an activity, or would like some.
 *
 * @param id meeting, colon, account: each person says one thing
 * @param seats 1 to {@value #MOST_SEATS}
 * @param words from where and when, to {@value #MOST_WORDS} characters; may be empty
 */
public record Lift(
        String id, String meeting, String group, String account, Kind kind, int seats, String words, Instant at) {
    public static final int MOST_SEATS = 8;
    public static final int MOST_WORDS = 160;

    /** Which way round. */
    public enum Kind implements Slug {
        OFFERED,
        WANTED
    }

    public static Lift of(
            String meeting, String group, String account, Kind kind, int seats, String words, Instant at) {
        return new Lift(id(meeting, account), meeting, group, account, kind, seats, words, at);
    }

    static String id(String meeting, String account) {
        return meeting + ":" + account;
    }
}
