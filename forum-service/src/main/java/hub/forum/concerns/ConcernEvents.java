package hub.forum.concerns;

import hub.platform.events.Event;
import hub.platform.events.EventName;

/** What happens to worries about a child. */
final class ConcernEvents {
    private ConcernEvents() {}

    /** One is raised, or raised again as nobody has acknowledged it: those who act are told. */
    @EventName("concerns.waits")
    record Waits(String concern, int reminders) implements Event {
        @Override
        public String subject() {
            return concern;
        }
    }

    /** Somebody has read it, or it is done: whoever raised it is told. */
    @EventName("concerns.answered")
    record Answered(String concern, String account, String state) implements Event {
        @Override
        public String subject() {
            return concern;
        }
    }
}
