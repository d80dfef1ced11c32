package hub.resources.training.courses;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the lines of lists of dates. */
@Component
public class DateLines {
    private final Courses courses;
    private final SessionWords words;
    private final Clock clock;

    DateLines(Courses courses, SessionWords words, Clock clock) {
        this.courses = courses;
        this.words = words;
        this.clock = clock;
    }

    /** In the order of the sessions. */
    public Mono<List<DateLine>> of(List<TrainingSession> sessions) {
        return courses.byId()
                .map(known -> sessions.stream()
                        .filter(session -> known.containsKey(session.course()))
                        .map(session -> line(session, known))
                        .toList());
    }

    private DateLine line(TrainingSession session, Map<String, Course> known) {
        Course course = Objects.requireNonNull(known.get(session.course()));
        return DateLine.of(session, course, words, session.phase(clock.instant()));
    }
}
