package hub.resources.training.booking;

import hub.platform.due.DueHandler;
import hub.resources.training.courses.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** A week and a day before, whoever has a place is reminded. */
@Configuration(proxyBeanMethods = false)
class TrainingReminders {
    static final String WEEK = "training.reminder-week";
    static final String DAY = "training.reminder-day";

    private final BookingStore store;
    private final Sessions sessions;
    private final BookingTellings tellings;
    private final Clock clock;

    TrainingReminders(BookingStore store, Sessions sessions, BookingTellings tellings, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.tellings = tellings;
        this.clock = clock;
    }

    @Bean
    DueHandler trainingIsInAWeek() {
        return handler(WEEK, "week");
    }

    @Bean
    DueHandler trainingIsTomorrow() {
        return handler(DAY, "day");
    }

    private DueHandler handler(String kind, String what) {
        return new DueHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public Mono<Void> handle(String session, Instant due) {
                return remind(session, what);
            }
        };
    }

    private Mono<Void> remind(String id, String what) {
        return sessions.booked(List.of(id))
                .next()
                .filter(session -> session.stands() && clock.instant().isBefore(session.starts()))
                .flatMap(session -> store.standing(id)
                        .filter(booking -> booking.state() == Booking.State.BOOKED)
                        .flatMapIterable(Booking::accounts)
                        .collectList()
                        .flatMap(accounts -> tellings.remind(accounts, session, what)));
    }
}
