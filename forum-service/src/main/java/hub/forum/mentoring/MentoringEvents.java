package hub.forum.mentoring;

import hub.platform.events.Event;
import hub.platform.events.EventName;
import org.jspecify.annotations.Nullable;

/** What happens in mentorships. */
public final class MentoringEvents {
    private MentoringEvents() {}

    /** It waits for somebody to be proposed: for the first time, or again. */
    @EventName("mentoring.waits")
    public record Waits(String mentorship, String mentee, String askedBy, boolean first, int version) implements Event {
        @Override
        public String subject() {
            return mentorship;
        }
    }

    /** A mentor is proposed to a mentee, and she to her. */
    @EventName("mentoring.proposed")
    public record Proposed(String mentorship, String mentee, String mentor, int version) implements Event {
        @Override
        public String subject() {
            return mentorship;
        }
    }

    /** Somebody has not answered a proposal for some days. */
    @EventName("mentoring.unanswered")
    public record Unanswered(String mentorship, int version) implements Event {
        @Override
        public String subject() {
            return mentorship;
        }
    }

    /** Both have said yes. */
    @EventName("mentoring.began")
    public record Began(String mentorship, String mentee, String mentor) implements Event {
        @Override
        public String subject() {
            return mentorship;
        }
    }

    /** It is over. */
    @EventName("mentoring.ended")
    public record Ended(
            String mentorship, String mentee, @Nullable String mentor, String by) implements Event {
        @Override
        public String subject() {
            return mentorship;
        }
    }
}
