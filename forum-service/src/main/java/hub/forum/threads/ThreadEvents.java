package hub.forum.threads;

import hub.platform.events.Event;
import hub.platform.events.EventName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens in conversations. */
public final class ThreadEvents {
    private ThreadEvents() {}

    /** Somebody began a conversation. */
    @EventName("threads.started")
    public record Started(String thread, String post, String group, String author) implements Event {
        @Override
        public String subject() {
            return thread;
        }
    }

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

    /** Somebody changed their own words. */
    @EventName("threads.edited")
    public record Edited(String thread, String post, String group, String author) implements Event {
        @Override
        public String subject() {
            return thread;
        }
    }

    /** What somebody wrote waits to be approved; nobody in the conversation knows of it. */
    @EventName("threads.waits")
    public record Waits(String thread, String post, String group, String author) implements Event {
        static Waits of(Post post) {
            return new Waits(post.thread(), post.id(), post.group(), post.author());
        }

        @Override
        public String subject() {
            return thread;
        }
    }

    /**
     * It was decided that others do not see it.
     *
     * @param again whether its author may change it and send it again
     */
    @EventName("threads.not-approved")
    public record NotApproved(String thread, String post, String group, String author, boolean again) implements Event {
        @Override
        public String subject() {
            return thread;
        }
    }

    /** What waited can be read now. It was begun or said at that moment, which is told as any other. */
    @EventName("threads.approved")
    public record Approved(String thread, String post, String group, String author) implements Event {
        @Override
        public String subject() {
            return thread;
        }
    }

    /**
     * Posts stand in another place, or in another conversation of the same.
     *
     * @param from the conversation in which they stood
     * @param thread the one in which they stand: the same one if it was moved as a whole
     * @param group where that is now
     * @param authors accounts of those who are told: whose conversation it was, or who began what was taken out of it
     * @param by the account of whoever did it
     */
    @EventName("threads.moved")
    public record Moved(String from, String thread, String group, List<String> authors, String by) implements Event {
        public Moved {
            authors = List.copyOf(authors);
        }

        @Override
        public String subject() {
            return from;
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

    /**
     * A post cannot be read for the time being: somebody hid it from all but its author.
     *
     * @param by the account of whoever hid it; null in what was published by an earlier version
     */
    @EventName("threads.hidden")
    public record Hidden(
            String thread,
            String post,
            String group,
            String author,
            @Nullable String by) implements Event {
        @Override
        public String subject() {
            return thread;
        }
    }

    /**
     * Somebody reacted to a post, or took their last reaction to it away.
     *
     * @param author whose post it is
     * @param stands whether they react to it now
     */
    @EventName("threads.reacted")
    public record Reacted(String thread, String post, String group, String by, String author, boolean stands)
            implements Event {
        @Override
        public String subject() {
            return thread;
        }
    }
}
