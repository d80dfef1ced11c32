package hub.platform.due;

import hub.platform.queue.QueuedItem;
import hub.platform.queue.Queues;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where due work is asked for. There is at most one of each kind for a subject. */
@Service
public class DueWork {
    static final String WALL = "wall";
    static final String ZONE = "zone";

    private static final String QUEUES = "due.";

    private final Queues queues;

    DueWork(Queues queues) {
        this.queues = queues;
    }

    static String queueOf(String kind) {
        return QUEUES + kind;
    }

    /** Asks for it, or moves what was asked for. Belongs into the transaction of the cause. */
    public Mono<Void> at(String kind, String subject, Instant moment) {
        return queues.put(item(kind, subject, moment, new Document()));
    }

    /**
     * As {@link #at}, where people think in wall time. In the hour that the clocks skip it is due an hour later; in the hour that comes twice, the first
     * time.
     */
    public Mono<Void> atWallTime(String kind, String subject, LocalDateTime wall, ZoneId zone) {
        Document said = new Document(WALL, wall.toString()).append(ZONE, zone.getId());
        return queues.put(item(kind, subject, wall.atZone(zone).toInstant(), said));
    }

    /** Whether it was still to be done. Belongs into the transaction of the cause. */
    public Mono<Boolean> cancel(String kind, String subject) {
        return queues.remove(QueuedItem.id(queueOf(kind), subject));
    }

    /** Cancels all kinds of work for a subject. Belongs into the transaction of the cause. */
    public Mono<Void> cancelAll(String subject) {
        return queues.ofSubject(subject, QUEUES)
                .concatMap(item -> queues.remove(item.id()))
                .then();
    }

    /** What is still to be done for a subject. */
    public Flux<Due> of(String subject) {
        return queues.ofSubject(subject, QUEUES).map(DueWork::due);
    }

    private static QueuedItem item(String kind, String subject, Instant moment, Document said) {
        return QueuedItem.fresh(queueOf(kind), subject, subject, moment, said);
    }

    private static Due due(QueuedItem item) {
        String wall = item.data().getString(WALL);
        return new Due(
                item.queue().substring(QUEUES.length()),
                item.subject(),
                item.due(),
                wall == null ? null : LocalDateTime.parse(wall));
    }

    /** @param wall the time that people said, if they did */
    public record Due(
            String kind,
            String subject,
            Instant at,
            @Nullable LocalDateTime wall) {}
}
