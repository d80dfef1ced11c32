package hub.forum.constellations.rota;

import hub.forum.notifications.Notification;
import hub.forum.notifications.Notifications;
import hub.platform.calendar.BankHolidays;
import hub.platform.due.DueHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Each morning: hub carers and the liaison worker are told once of hours within a week in which nobody is on call. */
@Component
class RotaDue implements DueHandler {
    /** Long enough to find somebody. */
    static final Duration AHEAD = Duration.ofDays(7);

    /** A day in which all is open at once is one thing to be told of; a week of such is several. */
    private static final int MOST_TOLD = 5;

    private final RotaStore store;
    private final RotaMembers members;
    private final RotaSchedule schedule;
    private final BankHolidays holidays;
    private final Notifications notifications;
    private final Clock clock;

    RotaDue(
            RotaStore store,
            RotaMembers members,
            RotaSchedule schedule,
            BankHolidays holidays,
            Notifications notifications,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.schedule = schedule;
        this.holidays = holidays;
        this.notifications = notifications;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return RotaSchedule.COVER;
    }

    @Override
    public Mono<Void> handle(String group, Instant due) {
        return store.toChange(group)
                .flatMap(rota -> members.keepers(group)
                        .flatMapMany(
                                keepers -> Flux.fromIterable(gaps(rota)).concatMap(gap -> tell(group, gap, keepers)))
                        .then(schedule.next(group)));
    }

    private List<Timeline.Span> gaps(Rota rota) {
        Instant now = clock.instant();
        List<Timeline.Span> gaps = rota.timeline(now, now.plus(AHEAD))
                .gaps(rota.hours(), day -> holidays.on(day).isPresent());
        return gaps.subList(0, Math.min(MOST_TOLD, gaps.size()));
    }

    private Mono<Void> tell(String group, Timeline.Span gap, List<String> keepers) {
        return notifications.tell(
                keepers, new Notification.Told(RotaNotices.GAP, group + " " + gap.from(), group, group));
    }
}
