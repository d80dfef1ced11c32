package hub.forum.profiles;

import java.util.List;
import java.util.Objects;

/**
 * What somebody says of themselves.
 *
 * @param id the account's
 * @param about Markdown; html is what it renders to, sanitised
 * @param since the year in which they became a carer; 0 if they do not say
 * @param widest to whom the most open of the parts is shown that say something
 * @param revision raised with each change
 */
public record Profile(
        String id,
        String about,
        String html,
        int rendererVersion,
        int since,
        List<TalkAbout> topics,
        Shown shown,
        Audience widest,
        int revision) {
    public static final int LONGEST_ABOUT = 2_000;
    public static final int EARLIEST_YEAR = 1950;

    /** Who sees which part. */
    public record Shown(Audience about, Audience since, Audience topics) {
        /** What is offered first. */
        public static final Shown IN_GROUPS = new Shown(Audience.GROUPS, Audience.GROUPS, Audience.GROUPS);
    }

    public Profile {
        about = Objects.requireNonNullElse(about, "");
        html = Objects.requireNonNullElse(html, "");
        topics = List.copyOf(Objects.requireNonNullElse(topics, List.of()));
        shown = Objects.requireNonNullElse(shown, Shown.IN_GROUPS);
    }

    static Profile nothing(String account) {
        return new Profile(account, "", "", 0, 0, List.of(), Shown.IN_GROUPS, Audience.NOBODY, 0);
    }

    /** With other words, and others who see them. */
    Profile saying(Said said, String rendered, int version) {
        return new Profile(
                id,
                said.about(),
                rendered,
                version,
                said.since(),
                said.topics(),
                said.shown(),
                widest(said),
                revision + 1);
    }

    private static Audience widest(Said said) {
        Audience widest = Audience.NOBODY;
        if (!said.about().isEmpty()) {
            widest = widest.orWider(said.shown().about());
        }
        if (said.since() > 0) {
            widest = widest.orWider(said.shown().since());
        }
        return said.topics().isEmpty() ? widest : widest.orWider(said.shown().topics());
    }

    /** Whether it says just this already. */
    boolean says(Said said) {
        return new Said(about, since, topics, shown).equals(said);
    }

    /** As somebody else sees it: what they do not see is empty. */
    Profile seenBy(boolean sharesAGroup) {
        boolean seesAbout = shown.about().includes(sharesAGroup);
        return new Profile(
                id,
                seesAbout ? about : "",
                seesAbout ? html : "",
                rendererVersion,
                shown.since().includes(sharesAGroup) ? since : 0,
                shown.topics().includes(sharesAGroup) ? topics : List.of(),
                shown,
                widest,
                revision);
    }

    /**
     * What somebody writes of themselves.
     *
     * @param about clean, at most {@value #LONGEST_ABOUT} characters; may be empty
     * @param since the year; 0 for none
     */
    public record Said(String about, int since, List<TalkAbout> topics, Shown shown) {
        public Said {
            topics = List.copyOf(topics);
        }
    }
}
