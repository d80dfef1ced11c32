package hub.resources.training.booking;

import hub.platform.due.DueWork;
import hub.resources.training.courses.SessionFollower;
import hub.resources.training.courses.TrainingSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Places follow what becomes of their session: more of them, another day, none at all. Whoever has one or waits is told. */
@Component
class FollowSessions implements SessionFollower {
    private final PlaceSteps places;
    private final BookingTellings tellings;
    private final DueWork due;
    private final Clock clock;

    FollowSessions(PlaceSteps places, BookingTellings tellings, DueWork due, Clock clock) {
        this.places = places;
        this.tellings = tellings;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public Mono<Void> changed(TrainingSession before, TrainingSession after) {
        return switch (after.state()) {
            case DRAFT, HELD -> Mono.empty();
            case CANCELLED -> calledOff(after);
            case OPEN, CLOSED -> replanned(before, after);
        };
    }

    private Mono<Void> calledOff(TrainingSession session) {
        return places.queue(session)
                .flatMap(queue -> Flux.fromIterable(queue.standing())
                        .concatMap(booking -> places.put(queue, booking, booking.callOff()))
                        .concatMap(booking -> tellings.tell(booking, session, "calledOff"))
                        .then(Mono.defer(() -> places.settle(session, queue))))
                .then(due.cancelAll(session.id()));
    }

    private Mono<Void> replanned(TrainingSession before, TrainingSession after) {
        boolean moved = !before.plan().days().equals(after.plan().days())
                || !before.plan().venue().equals(after.plan().venue());
        return places.queue(after)
                .flatMap(queue -> (moved ? moved(after, queue) : Mono.<Void>empty())
                        .then(Mono.defer(() -> places.settle(after, queue))))
                .then(remind(after));
    }

    private Mono<Void> moved(TrainingSession session, PlaceQueue queue) {
        return Flux.fromIterable(queue.standing())
                .map(booking -> booking.startingAt(session.starts()))
                .concatMap(booking -> places.put(queue, booking, booking))
                .concatMap(booking -> tellings.tell(booking, session, "moved"))
                .then();
    }

    private Mono<Void> remind(TrainingSession session) {
        return remind(TrainingReminders.WEEK, session, Duration.ofDays(7))
                .then(remind(TrainingReminders.DAY, session, Duration.ofDays(1)));
    }

    private Mono<Void> remind(String kind, TrainingSession session, Duration before) {
        Instant when = session.starts().minus(before);
        return when.isAfter(clock.instant())
                ? due.at(kind, session.id(), when)
                : due.cancel(kind, session.id()).then();
    }
}
