package hub.platform.queue;

import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The queues, for those who fill them. */
@Service
public class Queues {
    private static final int MOST_OF_A_SUBJECT = 1_000;

    private final QueueStore store;

    Queues(QueueStore store) {
        this.store = store;
    }

    /** Adds items. Belongs into the transaction of their cause. */
    public Mono<Void> add(List<QueuedItem> fresh) {
        return store.add(fresh);
    }

    /** Adds an item, or puts it in the place of the one with its id. Belongs into the transaction of its cause. */
    public Mono<Void> put(QueuedItem item) {
        return store.put(item);
    }

    /** Whether it still waited. Belongs into the transaction of the cause. */
    public Mono<Boolean> remove(String id) {
        return store.remove(id);
    }

    /** What waits for a subject in queues of the given beginning. */
    public Flux<QueuedItem> ofSubject(String subject, String queuePrefix) {
        return store.ofSubject(subject, MOST_OF_A_SUBJECT)
                .filter(item -> item.queue().startsWith(queuePrefix));
    }
}
