package hub.forum.ambassadors.media;

import hub.platform.events.Event;
import hub.platform.events.EventName;

/** What happens to activities with the press. */
public final class ActivityEvents {
    private ActivityEvents() {}

    /** It has come into another state. */
    @EventName("ambassadors.media.moved")
    public record Moved(String activity, String ambassador, String proposedBy, String state, String by, int version)
            implements Event {
        @Override
        public String subject() {
            return activity;
        }
    }
}
