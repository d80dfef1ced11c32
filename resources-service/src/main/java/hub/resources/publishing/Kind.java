package hub.resources.publishing;

import hub.platform.text.Slug;
import java.util.List;
import java.util.stream.Stream;

/** What staff publish. */
public enum Kind implements Slug {
    NEWS,
    BEST_PRACTICE,
    /** The column of the service's manager, once a month. */
    BLOG,
    TRAINING_NOTICE,
    /** A guide of the library that is written in the hub. */
    GUIDE,
    /** A week such as Kinship Care Week, with what belongs to it. */
    CAMPAIGN,
    /** What the council offers kinship families: there is one. */
    LOCAL_OFFER;

    /** Where it is read. */
    public String section() {
        return switch (this) {
            case NEWS, BEST_PRACTICE, BLOG -> "/news";
            case TRAINING_NOTICE -> "/training";
            case GUIDE -> "/library";
            case CAMPAIGN -> "/campaigns";
            case LOCAL_OFFER -> "/local-offer";
        };
    }

    /** Whether it stands in the lists of what is new. A guide is looked up, and the local offer is always there. */
    public boolean isNews() {
        return switch (this) {
            case NEWS, BEST_PRACTICE, BLOG, TRAINING_NOTICE, CAMPAIGN -> true;
            case GUIDE, LOCAL_OFFER -> false;
        };
    }

    public static List<Kind> ofNews() {
        return Stream.of(values()).filter(Kind::isNews).toList();
    }

    /** Whether its address is made of its title when it is first published, and stays. */
    boolean hasAddress() {
        return this == GUIDE || this == CAMPAIGN;
    }
}
