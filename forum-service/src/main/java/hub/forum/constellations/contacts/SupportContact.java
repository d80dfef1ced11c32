package hub.forum.constellations.contacts;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One time that a carer had support.
 *
 * @param carer whom it was for
 * @param household of that carer at that time
 * @param by who wrote it down
 * @param day on which it was, in London
 * @param helped what helped, a line in the words of whoever wrote it down; empty if there is nothing to say
 * @param followUp by when something more is wanted; null if nothing is
 * @param followedUp whether that was done
 * @param version from 1, one more with each change
 */
public record SupportContact(
        String id,
        String group,
        String carer,
        String household,
        String by,
        LocalDate day,
        Way way,
        Kind kind,
        Length length,
        Risk risk,
        String helped,
        @Nullable LocalDate followUp,
        boolean followedUp,
        Instant at,
        int version) {
    public static final int LONGEST_LINE = 200;

    /** How they met. */
    public enum Way implements Slug {
        PHONE,
        MESSAGE,
        VISIT
    }

    /** What it was about; never more than one of these. Source: what the hub home offers in the Mockingbird programme. */
    public enum Kind implements Slug {
        ADVICE,
        DIFFICULT_EVENING,
        SCHOOL,
        HEALTH,
        SCHOOL_RUN,
        APPOINTMENT,
        FAMILY_TIME,
        JUST_TO_TALK,
        SOMETHING_ELSE
    }

    /** How long it took, roughly: what people remember. */
    public enum Length implements Slug {
        UNDER_A_QUARTER,
        UNDER_AN_HOUR,
        HOURS,
        MOST_OF_A_DAY
    }

    /** Whether the carer felt that the home might not hold. */
    public enum Risk implements Slug {
        YES,
        NO,
        NOT_SURE
    }

    /** @throws Rejected if nothing more was wanted. Done twice it is done once. */
    SupportContact followedUpNow() {
        if (followUp == null) {
            throw new Rejected(ContactRefusal.NOTHING_WANTED);
        }
        return followedUp
                ? this
                : new SupportContact(
                        id,
                        group,
                        carer,
                        household,
                        by,
                        day,
                        way,
                        kind,
                        length,
                        risk,
                        helped,
                        followUp,
                        true,
                        at,
                        version + 1);
    }

    /** Whether something more is wanted still. */
    public boolean open() {
        return followUp != null && !followedUp;
    }

    /** Whether the home was felt at risk and nobody has said what comes next. */
    public boolean atRiskWithoutMore() {
        return risk == Risk.YES && followUp == null;
    }

    public String path() {
        return "/constellations/" + group + "/contacts/" + id;
    }
}
