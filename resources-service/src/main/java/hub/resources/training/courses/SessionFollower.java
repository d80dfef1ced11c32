package hub.resources.training.courses;

import reactor.core.publisher.Mono;

/** What must hold together with a date of a course: places, reminders. A bean; asked in the transaction of the change. */
public interface SessionFollower {
    /**
     * @param before as it was
     * @param after as it is stored now
     */
    Mono<Void> changed(TrainingSession before, TrainingSession after);
}
