package hub.forum.constellations.sleepovers;

import hub.platform.events.Event;
import hub.platform.events.EventName;

/** What happens to sleepovers. */
public final class SleepoverEvents {
    private SleepoverEvents() {}

    /** It was brought to somebody. */
    @EventName("constellations.sleepover-reached")
    public record Reached(String sleepover, String group, int version) implements Event {
        @Override
        public String subject() {
            return sleepover;
        }
    }

    /** Nobody took it in time. */
    @EventName("constellations.sleepover-untaken")
    public record Untaken(String sleepover, String group) implements Event {
        @Override
        public String subject() {
            return sleepover;
        }
    }

    /** It was taken or declined. */
    @EventName("constellations.sleepover-answered")
    public record Answered(String sleepover, String group, int version) implements Event {
        @Override
        public String subject() {
            return sleepover;
        }
    }

    @EventName("constellations.sleepover-cancelled")
    public record Cancelled(String sleepover, String group, String by) implements Event {
        @Override
        public String subject() {
            return sleepover;
        }
    }
}
