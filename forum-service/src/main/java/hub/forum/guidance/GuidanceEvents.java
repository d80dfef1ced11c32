package hub.forum.guidance;

import hub.platform.events.Event;
import hub.platform.events.EventName;

/** What happens to requests for guidance. */
public final class GuidanceEvents {
    private GuidanceEvents() {}

    /** Somebody asks. */
    @EventName("guidance.asked")
    public record Asked(String request) implements Event {
        @Override
        public String subject() {
            return request;
        }
    }

    /** A talk is booked, or moved: whoever asked is told. */
    @EventName("guidance.booked")
    public record Booked(String request, String account, int version) implements Event {
        @Override
        public String subject() {
            return request;
        }
    }

    /** It has waited too long. */
    @EventName("guidance.raised")
    public record Raised(String request) implements Event {
        @Override
        public String subject() {
            return request;
        }
    }

    /** It is done or taken back: nobody waits for it any more. */
    @EventName("guidance.over")
    public record Over(String request) implements Event {
        @Override
        public String subject() {
            return request;
        }
    }
}
