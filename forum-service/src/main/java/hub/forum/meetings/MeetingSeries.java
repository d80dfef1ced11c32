package hub.forum.meetings;

import hub.forum.groups.Visibility;
import hub.platform.audit.AuditLog;
import hub.platform.calendar.WallTime;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Meetings that repeat. What is stored, changed and answered is dates; what they have in common is that they were made together. */
@Service
public class MeetingSeries {
    private final MeetingStore store;
    private final Meetings meetings;
    private final MeetingSchedule schedule;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    MeetingSeries(
            MeetingStore store,
            Meetings meetings,
            MeetingSchedule schedule,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.meetings = meetings;
        this.schedule = schedule;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Publishes more dates like a published one. The same rule again makes none that is there.
     *
     * @throws NotAllowed (as a signal) unless the viewer arranges it and it is on
     * @throws Rejected (as a signal) as in {@link Repeat#after}
     */
    public Mono<Integer> repeat(String id, Repeat repeat, Visibility by) {
        return transactions.run(meetings.toArrange(id, by)
                .flatMap(found -> store.toChange(id))
                .filter(Meeting::on)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(this::asFirst)
                .flatMap(first -> Flux.fromIterable(repeat.after(first.details().wallStart()))
                        .concatMap(date -> add(first, date, by))
                        .count()
                        .flatMap(made -> audit.record(
                                        "meetings.repeat",
                                        by.viewer().id(),
                                        id,
                                        first.group(),
                                        Map.of("dates", Long.toString(made)))
                                .thenReturn(made.intValue()))));
    }

    private Mono<Meeting> asFirst(Meeting meeting) {
        if (meeting.series() != null) {
            return Mono.just(meeting);
        }
        String day = meeting.details().wallStart().date().toString();
        return store.replace(meeting.inSeries(new Meeting.SeriesDate(meeting.id(), day, false)), meeting.version());
    }

    private Mono<Meeting> add(Meeting first, WallTime date, Visibility by) {
        Meeting.SeriesDate series = first.series();
        if (series == null) {
            return Mono.error(new IllegalStateException(first.id() + " is no date of a series"));
        }
        MeetingDetails details = first.details();
        Instant start = date.instant();
        MeetingDetails other = details.at(start, endOf(details, date));
        Meeting.SeriesDate planned =
                new Meeting.SeriesDate(series.series(), date.date().toString(), false);
        String id = Ids.of("date of " + series.series() + " on " + planned.planned());
        return store.toChange(id)
                .hasElement()
                .flatMap(there -> there
                        ? Mono.empty()
                        : store.insert(first.another(
                                        id,
                                        other,
                                        planned,
                                        clock.instant(),
                                        by.viewer().id()))
                                .delayUntil(schedule::of));
    }

    /** At the same time by the clock, whatever the clocks do in between. */
    private static Instant endOf(MeetingDetails details, WallTime start) {
        LocalTime end = details.wallEnd().time();
        boolean nextDay = !details.wallEnd().date().equals(details.wallStart().date());
        Instant wanted = WallTime.of(nextDay ? start.date().plusDays(1) : start.date(), end)
                .instant();
        return wanted.isAfter(start.instant())
                ? wanted
                : start.instant().plus(Duration.between(details.starts(), details.ends()));
    }

    /** The dates of a series from this one on that are still to come, this one first. */
    public Mono<List<Meeting>> following(Meeting meeting) {
        Meeting.SeriesDate series = meeting.series();
        return series == null
                ? Mono.just(List.of(meeting))
                : store.ofSeries(series.series(), series.planned(), Repeat.MOST * 4)
                        .filter(each -> each.id().equals(meeting.id()) || ahead(each))
                        .collectList();
    }

    private boolean ahead(Meeting meeting) {
        return meeting.on() && !meeting.started(clock.instant());
    }

    /**
     * Changes a date, and takes over what is different to all that follow. One that was moved keeps its time.
     *
     * @throws NotAllowed (as a signal) unless the viewer arranges them
     * @throws Rejected (as a signal) as for one, and if the day is another: days are changed one by one
     */
    public Mono<Meeting> changeFollowing(String id, MeetingDetails details, int seenVersion, Visibility by) {
        return transactions.run(store.toChange(id)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .doOnNext(first -> requireSameDay(first.details(), details))
                .flatMap(first -> following(first)
                        .flatMapMany(Flux::fromIterable)
                        .filter(each -> !each.id().equals(id))
                        .concatMap(each -> meetings.change(
                                each.id(),
                                by,
                                now -> now.describedWithOthers(takenOver(now, first, details), clock.instant())))
                        .then(meetings.change(
                                id,
                                by,
                                now -> now.requireVersion(seenVersion)
                                        .describedWithOthers(details, clock.instant())))));
    }

    private static void requireSameDay(MeetingDetails before, MeetingDetails after) {
        if (!before.wallStart().date().equals(after.wallStart().date())) {
            throw new Rejected(MeetingRefusal.DAY_OF_SERIES);
        }
    }

    private static MeetingDetails takenOver(Meeting each, Meeting first, MeetingDetails after) {
        MeetingDetails before = first.details();
        MeetingDetails merged = each.details().withChanges(before, after);
        Meeting.SeriesDate series = each.series();
        boolean otherTime =
                !before.starts().equals(after.starts()) || !before.ends().equals(after.ends());
        if (!otherTime || series == null || series.moved()) {
            return merged;
        }
        WallTime start =
                WallTime.of(merged.wallStart().date(), after.wallStart().time());
        return merged.at(start.instant(), endOf(after, start));
    }

    /**
     * Cancels a date and all that follow, for one reason.
     *
     * @throws NotAllowed (as a signal) unless the viewer arranges them
     * @throws Rejected (as a signal) as for one
     */
    public Mono<Meeting> cancelFollowing(String id, String reason, Visibility by) {
        return transactions.run(store.toChange(id)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(first -> following(first)
                        .flatMapMany(Flux::fromIterable)
                        .filter(each -> !each.id().equals(id))
                        .concatMap(each -> meetings.cancel(each.id(), reason, by))
                        .then(meetings.cancel(id, reason, by))));
    }
}
