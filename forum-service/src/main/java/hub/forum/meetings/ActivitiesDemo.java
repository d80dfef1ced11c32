package hub.forum.meetings;

import hub.forum.meetings.lifts.Lift;
import hub.forum.meetings.lifts.Lifts;
import hub.forum.meetings.register.Register;
import hub.forum.meetings.register.Registers;
import hub.platform.calendar.WallTime;
import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The social activities of the demo's constellations: some are over, some are to come, one is for some households. */
@Component
@Order(DemoContent.SCHEMES)
class ActivitiesDemo implements DemoContent {
    private static final Duration TOLD_BEFORE = Duration.ofDays(60);

    private final DemoFiles files;
    private final MeetingStore meetings;
    private final ReplyStore replies;
    private final CountReplies count;
    private final MeetingSchedule schedule;
    private final Registers registers;
    private final Lifts lifts;
    private final Transactions transactions;

    ActivitiesDemo(
            DemoFiles files,
            MeetingStore meetings,
            ReplyStore replies,
            CountReplies count,
            MeetingSchedule schedule,
            Registers registers,
            Lifts lifts,
            Transactions transactions) {
        this.files = files;
        this.meetings = meetings;
        this.replies = replies;
        this.count = count;
        this.schedule = schedule;
        this.registers = registers;
        this.lifts = lifts;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "constellations-activities";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("constellations/activities.yml"))
                .concatMap(entry -> activity(entry, clock))
                .then();
    }

    private Mono<Void> activity(DemoEntry entry, DemoClock clock) {
        String id = Ids.of("demo activity " + entry.text("title") + " of " + entry.text("group"));
        MeetingDetails details = details(entry, clock);
        Meeting published = Meeting.draft(
                        id, entry.text("group"), details, null, details.starts().minus(TOLD_BEFORE), entry.text("by"))
                .publish(details.starts().minus(TOLD_BEFORE));
        Meeting meeting = published.hold(clock.firstStart());
        return meetings.toChange(id)
                .hasElement()
                .filter(there -> !there)
                .flatMap(missing -> transactions.run(meetings.insert(meeting)
                        .thenMany(Flux.fromIterable(replies(meeting, entry)).concatMap(replies::put))
                        .then(count.settle(meeting))
                        .thenMany(Flux.fromIterable(rides(meeting, entry)).concatMap(lifts::bringIn))
                        .then(meeting.on() ? schedule.of(meeting) : registers.bringIn(register(meeting, entry)))));
    }

    private static MeetingDetails details(DemoEntry entry, DemoClock clock) {
        LocalDate day = clock.today().plusDays(entry.number("in"));
        Instant start = WallTime.of(day, LocalTime.parse(entry.text("starts"))).instant();
        Instant end = WallTime.of(day, LocalTime.parse(entry.text("ends"))).instant();
        List<String> households = entry.texts("households");
        return new MeetingDetails(
                entry.text("title"),
                start,
                end,
                "",
                "",
                true,
                "",
                entry.text("expect"),
                "",
                "",
                "",
                null,
                "",
                "",
                "",
                new Activity(
                        entry.text("place"),
                        entry.text("cost"),
                        Set.copyOf(entry.allChosen("access", Activity.Access.class)),
                        entry.text("photographs"),
                        entry.flag("lifts"),
                        households.isEmpty(),
                        Set.copyOf(households),
                        null));
    }

    private static List<Reply> replies(Meeting meeting, DemoEntry entry) {
        List<Reply> all = new ArrayList<>();
        for (DemoEntry come : entry.entries("come")) {
            Reply.Wish wish =
                    new Reply.Wish(true, come.number("adults"), come.number("children"), Set.of(Reply.Reminder.DAY));
            all.add(Reply.of(
                            meeting,
                            come.text("person"),
                            null,
                            wish,
                            Reply.Answer.GOING,
                            all.size() + 1,
                            null,
                            meeting.changedAt())
                    .of(come.text("household")));
        }
        return all;
    }

    private static List<Lift> rides(Meeting meeting, DemoEntry entry) {
        return entry.entries("rides").stream()
                .map(ride -> Lift.of(
                        meeting.id(),
                        meeting.group(),
                        ride.text("person"),
                        ride.chosen("kind", Lift.Kind.class),
                        ride.number("seats"),
                        ride.text("words"),
                        meeting.changedAt()))
                .toList();
    }

    private static Register register(Meeting meeting, DemoEntry entry) {
        return new Register(
                meeting.id(),
                meeting.group(),
                meeting.details().starts(),
                Set.copyOf(entry.texts("came")),
                entry.number("others"),
                "",
                entry.text("by"),
                meeting.details().ends());
    }
}
