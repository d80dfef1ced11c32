package hub.forum.threads;

import hub.forum.unread.ReadMark;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in a board or group.
 *
 * @param postCount posts that are not deleted, the opening post included
 * @param splits how often posts were taken out of it; null for never
 * @param recency the time of the last post and the id, as one sortable text: lists page by it
 */
public record DiscussionThread(
        String id,
        String group,
        String title,
        String slug,
        String author,
        Instant createdAt,
        State state,
        @Nullable Lock lock,
        boolean pinned,
        int postCount,
        LastPost lastPost,
        String recency,
        String formKey,
        @Nullable Integer splits) {

    public static final int SHORTEST_TITLE = 3;
    public static final int LONGEST_TITLE = 150;

    /** In an address, in place of a post's id, which is longer. */
    public static final String FIRST_NEW = "new";

    /** Addresses under a thread that a slug must not take. */
    private static final Set<String> TAKEN = Set.of("reply", "posts", "moderate");

    /** Whether people can reply. */
    public enum State {
        OPEN,
        LOCKED,
        /** Its opening post has not been approved: its author alone sees it. */
        WAITING
    }

    /**
     * @param reason shown in place of the composer
     * @param byModerator then only a moderator lifts it
     */
    public record Lock(String by, Instant at, String reason, boolean byModerator) {}

    /** Who spoke last. The moment stands first, as MongoDB compares documents from their beginning: the later one is the greater. */
    public record LastPost(Instant at, String post, String author) {}

    static DiscussionThread start(
            String id, String group, String title, String openingPost, String author, Instant at, String formKey) {
        return new DiscussionThread(
                id,
                group,
                title,
                slugOf(title),
                author,
                at,
                State.OPEN,
                null,
                false,
                1,
                new LastPost(at, openingPost, author),
                recency(at, id),
                formKey,
                null);
    }

    /** @throws Rejected {@code threads.lockedAlready} if it is */
    public DiscussionThread locked(Lock why) {
        return switch (state) {
            case OPEN -> with(State.LOCKED, why, pinned);
            case LOCKED -> throw new Rejected(ThreadRefusal.LOCKED_ALREADY);
            case WAITING -> throw new Rejected(ThreadRefusal.WAITS);
        };
    }

    /** @throws Rejected {@code threads.openAlready} if it is not locked, {@code threads.moderatorsWord} if it takes a moderator */
    public DiscussionThread unlocked(boolean moderator) {
        return switch (state) {
            case LOCKED -> {
                if (lock != null && lock.byModerator() && !moderator) {
                    throw new Rejected(ThreadRefusal.MODERATORS_WORD);
                }
                yield with(State.OPEN, null, pinned);
            }
            case OPEN, WAITING -> throw new Rejected(ThreadRefusal.OPEN_ALREADY);
        };
    }

    public DiscussionThread pinned(boolean now) {
        return with(state, lock, now);
    }

    public String path() {
        return "/threads/" + id + "/" + slug;
    }

    /** Leads to the first post that is new to whoever follows it. */
    public String firstNewPath() {
        return "/threads/" + id + "?at=" + FIRST_NEW;
    }

    /** When a post of now was written: after the thread was begun, whatever the clocks of two processes say. */
    Instant notBefore(Instant now) {
        return now.isAfter(createdAt) ? now : createdAt.plusMillis(1);
    }

    public boolean isLocked() {
        return state == State.LOCKED;
    }

    /** Whether people can reply. */
    public boolean takesReplies() {
        return state == State.OPEN;
    }

    /** Whether its author alone sees it, until it is approved. */
    public boolean waits() {
        return state == State.WAITING;
    }

    /** As it is before anybody has approved it: in no list, as nothing in it counts. */
    DiscussionThread awaiting() {
        return new DiscussionThread(
                id,
                group,
                title,
                slug,
                author,
                createdAt,
                State.WAITING,
                null,
                false,
                0,
                lastPost,
                recency,
                formKey,
                splits);
    }

    /** Begun with a post that stood in another one. */
    static DiscussionThread splitOff(String id, String title, Post opening, String formKey) {
        return start(id, opening.group(), title, opening.id(), opening.author(), opening.createdAt(), formKey);
    }

    /** In another place, where nobody has pinned it. */
    DiscussionThread in(String otherGroup) {
        return new DiscussionThread(
                id,
                otherGroup,
                title,
                slug,
                author,
                createdAt,
                state,
                lock,
                false,
                postCount,
                lastPost,
                recency,
                formKey,
                splits);
    }

    /** Whether it was begun before another one. */
    boolean isOlderThan(DiscussionThread other) {
        return createdAt.equals(other.createdAt) ? id.compareTo(other.id) < 0 : createdAt.isBefore(other.createdAt);
    }

    /** Whether there may be something in it that is not read. */
    boolean mayHaveNews(ReadMark mark) {
        return mark.isUnread(lastPost.post(), lastPost.at()) || !mark.beyond().isEmpty();
    }

    /** Whether nothing of it is read, from its beginning. */
    boolean isNews(ReadMark mark, String reader) {
        return createdAt.isAfter(mark.upTo()) && mark.beyond().isEmpty() && !author.equals(reader);
    }

    static String slugOf(String title) {
        String slug = InputText.slug(title);
        return TAKEN.contains(slug) ? slug + "-thread" : slug;
    }

    static String recency(Instant at, String id) {
        return "%013d:%s".formatted(at.toEpochMilli(), id);
    }

    private DiscussionThread with(State newState, @Nullable Lock newLock, boolean newPinned) {
        return new DiscussionThread(
                id, group, title, slug, author, createdAt, newState, newLock, newPinned, postCount, lastPost, recency,
                formKey, splits);
    }
}
