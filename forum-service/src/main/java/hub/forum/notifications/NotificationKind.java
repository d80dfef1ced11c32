package hub.forum.notifications;

import hub.platform.identity.Viewer;
import hub.platform.mail.Letter;
import reactor.core.publisher.Mono;

/**
 * One kind of thing that people are told: a bean of the feature in which it happens. Its messages are {@code <kind>.notice.kind}, what it is called
 * where people choose, and {@code <kind>.notice.mail}, a line of a letter in which {@code 0} is how many; it names nobody and no group.
 *
 * @param kind feature and what happened, such as {@code threads.reply}; never changed once landed
 * @param byDefault what holds for whoever has not chosen
 * @param urgent whether it passes the quiet hours: a worry about a child, a change of plan for tonight
 * @param showing what is said about it
 */
public record NotificationKind(String kind, MailChoice byDefault, boolean urgent, Showing showing) {

    /** One that waits for the morning. */
    public static NotificationKind of(String kind, MailChoice byDefault, Showing showing) {
        return new NotificationKind(kind, byDefault, false, showing);
    }

    /** Says what somebody is told. */
    @FunctionalInterface
    public interface Showing {
        /**
         * @param viewer the person who is told, as of this moment
         * @return empty if they may not know of it now, or it is not true any more
         */
        Mono<Shown> show(Notification notification, Viewer viewer);
    }

    /**
     * @param sentence on the page of notifications; may name what this person may read
     * @param path where it leads
     */
    public record Shown(Letter.Text sentence, String path) {
        /** @param key of the sentence */
        public static Shown of(String path, String key, Object... arguments) {
            return new Shown(Letter.Text.of(key, arguments), path);
        }
    }
}
