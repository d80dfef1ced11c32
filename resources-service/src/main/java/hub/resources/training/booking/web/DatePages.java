package hub.resources.training.booking.web;

import hub.platform.calendar.CalendarSource;
import hub.platform.forms.Choice;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import hub.platform.time.Times;
import hub.resources.publishing.PublicationWords;
import hub.resources.standards.TsdStandards;
import hub.resources.training.TrainingPolicy;
import hub.resources.training.booking.Booking;
import hub.resources.training.booking.Bookings;
import hub.resources.training.booking.Registers;
import hub.resources.training.courses.Course;
import hub.resources.training.courses.Courses;
import hub.resources.training.courses.SessionPlan.Day;
import hub.resources.training.courses.SessionWords;
import hub.resources.training.courses.Sessions;
import hub.resources.training.courses.TrainingSession;
import hub.resources.training.courses.TrainingSession.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts the page of a date together for whoever looks at it. */
@Component
class DatePages {
    private static final Set<String> DONE = Set.of(
            "booked", "waiting", "accepted", "given-up", "added", "changed", "opened", "closed", "cancelled", "held");

    /** What is told of no more than this: the clash matters, not how many there are. */
    private static final int MOST_CLASHES = 3;

    private static final Duration LONGEST_ENTRY = Duration.ofDays(1);

    private final Courses courses;
    private final Bookings bookings;
    private final Registers registers;
    private final Accounts accounts;
    private final ObjectProvider<CalendarSource> calendars;
    private final TsdStandards standards;
    private final SessionWords words;
    private final Times times;
    private final Clock clock;

    DatePages(
            Courses courses,
            Bookings bookings,
            Registers registers,
            Accounts accounts,
            ObjectProvider<CalendarSource> calendars,
            TsdStandards standards,
            SessionWords words,
            Times times,
            Clock clock) {
        this.courses = courses;
        this.bookings = bookings;
        this.registers = registers;
        this.accounts = accounts;
        this.calendars = calendars;
        this.standards = standards;
        this.words = words;
        this.times = times;
        this.clock = clock;
    }

    Mono<DatePage> of(TrainingSession session, String done, Viewer viewer) {
        Mono<Optional<Booking>> own =
                bookings.own(session, viewer).map(Optional::of).defaultIfEmpty(Optional.empty());
        return Mono.zip(courses.byId().mapNotNull(all -> all.get(session.course())), own)
                .flatMap(both -> of(session, both.getT1(), both.getT2().orElse(null), done, viewer));
    }

    private Mono<DatePage> of(
            TrainingSession session, Course course, @Nullable Booking booking, String done, Viewer viewer) {
        return Mono.zip(
                        own(session, booking, viewer),
                        book(session, booking, viewer),
                        clashes(session, booking, viewer))
                .map(parts -> page(
                        session,
                        course,
                        booking,
                        parts.getT1().orElse(null),
                        parts.getT2().orElse(null),
                        parts.getT3(),
                        done,
                        viewer));
    }

    private DatePage page(
            TrainingSession session,
            Course course,
            @Nullable Booking booking,
            DatePage.@Nullable Own own,
            DatePage.@Nullable Book book,
            List<String> clashes,
            String done,
            Viewer viewer) {
        Instant now = clock.instant();
        boolean keeps = Sessions.keepsRegister(session, viewer);
        boolean mayHaveLink = keeps || (booking != null && booking.state() == Booking.State.BOOKED);
        return new DatePage(
                session,
                course,
                words.days(session),
                words.twice(session),
                session.phase(now).slug(),
                PublicationWords.hours(course.outline().hours()),
                words.moment(session.plan().closes()),
                mayHaveLink && (keeps || session.showsLink(now))
                        ? session.plan().link()
                        : "",
                standards.named(course.outline().standards()),
                own,
                book,
                clashes,
                keeps,
                keeps && registers.isOpen(session),
                TrainingPolicy.manages(viewer) ? staff(session, now) : null,
                DONE.contains(done) ? "training.date.done." + done : null);
    }

    private static DatePage.Staff staff(TrainingSession session, Instant now) {
        boolean open = session.state() == State.OPEN;
        boolean notOver = open || session.state() == State.CLOSED;
        boolean begun = !now.isBefore(session.starts());
        return new DatePage.Staff(
                !begun && (session.state() == State.DRAFT || session.state() == State.CLOSED),
                open && !begun,
                notOver || session.state() == State.DRAFT,
                (notOver && !session.over(now)) || session.state() == State.DRAFT);
    }

    private Mono<Optional<DatePage.Own>> own(TrainingSession session, @Nullable Booking booking, Viewer viewer) {
        if (booking == null) {
            return Mono.just(Optional.empty());
        }
        List<String> others = booking.accounts().stream()
                .filter(account -> !account.equals(viewer.account()))
                .toList();
        String until = booking.offeredUntil() == null ? "" : words.moment(booking.offeredUntil());
        return accounts.names(others)
                .zipWith(bookings.before(booking, session))
                .map(both -> Optional.of(new DatePage.Own(
                        booking.state().slug(),
                        others.stream().map(id -> both.getT1().of(id).name()).collect(Collectors.joining(", ")),
                        until,
                        both.getT2(),
                        clock.instant().isBefore(session.starts()))));
    }

    private Mono<Optional<DatePage.Book>> book(TrainingSession session, @Nullable Booking booking, Viewer viewer) {
        boolean can = booking == null && TrainingPolicy.mayBook(viewer) && session.bookable(clock.instant());
        return !can
                ? Mono.just(Optional.empty())
                : accounts.ofHousehold(viewer.household())
                        .filter(other -> !other.id().equals(viewer.account()))
                        .filterWhen(other -> accounts.viewer(other.id()).map(TrainingPolicy::mayBook))
                        .map(DatePages::choice)
                        .collectList()
                        .map(household -> Optional.of(new DatePage.Book(session.free() == 0, household)));
    }

    private static Choice choice(Account other) {
        return new Choice(other.id(), other.name(), null);
    }

    /** What else the viewer has at that time, of all that goes into their own calendar. Notices are for everybody, and say nothing of them. */
    private Mono<List<String>> clashes(TrainingSession session, @Nullable Booking booking, Viewer viewer) {
        if (booking != null || !TrainingPolicy.mayBook(viewer) || !session.bookable(clock.instant())) {
            return Mono.just(List.of());
        }
        return Flux.fromIterable(session.plan().days())
                .concatMap(day -> on(day, viewer))
                .take(MOST_CLASHES)
                .collectList();
    }

    private Flux<String> on(Day day, Viewer viewer) {
        return Flux.fromStream(calendars::orderedStream)
                .concatMap(source -> source.entries(viewer, day.starts().minus(LONGEST_ENTRY), day.ends()))
                .filter(entry -> !entry.cancelled()
                        && !entry.uid().startsWith("training-")
                        && entry.ends().instant().isAfter(day.starts()))
                .map(entry ->
                        entry.title() + ", " + times.appointment(entry.starts().instant()));
    }
}
