package hub.resources.training.booking;

import hub.platform.due.DueHandler;
import hub.platform.mongo.Transactions;
import hub.resources.training.courses.Sessions;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A place that was held for somebody who did not answer goes to the next. */
@Component
class TrainingOfferEnds implements DueHandler {
    static final String KIND = "training.offer-ends";

    private final BookingStore store;
    private final Sessions sessions;
    private final PlaceSteps places;
    private final BookingTellings tellings;
    private final Transactions transactions;
    private final Clock clock;

    TrainingOfferEnds(
            BookingStore store,
            Sessions sessions,
            PlaceSteps places,
            BookingTellings tellings,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.places = places;
        this.tellings = tellings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Void> handle(String booking, Instant due) {
        return transactions
                .run(store.find(booking)
                        .flatMap(found -> sessions.take(found.session()))
                        .flatMap(session -> places.queue(session)
                                .flatMap(queue -> store.find(booking)
                                        .filter(this::isOver)
                                        .flatMap(found -> places.put(queue, found, found.lapse())
                                                .flatMap(lapsed -> tellings.tell(lapsed, session, "lapsed"))
                                                .then(places.settle(session, queue))))))
                .then();
    }

    private boolean isOver(Booking booking) {
        return booking.state() == Booking.State.OFFERED
                && booking.offeredUntil() != null
                && !clock.instant().isBefore(booking.offeredUntil());
    }
}
