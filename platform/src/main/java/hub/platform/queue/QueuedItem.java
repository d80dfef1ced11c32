package hub.platform.queue;

import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work.
 *
 * @param id its queue, a tilde, and by what items with the same moment are ordered
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

    /** @param own what tells it from all others of its queue */
    public static QueuedItem fresh(String queue, String own, String subject, Instant due, Document data) {
        return new QueuedItem(id(queue, own), queue, subject, due, data, 0, null);
    }

    public static String id(String queue, String own) {
        return queue + "~" + own;
    }

    static String queueIn(String id) {
        return id.substring(0, Math.max(0, id.indexOf('~')));
    }

    /** As if it had never been tried. */
    QueuedItem untried() {
        return new QueuedItem(id, queue, subject, due, data, 0, null);
    }
}
