package hub.resources.training.courses;

import hub.resources.publishing.PublicationLine;

/**
 * A date of a course in a list.
 *
 * @param when "Wednesday 2 December, 10am to 12.30pm"
 * @param provider who runs it, if not the service itself; may be empty
 * @param phase the end of a message's key
 * @param free places
 */
public record DateLine(
        String href,
        String title,
        PublicationLine.Day day,
        String when,
        String venue,
        String provider,
        String phase,
        int free,
        int taken,
        int waiting,
        int capacity) {

    static DateLine of(TrainingSession session, Course course, SessionWords words, TrainingSession.Phase phase) {
        return new DateLine(
                session.path(),
                course.title(),
                words.picture(session),
                words.when(session),
                session.plan().venue(),
                course.outline().provider(),
                phase.slug(),
                session.free(),
                session.taken(),
                session.waiting(),
                session.plan().capacity());
    }
}
