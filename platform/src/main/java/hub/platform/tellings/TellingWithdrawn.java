package hub.platform.tellings;

import hub.platform.events.Event;
import hub.platform.events.EventName;

/** What was told is not true any more. */
@EventName("tellings.withdrawn")
public record TellingWithdrawn(String telling) implements Event {
    @Override
    public String subject() {
        return telling;
    }
}
