package hub.forum.meetings.web;

import hub.forum.groups.Visibility;
import hub.forum.meetings.GroupMeeting;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingSeries;
import hub.forum.meetings.MeetingWords;
import hub.forum.meetings.Meetings;
import hub.forum.meetings.Repeat;
import hub.platform.calendar.BankHolidays;
import hub.platform.calendar.WallTime;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.time.Times;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Repeating a meeting: first the rule, then the dates that it makes, then these are published. */
@Controller
class RepeatController {
    private static final int MONTHS = 6;
    private static final int FIFTH = 5;
    private static final int ALL_MONTHS_HAVE = 28;

    private final Meetings meetings;
    private final MeetingSeries series;
    private final BankHolidays holidays;
    private final MeetingWords words;

    RepeatController(Meetings meetings, MeetingSeries series, BankHolidays holidays, MeetingWords words) {
        this.meetings = meetings;
        this.series = series;
        this.holidays = holidays;
        this.words = words;
    }

    /**
     * @param shortMonths to choose from where not every month has such a day; else none
     * @param dates that the rule makes; none before it was looked at
     */
    record RepeatPage(
            Meeting meeting,
            String when,
            List<Choice> patterns,
            List<Choice> shortMonths,
            List<Choice> months,
            List<Date> dates) {}

    /** @param note that it is a bank holiday; empty if not */
    record Date(String said, String note) {}

    @GetMapping("/meetings/{id}/repeat")
    Mono<Rendering> how(@PathVariable String id, Visibility visibility) {
        return toRepeat(id, visibility)
                .map(found -> page(
                        found,
                        Form.of(RepeatForm.empty(
                                found.meeting().details().wallStart().date().plusMonths(MONTHS))),
                        List.of()));
    }

    @PostMapping("/meetings/{id}/repeat")
    Mono<Rendering> repeat(@PathVariable String id, Form<RepeatForm> form, Visibility visibility) {
        return toRepeat(id, visibility)
                .flatMap(found -> form.submit(
                        sent -> sent.adds()
                                ? series.repeat(id, sent.repeat(), visibility)
                                        .map(made -> Pages.seeOther("/meetings/in/"
                                                + found.meeting().group()))
                                : Mono.just(page(found, form, dates(found.meeting(), sent.repeat()))),
                        again -> Mono.just(page(found, again, List.of()))));
    }

    private Mono<GroupMeeting> toRepeat(String id, Visibility visibility) {
        return meetings.toArrange(id, visibility)
                .filter(found -> found.meeting().on());
    }

    /** @throws Rejected as in {@link Repeat#after} */
    private List<Date> dates(Meeting meeting, Repeat repeat) {
        return repeat.after(meeting.details().wallStart()).stream()
                .map(date -> new Date(date.inFull(), note(date)))
                .toList();
    }

    private String note(WallTime date) {
        return holidays.on(date.date())
                .map(name -> words.say("meetings.repeat.holiday", name))
                .orElse("");
    }

    private Rendering page(GroupMeeting found, Form<RepeatForm> form, List<Date> dates) {
        Meeting meeting = found.meeting();
        LocalDate day = meeting.details().wallStart().date();
        boolean notEveryMonth = Repeat.which(day) == FIFTH || day.getDayOfMonth() > ALL_MONTHS_HAVE;
        return Pages.show(
                "meetings/repeat",
                new RepeatPage(
                        meeting,
                        words.day(meeting),
                        Arrays.stream(Repeat.Pattern.values())
                                .filter(pattern -> pattern.fits(day))
                                .map(pattern -> new Choice(pattern.slug(), said(pattern, day), null))
                                .toList(),
                        notEveryMonth
                                ? List.of(
                                        new Choice("last", words.say("meetings.repeat.short.last"), null),
                                        new Choice("skip", words.say("meetings.repeat.short.skip"), null))
                                : List.of(),
                        Arrays.stream(Month.values())
                                .map(month -> new Choice(
                                        Integer.toString(month.getValue()),
                                        month.getDisplayName(TextStyle.FULL, Locale.UK),
                                        null))
                                .toList(),
                        dates),
                form);
    }

    private String said(Repeat.Pattern pattern, LocalDate day) {
        String weekday = Times.weekday(day.getDayOfWeek());
        return words.say("meetings.repeat.pattern." + pattern.slug(), weekday, Repeat.which(day), day.getDayOfMonth());
    }
}
