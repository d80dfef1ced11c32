package hub.resources.publishing;

import java.util.List;

/**
 * What a guide has besides its words. In a draft any of it may be missing: empty.
 *
 * @param topics slugs
 * @param standards numbers of TSD standards; may be none
 * @param owner the team that answers for it, such as "Fostering support team"
 * @param reviewBy by when it is to be checked again, such as 2026-09-14: a text, as a day has no time zone
 * @param instead the slug of the guide that took its place, of one that was put away; else empty
 * @param why it was withdrawn, in a sentence for readers; else empty
 */
public record GuideFacts(
        List<String> topics, List<Integer> standards, String owner, String reviewBy, String instead, String why) {
    public static final int LONGEST_OWNER = 80;
    public static final int LONGEST_WHY = 300;

    public GuideFacts {
        topics = List.copyOf(topics);
        standards = List.copyOf(standards);
    }

    boolean complete() {
        return !topics.isEmpty() && !owner.isEmpty() && !reviewBy.isEmpty();
    }

    /** How it came to its end; both empty for one that goes on. */
    GuideFacts ended(String next, String reason) {
        return new GuideFacts(topics, standards, owner, reviewBy, next, reason);
    }

    GuideFacts reviewedBy(String team, String day) {
        return new GuideFacts(topics, standards, team, day, instead, why);
    }
}
