package hub.forum.enquiries;

import hub.platform.events.Event;
import hub.platform.events.EventName;

/** What happens to enquiries. */
public final class EnquiryEvents {
    private EnquiryEvents() {}

    /** Somebody sent one. */
    @EventName("enquiries.received")
    public record Received(String enquiry) implements Event {
        @Override
        public String subject() {
            return enquiry;
        }
    }

    /** Nobody has answered for too long. */
    @EventName("enquiries.raised")
    public record Raised(String enquiry) implements Event {
        @Override
        public String subject() {
            return enquiry;
        }
    }

    /** Somebody has answered, or it is over: nobody waits any more. */
    @EventName("enquiries.answered")
    public record Answered(String enquiry) implements Event {
        @Override
        public String subject() {
            return enquiry;
        }
    }

    /** An ambassador is asked whether she talks to them. */
    @EventName("enquiries.proposed")
    public record Proposed(String enquiry, String ambassador, int version) implements Event {
        @Override
        public String subject() {
            return enquiry;
        }
    }

    /** She has not answered for some days. */
    @EventName("enquiries.unanswered")
    public record Unanswered(String enquiry, String ambassador, int version) implements Event {
        @Override
        public String subject() {
            return enquiry;
        }
    }

    /** She has said yes. */
    @EventName("enquiries.matched")
    public record Matched(String enquiry, int version) implements Event {
        @Override
        public String subject() {
            return enquiry;
        }
    }

    /** Nobody is asked or talks to them any more, and it goes on. */
    @EventName("enquiries.unmatched")
    public record Unmatched(String enquiry, int version) implements Event {
        @Override
        public String subject() {
            return enquiry;
        }
    }

    /** A first visit is booked, and the ambassador is asked to come along. */
    @EventName("enquiries.visit")
    public record VisitBooked(String enquiry, String ambassador, int version) implements Event {
        @Override
        public String subject() {
            return enquiry;
        }
    }

    /** The ambassador has said whether she comes along. */
    @EventName("enquiries.attends")
    public record Attends(String enquiry, int version) implements Event {
        @Override
        public String subject() {
            return enquiry;
        }
    }

    /** Somebody who had accepted is not needed any more, as it is over or the desk goes on by itself. */
    @EventName("enquiries.talk-ended")
    public record TalkEnded(String enquiry, String ambassador, int version) implements Event {
        @Override
        public String subject() {
            return enquiry;
        }
    }
}
