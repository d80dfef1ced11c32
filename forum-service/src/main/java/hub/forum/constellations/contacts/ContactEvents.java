package hub.forum.constellations.contacts;

import hub.platform.events.Event;
import hub.platform.events.EventName;

/** What happens with support contacts that somebody else should hear of. */
public final class ContactEvents {
    private ContactEvents() {}

    /** A home is felt at risk. */
    @EventName("constellations.home-at-risk")
    public record HomeAtRisk(String group, String contact, String by) implements Event {
        @Override
        public String subject() {
            return contact;
        }
    }
}
