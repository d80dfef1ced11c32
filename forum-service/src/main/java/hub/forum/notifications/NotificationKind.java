package hub.forum.notifications;

import hub.platform.identity.Viewer;
import hub.platform.mail.Letter;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * One kind of thing that people are told: a bean of the feature in which it happens. Its messages are {@code <kind>.notice.kind}, what it is called
 * where people choose, and {@code <kind>.notice.mail}, a line of a letter in which {@code 0} is how many; it names nobody and no group.
 *
 * @param kind feature and what happened, such as {@code threads.reply}; never changed once landed
 * @param byDefault what holds for whoever has not chosen
 * @param mailed how it is mailed; what never is has no {@code .kind} and {@code .mail}, as nobody is asked whether they wish it
 * @param urgent whether it passes the quiet hours: a worry about a child, a change of plan for tonight
 * @param showing what is said about it
 */
public record NotificationKind(String kind, MailChoice byDefault, Mailed mailed, boolean urgent, Showing showing) {

    /** How it is mailed. */
    public enum Mailed {
        /** In the letter that says what waits. */
        TOGETHER,
        /** In a letter of its own, which its feature sends. */
        ALONE,
        NEVER
    }

    /** One that can be mailed. */
    public NotificationKind(String kind, MailChoice byDefault, boolean urgent, Showing showing) {
        this(kind, byDefault, Mailed.TOGETHER, urgent, showing);
    }

    /** One that waits for the morning. */
    public static NotificationKind of(String kind, MailChoice byDefault, Showing showing) {
        return new NotificationKind(kind, byDefault, false, showing);
    }

    /** One that is found on the hub and never mailed. */
    public static NotificationKind hereOnly(String kind, Showing showing) {
        return new NotificationKind(kind, MailChoice.NEVER, Mailed.NEVER, false, showing);
    }

    /** A letter of its own, once a day or a week, to whoever wishes it: it stands among what people choose, and nothing is told of it here. */
    public static NotificationKind letter(String kind) {
        return new NotificationKind(kind, MailChoice.NEVER, Mailed.ALONE, false, Showing.NOTHING);
    }

    /** What people may choose. */
    List<MailChoice> choices() {
        return switch (mailed) {
            case TOGETHER -> List.of(MailChoice.values());
            case ALONE -> List.of(MailChoice.DAILY, MailChoice.WEEKLY, MailChoice.NEVER);
            case NEVER -> List.of();
        };
    }

    /** Says what somebody is told. */
    @FunctionalInterface
    public interface Showing {
        Showing NOTHING = (notification, viewer) -> Mono.empty();

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
