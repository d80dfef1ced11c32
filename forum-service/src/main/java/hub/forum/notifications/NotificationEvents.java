package hub.forum.notifications;

import hub.platform.events.Event;
import hub.platform.events.EventName;

/** What happens to how people are told. */
public final class NotificationEvents {
    private NotificationEvents() {}

    /** Somebody chose what they are mailed about. */
    @EventName("notifications.choices-made")
    public record ChoicesMade(String account) implements Event {
        @Override
        public String subject() {
            return account;
        }
    }
}
