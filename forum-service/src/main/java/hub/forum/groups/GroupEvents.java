package hub.forum.groups;

import hub.platform.events.Event;
import hub.platform.events.EventName;

/** What happens to groups and the people in them. */
public final class GroupEvents {
    private GroupEvents() {}

    /** Somebody left a group or was removed from it: they cannot read there any more. */
    @EventName("groups.membership-ended")
    public record MembershipEnded(String group, String account) implements Event {
        @Override
        public String subject() {
            return group;
        }
    }

    /** Somebody asks to join. */
    @EventName("groups.asked")
    public record Asked(String request, String group, String account) implements Event {
        @Override
        public String subject() {
            return group;
        }
    }

    /** A request to join is over: accepted, declined or taken back. */
    @EventName("groups.request-over")
    public record RequestOver(String request, String group, String account, boolean decided) implements Event {
        @Override
        public String subject() {
            return group;
        }
    }

    /** Another text of the agreement is to be accepted. */
    @EventName("groups.agreement-changed")
    public record AgreementChanged(String group, int version) implements Event {
        @Override
        public String subject() {
            return group;
        }
    }
}
