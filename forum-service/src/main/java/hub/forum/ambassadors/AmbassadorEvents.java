package hub.forum.ambassadors;

import hub.platform.events.Event;
import hub.platform.events.EventName;

/** What happens to ambassadors. */
public final class AmbassadorEvents {
    private AmbassadorEvents() {}

    /** A recruitment officer has asked a carer. */
    @EventName("ambassadors.asked")
    public record Asked(String ambassador, int version) implements Event {
        @Override
        public String subject() {
            return ambassador;
        }
    }

    /** She has said yes, with her profile. */
    @EventName("ambassadors.accepted")
    public record Accepted(String ambassador, int version) implements Event {
        @Override
        public String subject() {
            return ambassador;
        }
    }

    /** She is suspended: whoever was hers needs another. */
    @EventName("ambassadors.away")
    public record Away(String ambassador) implements Event {
        @Override
        public String subject() {
            return ambassador;
        }
    }

    /** She is none any more: whoever was hers needs another, and what was agreed with the press is off. */
    @EventName("ambassadors.ended")
    public record Ended(String ambassador) implements Event {
        @Override
        public String subject() {
            return ambassador;
        }
    }
}
