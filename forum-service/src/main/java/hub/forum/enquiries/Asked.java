package hub.forum.enquiries;

import hub.forum.ambassadors.Household;
import hub.platform.text.Slug;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks.
 *
 * @param question in their own words, to 1,000 characters; empty if none
 * @param wishes whom they would like to talk to; used as said, and for nothing else
 */
public record Asked(Interest interest, String question, Wanted wanted, Source source, Wishes wishes) {
    public Asked {
        // What was stored before this was asked has none.
        wishes = wishes == null ? Wishes.NONE : wishes;
    }

    /**
     * Whom somebody would like to talk to. None of it need be said.
     *
     * @param carer whether they would like to talk to a carer at all
     * @param household as theirs; null if it does not matter
     * @param language one that they would like to speak, to 40 characters; empty if it does not matter
     * @param background heritage or faith, in their own words, to 100 characters; empty if they do not ask for it
     */
    public record Wishes(boolean carer, @Nullable Household household, String language, String background) {
        public static final Wishes NONE = new Wishes(false, null, "", "");
    }

    /** What they would like to know about. */
    public enum Interest implements Slug {
        FOSTERING,
        KINSHIP,
        SHORT_BREAKS,
        NOT_SURE;
    }

    /** What they would like next. */
    public enum Wanted implements Slug {
        CALL,
        INFORMATION_SESSION,
        HOME_VISIT,
        MESSAGE;
    }

    /** How they heard of it. */
    public enum Source implements Slug {
        FRIEND,
        CARER,
        EVENT,
        SEARCH,
        NEWS,
        OTHER,
        NOT_SAID;

        /** As of a form; {@link #NOT_SAID} for whatever else comes, as it need not be said. */
        public static Source orNotSaid(String slug) {
            return Slug.find(Source.class, slug).orElse(NOT_SAID);
        }
    }
}
