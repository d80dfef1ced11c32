package hub.forum.threads;

import hub.platform.events.Event;
import hub.platform.events.EventName;

/** What happens in conversations. */
public final class ThreadEvents {
    private ThreadEvents() {}

    /**
     * Somebody said something in answer to somebody.
     *
     * @param answered the account of whoever is answered: who wrote the post that it answers, or who began the conversation
     */
    @EventName("threads.replied")
    public record Replied(String thread, String post, String group, String author, String answered) implements Event {
        @Override
        public String subject() {
            return thread;
        }
    }

    /** A post cannot be read any more: its author took it back. */
    @EventName("threads.deleted")
    public record Deleted(String thread, String post) implements Event {
        @Override
        public String subject() {
            return thread;
        }
    }

    /** A post cannot be read for the time being: somebody hid it from all but its author. */
    @EventName("threads.hidden")
    public record Hidden(String thread, String post, String group, String author) implements Event {
        @Override
        public String subject() {
            return thread;
        }
    }
}
