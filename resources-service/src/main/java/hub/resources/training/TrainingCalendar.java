package hub.resources.training;

import hub.platform.calendar.CalendarEntry;
import hub.platform.calendar.CalendarFeeds;
import hub.platform.calendar.CalendarSource;
import hub.platform.calendar.WallTime;
import hub.platform.identity.Viewer;
import hub.resources.publishing.Publication;
import hub.resources.publishing.Publications;
import hub.resources.publishing.State;
import hub.resources.publishing.TrainingFacts;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Published training in calendars, for whom it is published. What is put away leaves them, as it leaves the pages: nobody is told of it any more, so there is no
 * cancellation to tell.
 */
@Component
public class TrainingCalendar implements CalendarSource {
    private final Publications publications;

    TrainingCalendar(Publications publications) {
        this.publications = publications;
    }

    @Override
    public Flux<CalendarEntry> entries(Viewer viewer, Instant from, Instant to) {
        return publications
                .training(from, to, CalendarFeeds.MOST_ENTRIES, viewer)
                .flatMap(TrainingCalendar::entry);
    }

    /** The date of one notice; empty if it is not published, or this viewer may not know of it. */
    public Mono<CalendarEntry> entry(String id, Viewer viewer) {
        return publications
                .find(id, viewer)
                .filter(publication -> publication.state() == State.PUBLISHED)
                .flatMap(TrainingCalendar::entry);
    }

    private static Mono<CalendarEntry> entry(Publication notice) {
        TrainingFacts facts = notice.training();
        if (facts == null || facts.starts() == null || facts.ends() == null) {
            return Mono.empty();
        }
        return Mono.just(new CalendarEntry(
                "training-" + notice.id() + "@hearth",
                (int) Math.min(notice.version(), Integer.MAX_VALUE),
                notice.changed().at(),
                WallTime.at(facts.starts()),
                WallTime.at(facts.ends()),
                notice.title(),
                notice.words().summary() + "\n\n" + facts.book(),
                facts.venue(),
                notice.path(),
                false));
    }
}
