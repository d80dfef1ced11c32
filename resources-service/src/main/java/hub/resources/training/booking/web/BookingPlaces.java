package hub.resources.training.booking.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import hub.platform.pages.MeLink;
import hub.resources.training.TrainingPolicy;
import hub.resources.training.booking.Booking;
import hub.resources.training.booking.Bookings;
import hub.resources.training.courses.DateLine;
import hub.resources.training.courses.DateLines;
import hub.resources.training.courses.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where people find their training: on their own page, and the next date at home. */
@Configuration(proxyBeanMethods = false)
class BookingPlaces {
    private static final Duration AHEAD = Duration.ofDays(60);

    /** @param state the end of a message's key */
    record Next(DateLine date, String state) {}

    @Bean
    @Order(20)
    MeLink ownTraining() {
        return new MeLink() {
            @Override
            public Kind kind() {
                return Kind.OWN;
            }

            @Override
            public String href() {
                return "/training/bookings";
            }

            @Override
            public String messageKey() {
                return "training.me";
            }

            @Override
            public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
                return Mono.just(TrainingPolicy.mayBook(viewer));
            }
        };
    }

    @Bean
    @Order(30)
    HomeCard nextTraining(Bookings bookings, Sessions sessions, DateLines lines, Clock clock) {
        return new HomeCard() {
            @Override
            public Place place() {
                return Place.ASIDE;
            }

            @Override
            public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
                Instant now = clock.instant();
                return bookings.own(now, now.plus(AHEAD), viewer)
                        .filter(booking -> booking.state().stands())
                        .next()
                        .flatMap(booking -> next(booking, sessions, lines))
                        .map(next -> new Fragment("training/home", "card", next));
            }
        };
    }

    private static Mono<Next> next(Booking booking, Sessions sessions, DateLines lines) {
        return sessions.booked(List.of(booking.session()))
                .collectList()
                .flatMap(lines::of)
                .flatMapIterable(all -> all)
                .next()
                .map(line -> new Next(line, booking.state().slug()));
    }
}
