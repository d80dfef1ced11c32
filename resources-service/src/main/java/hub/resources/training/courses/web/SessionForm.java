package hub.resources.training.courses.web;

import hub.platform.calendar.WallTime;
import hub.platform.forms.Checked;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.forms.Typed;
import hub.platform.forms.TypedAnswer;
import hub.platform.forms.TypedDate;
import hub.platform.forms.TypedTime;
import hub.platform.forms.Understood;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.time.Times;
import hub.resources.training.courses.SessionPlan;
import hub.resources.training.courses.SessionPlan.Day;
import hub.resources.training.courses.TrainingSession;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A date of a course as it is typed.
 *
 * @param closes the last day on which carers can book; empty for until the start
 * @param trainer the name; if it is that of somebody with an account here, they keep the register
 * @param version of the session that the form was shown with; empty for a new one
 */
record SessionForm(
        @Understood(message = "training.form.date.missing") TypedDate date,

        @Understood(message = "training.form.starts.missing")
        TypedTime starts,

        @Understood(message = "training.form.ends.missing") TypedTime ends,
        @Understood TypedDate date2,
        @Understood TypedTime starts2,
        @Understood TypedTime ends2,
        @Understood TypedDate date3,
        @Understood TypedTime starts3,
        @Understood TypedTime ends3,

        @Text(most = SessionPlan.LONGEST_LINE, message = "training.form.line.long")
        String venue,

        @Text(most = SessionPlan.LONGEST_LINE, message = "training.form.line.long")
        String link,

        @Text(most = SessionPlan.LONGEST_LINE, message = "training.form.line.long")
        String stepFree,

        @Text(most = SessionPlan.LONGEST_LINE, message = "training.form.line.long")
        String children,

        @Text(most = SessionPlan.LONGEST_LINE, message = "training.form.line.long")
        String travel,

        @Text(most = SessionPlan.LONGEST_LINE, message = "training.form.line.long")
        String trainer,

        @Typed String capacity,

        @Understood TypedDate closes,
        String version,
        String formKey)
        implements Checked {
    static final List<String> FIELDS = List.of(
            "date",
            "starts",
            "ends",
            "date2",
            "starts2",
            "ends2",
            "date3",
            "starts3",
            "ends3",
            "venue",
            "link",
            "stepFree",
            "children",
            "travel",
            "trainer",
            "capacity",
            "closes");

    SessionForm {
        date = TypedDate.orNone(date);
        starts = TypedTime.orNone(starts);
        ends = TypedTime.orNone(ends);
        date2 = TypedDate.orNone(date2);
        starts2 = TypedTime.orNone(starts2);
        ends2 = TypedTime.orNone(ends2);
        date3 = TypedDate.orNone(date3);
        starts3 = TypedTime.orNone(starts3);
        ends3 = TypedTime.orNone(ends3);
        venue = InputText.clean(venue);
        link = InputText.clean(link);
        stepFree = InputText.clean(stepFree);
        children = InputText.clean(children);
        travel = InputText.clean(travel);
        trainer = InputText.clean(trainer);
        capacity = InputText.clean(capacity);
        closes = TypedDate.orNone(closes);
        version = InputText.orEmpty(version);
        formKey = FormKey.orFresh(formKey);
    }

    static SessionForm blank() {
        String none = "";
        TypedDate date = TypedDate.NONE;
        TypedTime time = TypedTime.NONE;
        return new SessionForm(
                date, time, time, date, time, time, date, time, time, none, none, none, none, none, none, none, date,
                none, none);
    }

    static SessionForm of(TrainingSession session) {
        SessionPlan plan = session.plan();
        Day first = plan.days().getFirst();
        Day second = plan.days().size() > 1 ? plan.days().get(1) : null;
        Day third = plan.days().size() > 2 ? plan.days().get(2) : null;
        return new SessionForm(
                date(first),
                time(first, true),
                time(first, false),
                date(second),
                time(second, true),
                time(second, false),
                date(third),
                time(third, true),
                time(third, false),
                plan.venue(),
                plan.link(),
                plan.stepFree(),
                plan.children(),
                plan.travel(),
                plan.trainer(),
                Integer.toString(plan.capacity()),
                plan.closes().equals(plan.starts())
                        ? TypedDate.NONE
                        : TypedDate.of(
                                WallTime.at(plan.closes().minusSeconds(1)).date()),
                Long.toString(session.version()),
                FormKey.fresh());
    }

    private static TypedDate date(@Nullable Day day) {
        return day == null
                ? TypedDate.NONE
                : TypedDate.of(WallTime.at(day.starts()).date());
    }

    private static TypedTime time(@Nullable Day day, boolean start) {
        return day == null
                ? TypedTime.NONE
                : TypedTime.of(WallTime.at(start ? day.starts() : day.ends()).time());
    }

    @Override
    public void check(Errors errors) {
        List<Day> days = days(errors);
        int places = InputText.number(capacity);
        if (places < 1 || places > SessionPlan.MOST_PLACES) {
            reject(errors, "capacity", "training.form.capacity.wrong");
        }
        if (venue.isEmpty() && link.isEmpty()) {
            reject(errors, "venue", "training.form.venue.missing");
        }
        if (!link.isEmpty() && !link.matches("https://[^\\s\"<>]{4,280}")) {
            reject(errors, "link", "training.form.link.wrong");
        }
        LocalDate last = closes.date();
        if (last != null
                && !days.isEmpty()
                && last.isAfter(WallTime.at(days.getFirst().starts()).date())) {
            reject(errors, "closes", "training.form.closes.late");
        }
    }

    private List<Day> days(@Nullable Errors errors) {
        List<Day> days = new ArrayList<>();
        add(days, errors, "", date, starts, ends);
        add(days, errors, "2", date2, starts2, ends2);
        add(days, errors, "3", date3, starts3, ends3);
        return days;
    }

    /** A day is said in full or not at all, and comes after the one before it. */
    private static void add(
            List<Day> days, @Nullable Errors errors, String number, TypedDate date, TypedTime from, TypedTime to) {
        boolean none = number.length() > 0 && date.isEmpty() && from.isEmpty() && to.isEmpty();
        LocalDate on = date.date();
        if (none) {
            return;
        }
        if (errors != null && number.length() > 0) {
            missing(errors, "date" + number, date, "training.form.date.missing");
            missing(errors, "starts" + number, from, "training.form.starts.missing");
            missing(errors, "ends" + number, to, "training.form.ends.missing");
        }
        Instant starts = at("starts" + number, on, from.time(), errors);
        Instant ends = at("ends" + number, on, to.time(), errors);
        if (starts == null || ends == null) {
            return;
        }
        if (!ends.isAfter(starts)) {
            reject(errors, "ends" + number, "training.form.ends.early");
        } else if (!days.isEmpty() && !starts.isAfter(days.getLast().ends())) {
            reject(errors, "date" + number, "training.form.date.early");
        } else {
            days.add(new Day(starts, ends));
        }
    }

    private static void missing(Errors errors, String field, TypedAnswer answer, String key) {
        if (answer.isEmpty()) {
            reject(errors, field, key);
        }
    }

    private static @Nullable Instant at(
            String field, @Nullable LocalDate date, @Nullable LocalTime time, @Nullable Errors errors) {
        if (date == null || time == null) {
            return null;
        }
        try {
            return WallTime.of(date, time).instant();
        } catch (Rejected noSuchTime) {
            if (errors != null) {
                errors.rejectValue(field, noSuchTime.messageKey(), noSuchTime.arguments(), noSuchTime.messageKey());
            }
            return null;
        }
    }

    private static void reject(@Nullable Errors errors, String field, String key) {
        if (errors != null) {
            errors.rejectValue(field, key, key);
        }
    }

    /** Of a form without errors. */
    SessionPlan plan(@Nullable String trainerAccount) {
        List<Day> days = days(null);
        Instant start = days.getFirst().starts();
        LocalDate last = closes.date();
        Instant until = last == null
                ? start
                : last.plusDays(1).atStartOfDay(Times.LONDON).toInstant();
        return new SessionPlan(
                days,
                venue,
                stepFree,
                children,
                travel,
                link,
                trainer,
                trainerAccount,
                InputText.number(capacity),
                until.isBefore(start) ? until : start);
    }

    long seen() {
        return TypedNumbers.version(version);
    }
}
