package hub.forum.meetings;

import hub.forum.meetings.register.Register;
import hub.forum.meetings.register.Registers;
import hub.platform.calendar.Recurrence;
import hub.platform.calendar.Series;
import hub.platform.calendar.WallTime;
import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The meetings of the demo: each month, a year behind with registers and six months ahead with answers. */
@Component
@Order(DemoContent.SCHEMES)
class MeetingsDemo implements DemoContent {
    private static final int MONTHS_BEHIND = 12;
    private static final int MONTHS = 18;

    private final DemoFiles files;
    private final MeetingStore meetings;
    private final ReplyStore replies;
    private final CountReplies count;
    private final MeetingSchedule schedule;
    private final Registers registers;
    private final Transactions transactions;

    MeetingsDemo(
            DemoFiles files,
            MeetingStore meetings,
            ReplyStore replies,
            CountReplies count,
            MeetingSchedule schedule,
            Registers registers,
            Transactions transactions) {
        this.files = files;
        this.meetings = meetings;
        this.replies = replies;
        this.count = count;
        this.schedule = schedule;
        this.registers = registers;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "meetings";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("meetings/meetings.yml"))
                .concatMap(entry -> series(entry, clock))
                .then();
    }

    private Flux<Void> series(DemoEntry entry, DemoClock clock) {
        Recurrence rule = new Recurrence.MonthlyOnWeekday(
                1,
                entry.number("which"),
                DayOfWeek.valueOf(entry.text("weekday").toUpperCase(Locale.ROOT)),
                null);
        List<WallTime> dates = Series.of(
                        clock.today().minusMonths(MONTHS_BEHIND), LocalTime.parse(entry.text("starts")), rule)
                .dates(MONTHS)
                .stream()
                .map(date -> date.starts())
                .toList();
        int behind = (int) dates.stream()
                .filter(date -> !date.instant().isAfter(clock.firstStart()))
                .count();
        return Flux.range(0, dates.size())
                .concatMap(place -> meeting(entry, dates.get(place), place - behind + 1, clock));
    }

    /** @param ahead 1 for the next date, 0 and less for those behind */
    private Mono<Void> meeting(DemoEntry entry, WallTime date, int ahead, DemoClock clock) {
        String group = entry.text("group");
        String day = date.date().toString();
        String series = Ids.of("demo meetings of " + group);
        String id = Ids.of("demo meeting of " + group + " on " + day);
        Instant told = clock.firstStart().minus(Duration.ofDays(60));
        Meeting draft = Meeting.draft(
                id,
                group,
                details(entry, date, ahead),
                new Meeting.SeriesDate(series, day, false),
                told,
                entry.text("by"));
        Meeting meeting = state(draft.publish(date.instant().minus(Duration.ofDays(90))), entry, ahead, clock);
        return meetings.toChange(id)
                .hasElement()
                .filter(there -> !there)
                .flatMap(missing -> transactions.run(meetings.insert(meeting)
                        .then(answers(meeting, entry, ahead))
                        .then(count.settle(meeting))
                        .then(meeting.on() ? schedule.of(meeting) : Mono.empty())
                        .then(ahead <= 0 ? registers.bringIn(register(meeting, entry, ahead)) : Mono.empty())));
    }

    private static Meeting state(Meeting published, DemoEntry entry, int ahead, DemoClock clock) {
        DemoEntry off = entry.entry("cancelled");
        if (off.number("date") == ahead && ahead > 0) {
            return published.cancel(off.text("why"), clock.firstStart());
        }
        return ahead > 0 ? published : published.hold(clock.firstStart());
    }

    private static MeetingDetails details(DemoEntry entry, WallTime date, int ahead) {
        Instant end =
                WallTime.of(date.date(), LocalTime.parse(entry.text("ends"))).instant();
        DemoEntry guest = entry.entry("professional");
        boolean comes = guest.number("date") == ahead && ahead > 0;
        return new MeetingDetails(
                entry.text("title"),
                date.instant(),
                end,
                entry.text("hub"),
                entry.text("online"),
                entry.flag("children"),
                entry.text("refreshments"),
                entry.text("expect"),
                entry.text("host"),
                comes ? guest.text("who") : "",
                comes ? guest.text("topic") : "",
                places(entry, ahead),
                entry.text("contact"),
                entry.text("phone"),
                "",
                null);
    }

    private static @Nullable Integer places(DemoEntry entry, int ahead) {
        int full = entry.number("full");
        int places = entry.number("places");
        return full > 0 && ahead == 1 ? Integer.valueOf(full) : places > 0 ? Integer.valueOf(places) : null;
    }

    /** To the next date; to those after it whoever arranges them comes. */
    private Mono<Void> answers(Meeting meeting, DemoEntry entry, int ahead) {
        List<Reply> all = new ArrayList<>();
        if (ahead == 1 && meeting.on()) {
            entry.texts("come").forEach(who -> all.add(reply(meeting, entry, who, Reply.Answer.GOING, all.size())));
            entry.texts("waiting")
                    .forEach(who -> all.add(reply(meeting, entry, who, Reply.Answer.WAITING, all.size())));
            entry.texts("cannot")
                    .forEach(who -> all.add(reply(meeting, entry, who, Reply.Answer.NOT_GOING, all.size())));
        } else if (ahead > 1 && meeting.on()) {
            all.add(reply(meeting, entry, entry.text("by"), Reply.Answer.GOING, 0));
        }
        return Flux.fromIterable(all).concatMap(replies::put).then();
    }

    private static Reply reply(Meeting meeting, DemoEntry entry, String who, Reply.Answer answer, int before) {
        int children = answer == Reply.Answer.NOT_GOING
                ? 0
                : entry.entry("children-with").number(who);
        Reply.Wish wish = new Reply.Wish(answer != Reply.Answer.NOT_GOING, 1, children, Set.of(Reply.Reminder.DAY));
        return Reply.of(meeting, who, null, wish, answer, before + 1, null, meeting.changedAt());
    }

    /** About as many as usual, fewer in August; who was there changes from month to month. */
    private static Register register(Meeting meeting, DemoEntry entry, int ahead) {
        WallTime date = meeting.details().wallStart();
        List<String> regulars = entry.texts("come");
        Set<String> came = new HashSet<>();
        came.add(entry.text("by"));
        for (int i = 0; i < regulars.size(); i++) {
            if (Math.floorMod(i * 5 + ahead, 4) != 0) {
                came.add(regulars.get(i));
            }
        }
        int swing = Math.floorMod(ahead * 7, 5) - 2 - (date.date().getMonthValue() == 8 ? 3 : 0);
        int others = Math.max(0, entry.number("usual") + swing - came.size());
        return new Register(
                meeting.id(),
                meeting.group(),
                meeting.details().starts(),
                came,
                others,
                "",
                entry.text("by"),
                meeting.details().ends());
    }
}
