package hub.forum.meetings;

import hub.platform.due.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is due before and after a meeting: reminders, the question to those who have not answered, and that it is over. */
@Component
class MeetingSchedule {
    static final String OVER = "meetings.over";
    static final String NUDGE = "meetings.nudge";

    /** Early enough to find somebody who looks after the house, late enough to know. */
    static final Duration NUDGE_BEFORE = Duration.ofDays(5);

    private final DueWork due;
    private final Clock clock;

    MeetingSchedule(DueWork due, Clock clock) {
        this.due = due;
        this.clock = clock;
    }

    static String remind(Reply.Reminder reminder) {
        return "meetings.remind." + reminder.slug();
    }

    /** To be called in the transaction that publishes or moves it. What would have been due before now is not done. */
    Mono<Void> of(Meeting meeting) {
        Instant starts = meeting.details().starts();
        return due.at(OVER, meeting.id(), meeting.details().ends())
                .then(at(NUDGE, meeting.id(), starts.minus(NUDGE_BEFORE)))
                .thenMany(Flux.fromIterable(List.of(Reply.Reminder.values()))
                        .concatMap(reminder -> at(remind(reminder), meeting.id(), starts.minus(reminder.before()))))
                .then();
    }

    /** To be called in the transaction that cancels it: what is erased when it would be over is erased then still. */
    Mono<Void> cancelled(Meeting meeting) {
        return due.cancelAll(meeting.id())
                .then(due.at(OVER, meeting.id(), meeting.details().ends()));
    }

    private Mono<Void> at(String kind, String meeting, Instant moment) {
        return moment.isAfter(clock.instant())
                ? due.at(kind, meeting, moment)
                : due.cancel(kind, meeting).then();
    }
}
