package hub.forum.following;

import hub.platform.events.Event;
import hub.platform.events.EventName;

/** What happens to what people follow. */
public final class FollowEvents {
    private FollowEvents() {}

    /** Somebody hears of a group or board in another way. */
    @EventName("following.volume-changed")
    public record VolumeChanged(String account) implements Event {
        @Override
        public String subject() {
            return account;
        }
    }
}
