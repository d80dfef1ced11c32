package hub.forum.meetings;

import hub.platform.calendar.WallTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser says of a meeting: cleaned, and held to its rules by the form.
 *
 * @param title 3 to 80 characters
 * @param starts at a time that exists in Europe/London
 * @param ends after the start, within a day
 * @param hub the id of the family hub; empty for an online meeting
 * @param online the address of an online meeting, https; empty for none. Shown to those who come, from a day before
 * @param children whether children are welcome
 * @param refreshments to 200 characters; may be empty, as may be all the texts that follow
 * @param expect what to expect, in plain words, to 2,000 characters
 * @param host who welcomes people, to 80 characters
 * @param professional who comes to talk with people, to 120 characters
 * @param topic what about, to 120 characters
 * @param places how many people there is room for, 1 to 1,000; null for no limit
 * @param contact whom to ask, to 80 characters
 * @param phone their number, to 40 characters
 * @param provider an organisation outside the service that holds the meeting, to 80 characters; empty for the service's own
 * @param activity what it says as a social activity of a constellation; null for every other meeting
 */
public record MeetingDetails(
        String title,
        Instant starts,
        Instant ends,
        String hub,
        String online,
        boolean children,
        String refreshments,
        String expect,
        String host,
        String professional,
        String topic,
        @Nullable Integer places,
        String contact,
        String phone,
        String provider,
        @Nullable Activity activity) {
    /** From when on those who come see the address of an online meeting. */
    public static final Duration ONLINE_SHOWN = Duration.ofDays(1);

    /** From the start to the end. */
    public static final Duration LONGEST = Duration.ofDays(1);

    public WallTime wallStart() {
        return WallTime.at(starts);
    }

    public WallTime wallEnd() {
        return WallTime.at(ends);
    }

    public boolean withoutHub() {
        return hub.isEmpty();
    }

    /** Where it is when that is neither a family hub nor online; empty otherwise. */
    public String otherPlace() {
        return activity == null ? "" : activity.place();
    }

    /** Whether a household may know of it, in the group that it is of. */
    boolean invites(String household) {
        return activity == null || activity.invites(household);
    }

    /** The same with the households invited as another says: who is invited is no news to those who have answered. */
    MeetingDetails inviting(MeetingDetails other) {
        return activity == null || other.activity == null
                ? this
                : new MeetingDetails(
                        title,
                        starts,
                        ends,
                        hub,
                        online,
                        children,
                        refreshments,
                        expect,
                        host,
                        professional,
                        topic,
                        places,
                        contact,
                        phone,
                        provider,
                        activity.inviting(other.activity));
    }

    /** The same at another time. */
    public MeetingDetails at(Instant start, Instant end) {
        return new MeetingDetails(
                title,
                start,
                end,
                hub,
                online,
                children,
                refreshments,
                expect,
                host,
                professional,
                topic,
                places,
                contact,
                phone,
                provider,
                activity);
    }

    /** This one with whatever is different between two others: a change of one date, taken over to another. Its own time is not touched. */
    MeetingDetails withChanges(MeetingDetails before, MeetingDetails after) {
        // A family hub and another place are one thing: of two, neither would be right.
        boolean samePlace = before.hub.equals(after.hub) && before.otherPlace().equals(after.otherPlace());
        MeetingDetails where = samePlace ? this : after;
        return new MeetingDetails(
                pick(before.title, after.title, title),
                starts,
                ends,
                where.hub,
                pick(before.online, after.online, online),
                pick(before.children, after.children, children),
                pick(before.refreshments, after.refreshments, refreshments),
                pick(before.expect, after.expect, expect),
                pick(before.host, after.host, host),
                pick(before.professional, after.professional, professional),
                pick(before.topic, after.topic, topic),
                Objects.equals(before.places, after.places) ? places : after.places,
                pick(before.contact, after.contact, contact),
                pick(before.phone, after.phone, phone),
                pick(before.provider, after.provider, provider),
                changed(before.activity, after.activity, where.otherPlace()));
    }

    private @Nullable Activity changed(@Nullable Activity before, @Nullable Activity after, String place) {
        return before == null || after == null || activity == null
                ? activity
                : activity.withChanges(before, after, place);
    }

    private static <T> T pick(T before, T after, T own) {
        return before.equals(after) ? own : after;
    }
}
