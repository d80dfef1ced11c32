package hub.forum.meetings;

import hub.platform.text.Slug;
import java.util.Set;

/**
 * What a social activity of a constellation says beyond any meeting. Source of the rule: the Mockingbird programme's monthly social activities, to which the organiser invites households; no child is
 * named.
 *
 * @param place where it is when it is at no family hub, to {@value #MOST_PLACE} characters; empty at a family hub
 * @param cost what it costs, in words, to {@value #MOST_LINE} characters; may be empty
 * @param access what is there for those who need it
 * @param photographs the line on photographs, to {@value #MOST_LINE} characters
 * @param lifts whether people can offer and ask for lifts on its page
 * @param everybody whether all households of the constellation are invited
 * @param households the ids of those that are invited; none where everybody is
 */
public record Activity(
        String place,
        String cost,
        Set<Access> access,
        String photographs,
        boolean lifts,
        boolean everybody,
        Set<String> households) {
    public static final int MOST_PLACE = 120;
    public static final int MOST_LINE = 160;

    public Activity {
        access = Set.copyOf(access);
        households = everybody ? Set.of() : Set.copyOf(households);
    }

    /** What is there for those who need it. */
    public enum Access implements Slug {
        STEP_FREE,
        ACCESSIBLE_TOILET,
        CHANGING_PLACE,
        QUIET_SPACE,
        HEARING_LOOP,
        PARKING_CLOSE,
        FENCED
    }

    /** Where an activity is changed: it has a form of its own. */
    public static String editPath(Meeting meeting) {
        return "/constellations/" + meeting.group() + "/activities/" + meeting.id() + "/edit";
    }

    public boolean invites(String household) {
        return everybody || households.contains(household);
    }

    /** The same with other households invited. */
    Activity inviting(Activity other) {
        return new Activity(place, cost, access, photographs, lifts, other.everybody, other.households);
    }
}
