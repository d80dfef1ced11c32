package hub.platform.queue;

import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work.
 *
 * @param id by which items with the same moment are ordered
 * @param queue whose it is
 * @param subject items of one queue and subject are done one after the other
 * @param due from when on it may be done
 * @param data ids and facts; never words that a person wrote
 * @param tries that failed
 * @param retryAt when it is tried again, if it failed; until then nothing of its subject is done
 */
public record QueuedItem(
        String id,
        String queue,
        String subject,
        Instant due,
        Document data,
        int tries,
        @Nullable Instant retryAt) {

    public static QueuedItem fresh(String id, String queue, String subject, Instant due, Document data) {
        return new QueuedItem(id, queue, subject, due, data, 0, null);
    }
}
