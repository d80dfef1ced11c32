package hub.forum.meetings;

import hub.platform.events.Event;
import hub.platform.events.EventName;
import java.util.List;

/** What happens to meetings and to those who come. */
public final class MeetingEvents {
    private MeetingEvents() {}

    /** Something is different from what people were told. */
    @EventName("meetings.changed")
    public record Changed(String meeting, String group, int sequence) implements Event {
        @Override
        public String subject() {
            return meeting;
        }
    }

    /** Households are asked to an activity: when it is published, and when more are invited. */
    @EventName("meetings.invited")
    public record Invited(String meeting, String group) implements Event {
        @Override
        public String subject() {
            return meeting;
        }
    }

    /**
     * Households are not asked to an activity any more.
     *
     * @param version of the meeting with which that came
     */
    @EventName("meetings.uninvited")
    public record Uninvited(String meeting, String group, List<String> households, int version) implements Event {
        public Uninvited {
            households = List.copyOf(households);
        }

        @Override
        public String subject() {
            return meeting;
        }
    }

    /** It does not take place. */
    @EventName("meetings.cancelled")
    public record Cancelled(String meeting, String group) implements Event {
        @Override
        public String subject() {
            return meeting;
        }
    }

    /** It has taken place, or was cancelled and would be over now. */
    @EventName("meetings.over")
    public record Over(String meeting, String group) implements Event {
        @Override
        public String subject() {
            return meeting;
        }
    }

    /** Somebody who waited has a place. */
    @EventName("meetings.promoted")
    public record Promoted(String meeting, String group, String reply, int ticket) implements Event {
        @Override
        public String subject() {
            return meeting;
        }
    }

    /** Somebody answered for another person. */
    @EventName("meetings.answered-for")
    public record AnsweredFor(String meeting, String group, String account, int ticket) implements Event {
        @Override
        public String subject() {
            return meeting;
        }
    }
}
