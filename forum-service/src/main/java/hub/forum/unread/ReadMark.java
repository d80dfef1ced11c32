package hub.forum.unread;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * How far a person has read a conversation. Answers stand beside what they answer, so a page shows newer posts than the next one does: those
 * are kept by their ids until everything before them is read too.
 *
 * @param id the account and the conversation
 * @param upTo everything that was written until then is read
 * @param beyond the ids of posts that were written later and are read; at most {@value #MOST_BEYOND} and one page of them
 */
public record ReadMark(String id, Instant upTo, Set<String> beyond) {
    static final int MOST_BEYOND = 500;

    public ReadMark {
        beyond = Set.copyOf(Objects.requireNonNullElse(beyond, Set.of()));
    }

    static String id(String account, String conversation) {
        return account + ":" + conversation;
    }

    /** Whether something that was written at a moment is still to be read. */
    public boolean isUnread(String post, Instant at) {
        return at.isAfter(upTo) && !beyond.contains(post);
    }

    /** With some more posts read. */
    public ReadMark with(Collection<String> posts) {
        Set<String> more = new HashSet<>(beyond);
        more.addAll(posts);
        return new ReadMark(id, upTo, more);
    }

    /** Whether too many single posts are kept. */
    boolean isFull() {
        return beyond.size() > MOST_BEYOND;
    }
}
