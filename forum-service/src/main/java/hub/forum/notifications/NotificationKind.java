package hub.forum.notifications;

import hub.platform.identity.Viewer;
import hub.platform.mail.Letter;
import reactor.core.publisher.Mono;

/**
 * One kind of thing that people are told: a bean of the feature in which it happens. Its messages are {@code <kind>.notice.kind}, what it is called
 * where people choose, and {@code <kind>.notice.mail}, a line of a letter in which {@code 0} is how many; it names nobody and no group.
 */
public interface NotificationKind {
    /** Feature and what happened, such as {@code threads.reply}; never changed once landed. */
    String kind();

    /** Whether it passes the quiet hours: a worry about a child, a change of plan for tonight. */
    default boolean urgent() {
        return false;
    }

    /** What holds for whoever has not chosen. */
    MailChoice byDefault();

    /**
     * What is said about it.
     *
     * @param viewer the person who is told, as of this moment
     * @return empty if they may not know of it any more, or it is not there any more; it is then forgotten
     */
    Mono<Shown> show(Notification notification, Viewer viewer);

    /**
     * @param sentence on the page of notifications; may name what this person may read
     * @param path where it leads
     */
    record Shown(Letter.Text sentence, String path) {}
}
