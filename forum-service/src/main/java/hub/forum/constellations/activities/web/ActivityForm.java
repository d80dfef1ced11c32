package hub.forum.constellations.activities.web;

import hub.forum.constellations.activities.Invitation;
import hub.forum.constellations.activities.Invitations;
import hub.forum.constellations.homes.HomeMark;
import hub.forum.meetings.Activity;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingDetails;
import hub.forum.meetings.web.WhichDates;
import hub.platform.calendar.WallTime;
import hub.platform.forms.Checked;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.forms.TypedDate;
import hub.platform.forms.TypedTime;
import hub.platform.forms.Understood;
import hub.platform.guard.Careful;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A social activity as an organiser writes it.
 *
 * @param hub the id of a family hub, or {@value #ELSEWHERE}
 * @param place where, when that is no family hub
 * @param access of {@link Activity.Access}
 * @param lifts yes or no
 * @param invite {@value #ALL}, {@value #SOME}, {@value #AS_BEFORE} of one that goes by a mark, or a mark of homes
 * @param homes the ids of the households that are invited, for {@value #SOME}
 * @param places how many people there is room for; empty for no limit
 * @param which dates of a series are meant
 * @param version of the meeting that the form was shown with; 0 for a new one
 * @param act the button that was pressed: draft or publish
 */
record ActivityForm(
        @Careful @Text(least = 3, most = 80, message = "meetings.form.title.length")
        String title,

        @Understood(message = "meetings.form.date.missing") TypedDate date,

        @Understood(message = "meetings.form.starts.missing")
        TypedTime starts,

        @Understood(message = "meetings.form.ends.missing") TypedTime ends,

        String hub,

        @Text(most = Activity.MOST_PLACE, message = "constellations.activities.place.length")
        String place,

        @Careful @Text(most = 2_000, message = "meetings.form.expect.length")
        String expect,

        @Text(most = Activity.MOST_LINE, message = "constellations.activities.cost.length")
        String cost,

        Set<String> access,

        @Text(
                least = 3,
                most = Activity.MOST_LINE,
                missing = "constellations.activities.photographs.missing",
                message = "constellations.activities.photographs.length")
        String photographs,

        String lifts,
        String invite,
        Set<String> homes,

        @Text(most = 10, message = "meetings.form.places.wrong")
        String places,

        @Text(most = 80, message = "meetings.form.contact.length")
        String contact,

        @Text(most = 40, message = "meetings.form.phone.wrong")
        String phone,

        String which,
        String version,
        String formKey,
        String act)
        implements Checked {
    static final String ELSEWHERE = "elsewhere";
    static final String ALL = "all";
    static final String SOME = "some";
    static final String AS_BEFORE = "as-before";
    private static final int MOST_PLACES = 1_000;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()]{2,30}");

    /** In the order of the page, for the summary of errors. */
    static final List<String> FIELDS = List.of(
            "title",
            "date",
            "starts",
            "ends",
            "hub",
            "place",
            "expect",
            "cost",
            "access",
            "photographs",
            "lifts",
            "invite",
            "homes",
            "places",
            "contact",
            "phone",
            "which");

    ActivityForm {
        title = InputText.clean(title);
        date = TypedDate.orNone(date);
        starts = TypedTime.orNone(starts);
        ends = TypedTime.orNone(ends);
        hub = InputText.clean(hub);
        place = InputText.clean(place);
        expect = InputText.cleanText(expect).strip();
        cost = InputText.clean(cost);
        access = access == null ? Set.of() : Set.copyOf(access);
        photographs = InputText.clean(photographs);
        lifts = InputText.clean(lifts);
        invite = InputText.clean(invite);
        homes = homes == null ? Set.of() : Set.copyOf(homes);
        places = InputText.clean(places);
        contact = InputText.clean(contact);
        phone = InputText.clean(phone);
        which = WhichDates.orOne(which);
        version = InputText.clean(version);
        formKey = FormKey.orFresh(formKey);
        act = InputText.clean(act);
    }

    /** @param photographs the line that is usual here */
    static ActivityForm empty(String photographs) {
        return new ActivityForm(
                "",
                TypedDate.NONE,
                TypedTime.NONE,
                TypedTime.NONE,
                "",
                "",
                "",
                "",
                Set.of(),
                photographs,
                "yes",
                ALL,
                Set.of(),
                "",
                "",
                "",
                "",
                "0",
                "",
                "");
    }

    /** @param seesMarks whether it may be shown which homes were found by a mark */
    static ActivityForm of(Meeting meeting, Activity activity, boolean seesMarks) {
        MeetingDetails details = meeting.details();
        return new ActivityForm(
                details.title(),
                TypedDate.of(details.wallStart().date()),
                TypedTime.of(details.wallStart().time()),
                TypedTime.of(details.wallEnd().time()),
                details.withoutHub() ? ELSEWHERE : details.hub(),
                activity.place(),
                details.expect(),
                activity.cost(),
                activity.access().stream().map(Slug::slug).collect(Collectors.toSet()),
                activity.photographs(),
                activity.lifts() ? "yes" : "no",
                activity.everybody() ? ALL : activity.mark() == null ? SOME : AS_BEFORE,
                activity.mark() == null || seesMarks ? activity.households() : Set.of(),
                details.places() == null ? "" : details.places().toString(),
                details.contact(),
                details.phone(),
                "",
                Integer.toString(meeting.version()),
                "",
                "");
    }

    int seenVersion() {
        return InputText.number(version);
    }

    boolean following() {
        return which.equals(WhichDates.FOLLOWING);
    }

    boolean publishes() {
        return act.equals("publish");
    }

    private boolean elsewhere() {
        return hub.equals(ELSEWHERE);
    }

    private Set<Activity.Access> chosen() {
        return access.stream()
                .flatMap(slug -> Slug.find(Activity.Access.class, slug).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public void check(Errors errors) {
        require(errors, "hub", !hub.isEmpty(), "meetings.form.hub.missing");
        require(
                errors,
                "place",
                !elsewhere() || InputText.length(place) >= 3,
                "constellations.activities.place.missing");
        require(errors, "access", chosen().size() == access.size(), "constellations.activities.access.missing");
        require(errors, "lifts", lifts.equals("yes") || lifts.equals("no"), "constellations.activities.lifts.missing");
        require(errors, "invite", invitation() != null, "constellations.activities.invite.missing");
        int room = InputText.number(places);
        require(errors, "places", places.isEmpty() || (room >= 1 && room <= MOST_PLACES), "meetings.form.places.wrong");
        require(errors, "phone", phone.isEmpty() || PHONE.matcher(phone).matches(), "meetings.form.phone.wrong");
        LocalTime from = starts.time();
        require(errors, "ends", from == null || !from.equals(ends.time()), "meetings.form.ends.same");
    }

    private static void require(Errors errors, String field, boolean fine, String message) {
        if (!fine && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, message);
        }
    }

    /** Whom it invites; null if that is not said. */
    @Nullable
    Invitation invitation() {
        return switch (invite) {
            case ALL -> new Invitation.Everybody();
            case SOME -> new Invitation.Homes(homes);
            case AS_BEFORE -> new Invitation.AsBefore();
            default ->
                Slug.find(HomeMark.class, invite).map(Invitation.Marked::new).orElse(null);
        };
    }

    /**
     * Of a form without mistakes. An end that is earlier than the start is on the next day.
     *
     * @param invited who is
     * @throws hub.platform.refusals.Rejected if the clocks go forward over the start or the end
     */
    MeetingDetails details(Invitations.Invited invited) {
        LocalDate day = Objects.requireNonNull(date.date());
        LocalTime from = Objects.requireNonNull(starts.time());
        LocalTime to = Objects.requireNonNull(ends.time());
        Instant start = WallTime.of(day, from).instant();
        Instant end = WallTime.of(to.isAfter(from) ? day : day.plusDays(1), to).instant();
        return new MeetingDetails(
                title,
                start,
                end,
                elsewhere() ? "" : hub,
                "",
                true,
                "",
                expect,
                "",
                "",
                "",
                places.isEmpty() ? null : InputText.number(places),
                contact,
                phone,
                "",
                new Activity(
                        elsewhere() ? place : "",
                        cost,
                        chosen(),
                        photographs,
                        lifts.equals("yes"),
                        invited.households().isEmpty(),
                        invited.households(),
                        invited.mark()));
    }
}
