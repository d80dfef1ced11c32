package hub.resources.training.booking;

import hub.platform.tellings.TellingKind;
import hub.platform.tellings.Tellings;
import hub.resources.training.courses.Courses;
import hub.resources.training.courses.SessionWords;
import hub.resources.training.courses.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people are told about their places. The sentences are in the platform, where the service that shows them finds them. */
@Component
class BookingTellings {
    private final Tellings tellings;
    private final Courses courses;
    private final SessionWords words;

    BookingTellings(Tellings tellings, Courses courses, SessionWords words) {
        this.tellings = tellings;
        this.courses = courses;
        this.words = words;
    }

    /** Those of a booking. @param what the end of the sentence's key, such as {@code promoted} */
    Mono<Void> tell(Booking booking, TrainingSession session, String what) {
        return tell(booking, booking.accounts(), session, what);
    }

    /** Some of a booking, such as the one whose place was cancelled. */
    Mono<Void> tell(Booking booking, List<String> accounts, TrainingSession session, String what) {
        return title(session).flatMap(title -> {
            List<String> arguments = new ArrayList<>(List.of(title, words.date(session.starts())));
            if (booking.offeredUntil() != null) {
                arguments.add(words.moment(booking.offeredUntil()));
            }
            return tellings.tell(new Tellings.Said(
                    TellingKind.PLACES,
                    booking.id(),
                    session.id(),
                    accounts,
                    "tellings.training." + what,
                    arguments,
                    session.path()));
        });
    }

    /** All who have a place, that it is soon. */
    Mono<Void> remind(List<String> accounts, TrainingSession session, String what) {
        return accounts.isEmpty()
                ? Mono.empty()
                : title(session)
                        .flatMap(title -> tellings.tell(new Tellings.Said(
                                TellingKind.REMINDERS,
                                "reminder-" + session.id(),
                                session.id(),
                                accounts,
                                "tellings.training." + what,
                                List.of(title, words.when(session)),
                                session.path())));
    }

    Mono<Void> withdraw(Booking booking) {
        return tellings.withdraw(booking.id());
    }

    private Mono<String> title(TrainingSession session) {
        return courses.byId().map(all -> {
            var course = all.get(session.course());
            return course == null ? "" : course.title();
        });
    }
}
