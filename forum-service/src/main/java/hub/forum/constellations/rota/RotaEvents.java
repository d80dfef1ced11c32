package hub.forum.constellations.rota;

import hub.platform.events.Event;
import hub.platform.events.EventName;

/** What happens to rotas that somebody else should hear of. */
public final class RotaEvents {
    private RotaEvents() {}

    @EventName("constellations.swap-offered")
    public record SwapOffered(String group, String swap, String to) implements Event {
        @Override
        public String subject() {
            return group;
        }
    }

    /** @param shift the one that whoever offered it has now */
    @EventName("constellations.swap-accepted")
    public record SwapAccepted(String group, String swap, String by, String shift) implements Event {
        @Override
        public String subject() {
            return group;
        }
    }

    /** Somebody else put them on call. */
    @EventName("constellations.put-on-call")
    public record PutOnCall(String group, String shift, String account) implements Event {
        @Override
        public String subject() {
            return group;
        }
    }

    /** Nobody has it any more. */
    @EventName("constellations.given-back")
    public record GivenBack(String group, String shift, String by, int version) implements Event {
        @Override
        public String subject() {
            return group;
        }
    }
}
