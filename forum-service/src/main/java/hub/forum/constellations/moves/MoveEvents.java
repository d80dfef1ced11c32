package hub.forum.constellations.moves;

import hub.platform.events.Event;
import hub.platform.events.EventName;

/** What happens to moves. */
public final class MoveEvents {
    private MoveEvents() {}

    @EventName("constellations.move-planned")
    public record Planned(String move, String from, String to, String by) implements Event {
        @Override
        public String subject() {
            return move;
        }
    }

    /** The household has left the one constellation; whoever of it is approved is in the other now. */
    @EventName("constellations.moved")
    public record Moved(String move, String from, String to) implements Event {
        @Override
        public String subject() {
            return move;
        }
    }
}
