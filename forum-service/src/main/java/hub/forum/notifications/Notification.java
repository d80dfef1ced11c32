package hub.forum.notifications;

import hub.platform.mongo.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is told something. It holds ids alone; words are read when it is shown.
 *
 * @param id the same for the same person, kind and cause, so that what is told twice is there once
 * @param about the id of the cause, such as the reply
 * @param bundle what it is shown together with, such as the thread
 * @param group in which it happened; null if in none. Whoever leaves it is told no more about it
 * @param mailAt when it may be mailed; null for never
 * @param mailedAt when it was, in the letter of that moment
 */
public record Notification(
        String id,
        String account,
        String kind,
        String about,
        String bundle,
        @Nullable String group,
        Instant at,
        @Nullable Instant seenAt,
        @Nullable Instant mailAt,
        @Nullable Instant mailedAt) {

    static Notification fresh(String account, Told told, Instant at, @Nullable Instant mailAt) {
        String id = Ids.of(told.kind() + "\n" + account + "\n" + told.about());
        return new Notification(
                id, account, told.kind(), told.about(), told.bundle(), told.group(), at, null, mailAt, null);
    }

    /**
     * What is told.
     *
     * @param kind of {@link NotificationKind#kind()}
     */
    public record Told(
            String kind,
            String about,
            String bundle,
            @Nullable String group) {}
}
