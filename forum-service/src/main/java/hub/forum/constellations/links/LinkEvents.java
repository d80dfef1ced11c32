package hub.forum.constellations.links;

import hub.platform.events.Event;
import hub.platform.events.EventName;
import org.jspecify.annotations.Nullable;

/** What happens to cultural links. */
public final class LinkEvents {
    private LinkEvents() {}

    /** A request waits for somebody to be proposed. */
    @EventName("constellations.link-waits")
    public record Waits(String link, String group, int version) implements Event {
        @Override
        public String subject() {
            return link;
        }
    }

    /** Somebody is proposed, and both are asked. @param again whether it is to remind them */
    @EventName("constellations.link-proposed")
    public record Proposed(String link, String asker, String other, String key, boolean again) implements Event {
        @Override
        public String subject() {
            return link;
        }
    }

    /** Both have said yes. */
    @EventName("constellations.link-introduced")
    public record Introduced(String link, String asker, String other) implements Event {
        @Override
        public String subject() {
            return link;
        }
    }

    /** It is closed or withdrawn. @param told who is to hear of it, besides whoever did it; null for nobody */
    @EventName("constellations.link-over")
    public record Over(String link, String group, @Nullable String told) implements Event {
        @Override
        public String subject() {
            return link;
        }
    }
}
