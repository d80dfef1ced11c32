package hub.platform.tellings;

import hub.platform.events.Event;
import hub.platform.events.EventName;
import java.util.List;

/** Somebody is to be told something: a {@link Telling}. */
@EventName("tellings.told")
public record PeopleTold(String telling, String kind, String bundle, List<String> accounts) implements Event {
    @Override
    public String subject() {
        return telling;
    }
}
