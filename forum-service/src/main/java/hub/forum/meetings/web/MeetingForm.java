package hub.forum.meetings.web;

import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingDetails;
import hub.platform.calendar.WallTime;
import hub.platform.forms.Checked;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.forms.TypedDate;
import hub.platform.forms.TypedTime;
import hub.platform.forms.Understood;
import hub.platform.text.InputText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.validation.Errors;

/**
 * A meeting as an organiser writes it.
 *
 * @param hub the id of a family hub, or {@value #ONLINE}
 * @param children yes or no
 * @param places how many people there is room for; empty for no limit
 * @param which dates of a series are meant, as in {@link WhichDates}
 * @param version of the meeting that the form was shown with; 0 for a new one
 * @param act the button that was pressed: draft or publish
 */
record MeetingForm(
        @Text(least = 3, most = 80, message = "meetings.form.title.length")
        String title,

        @Understood(message = "meetings.form.date.missing") TypedDate date,

        @Understood(message = "meetings.form.starts.missing")
        TypedTime starts,

        @Understood(message = "meetings.form.ends.missing") TypedTime ends,

        String hub,

        @Text(most = 300, message = "meetings.form.online.wrong")
        String online,

        String children,

        @Text(most = 200, message = "meetings.form.refreshments.length")
        String refreshments,

        @Text(most = 2_000, message = "meetings.form.expect.length")
        String expect,

        @Text(most = 80, message = "meetings.form.host.length")
        String host,

        @Text(most = 120, message = "meetings.form.professional.length")
        String professional,

        @Text(most = 120, message = "meetings.form.topic.length")
        String topic,

        @Text(most = 10, message = "meetings.form.places.wrong")
        String places,

        @Text(most = 80, message = "meetings.form.contact.length")
        String contact,

        @Text(most = 40, message = "meetings.form.phone.wrong")
        String phone,

        @Text(most = 80, message = "meetings.form.provider.length")
        String provider,

        String which,
        String version,
        String formKey,
        String act)
        implements Checked {
    static final String ONLINE = "online";
    private static final int MOST_PLACES = 1_000;
    private static final int MOST_TOPIC = 120;
    private static final Pattern LINK = Pattern.compile("https://[^\\s<>\"]{4,290}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()]{2,30}");

    /** In the order of the page, for the summary of errors. */
    static final List<String> FIELDS = List.of(
            "title",
            "date",
            "starts",
            "ends",
            "hub",
            "online",
            "expect",
            "children",
            "refreshments",
            "host",
            "professional",
            "topic",
            "places",
            "contact",
            "phone",
            "provider",
            "which");

    MeetingForm {
        title = InputText.clean(title);
        date = TypedDate.orNone(date);
        starts = TypedTime.orNone(starts);
        ends = TypedTime.orNone(ends);
        hub = InputText.clean(hub);
        online = InputText.clean(online);
        children = InputText.clean(children);
        refreshments = InputText.clean(refreshments);
        expect = InputText.cleanText(expect).strip();
        host = InputText.clean(host);
        professional = InputText.clean(professional);
        topic = InputText.clean(topic);
        places = InputText.clean(places);
        contact = InputText.clean(contact);
        phone = InputText.clean(phone);
        provider = InputText.clean(provider);
        which = WhichDates.orOne(which);
        version = InputText.clean(version);
        formKey = FormKey.orFresh(formKey);
        act = InputText.clean(act);
    }

    static MeetingForm empty() {
        return about("");
    }

    /** A new one about a topic that somebody proposed. */
    static MeetingForm about(String topic) {
        return new MeetingForm(
                "",
                TypedDate.NONE,
                TypedTime.NONE,
                TypedTime.NONE,
                "",
                "",
                "yes",
                "",
                "",
                "",
                "",
                InputText.cut(topic, MOST_TOPIC),
                "",
                "",
                "",
                "",
                "",
                "0",
                "",
                "");
    }

    static MeetingForm of(Meeting meeting) {
        MeetingDetails details = meeting.details();
        return new MeetingForm(
                details.title(),
                TypedDate.of(details.wallStart().date()),
                TypedTime.of(details.wallStart().time()),
                TypedTime.of(details.wallEnd().time()),
                details.withoutHub() ? ONLINE : details.hub(),
                details.online(),
                details.children() ? "yes" : "no",
                details.refreshments(),
                details.expect(),
                details.host(),
                details.professional(),
                details.topic(),
                details.places() == null ? "" : details.places().toString(),
                details.contact(),
                details.phone(),
                details.provider(),
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

    @Override
    public void check(Errors errors) {
        if (hub.isEmpty()) {
            errors.rejectValue("hub", "meetings.form.hub.missing");
        }
        if (!online.isEmpty() && !LINK.matcher(online).matches() && !errors.hasFieldErrors("online")) {
            errors.rejectValue("online", "meetings.form.online.wrong");
        }
        int room = InputText.number(places);
        if (!places.isEmpty() && (room < 1 || room > MOST_PLACES) && !errors.hasFieldErrors("places")) {
            errors.rejectValue("places", "meetings.form.places.wrong");
        }
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches() && !errors.hasFieldErrors("phone")) {
            errors.rejectValue("phone", "meetings.form.phone.wrong");
        }
        LocalTime from = starts.time();
        LocalTime to = ends.time();
        if (from != null && from.equals(to)) {
            errors.rejectValue("ends", "meetings.form.ends.same");
        }
    }

    /**
     * Of a form without mistakes. An end that is earlier than the start is on the next day.
     *
     * @throws hub.platform.refusals.Rejected if the clocks go forward over the start or the end
     */
    MeetingDetails details() {
        LocalDate day = Objects.requireNonNull(date.date());
        LocalTime from = Objects.requireNonNull(starts.time());
        LocalTime to = Objects.requireNonNull(ends.time());
        Instant start = WallTime.of(day, from).instant();
        Instant end = WallTime.of(to.isAfter(from) ? day : day.plusDays(1), to).instant();
        return detailsAt(start, end);
    }

    private MeetingDetails detailsAt(Instant start, Instant end) {
        boolean isOnline = hub.equals(ONLINE);
        return new MeetingDetails(
                title,
                start,
                end,
                isOnline ? "" : hub,
                online,
                children.equals("yes"),
                refreshments,
                expect,
                host,
                professional,
                topic,
                places.isEmpty() ? null : InputText.number(places),
                contact,
                phone,
                provider,
                null);
    }
}
