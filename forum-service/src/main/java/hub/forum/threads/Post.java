package hub.forum.threads;

import hub.platform.refusals.Rejected;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said in a thread.
 *
 * @param path the place in the order of reading: the path of the post it answers, then the moment it was written and the beginning of its id
 * @param parent the post it answers; null for one that stands at the top
 * @param markdown as it was typed; empty in a page of posts, where it is not read, and never null
 * @param html rendered and sanitised when written
 * @param live published or hidden, so counted; false when deleted by its author
 * @param revision raised with each edit, so that an edit of an older text is noticed
 */
public record Post(
        String id,
        String thread,
        String group,
        @Nullable String parent,
        String path,
        String author,
        String markdown,
        String html,
        int rendererVersion,
        Instant createdAt,
        @Nullable Instant editedAt,
        State state,
        @Nullable Hiding hiding,
        @Nullable Instant deletedAt,
        boolean live,
        int revision,
        String formKey) {

    public Post {
        markdown = Objects.requireNonNullElse(markdown, "");
    }

    public static final int LONGEST = 20_000;

    /** Milliseconds in nine letters, until the year 3084. */
    private static final long ABOVE_ALL_MOMENTS = 1L << 45;

    private static final int BASE = 32;
    private static final int LETTERS_OF_THE_ID = 3;

    /** What readers see of it. */
    public enum State {
        PUBLISHED,
        HIDDEN,
        DELETED
    }

    /**
     * @param reason what the author is told
     * @param byModerator then only a moderator lifts it
     */
    public record Hiding(String by, Instant at, String reason, boolean byModerator) {}

    static Post write(
            String id,
            String thread,
            String group,
            @Nullable Post parent,
            String author,
            Text text,
            Instant at,
            String formKey) {
        return new Post(
                id,
                thread,
                group,
                parent == null ? null : parent.id(),
                path(parent == null ? "" : parent.path(), at, id),
                author,
                text.markdown(),
                text.html(),
                text.rendererVersion(),
                at,
                null,
                State.PUBLISHED,
                null,
                null,
                true,
                0,
                formKey);
    }

    /** What was typed and what it renders to. */
    public record Text(String markdown, String html, int rendererVersion) {}

    /** Siblings stand in the order in which they were written, those of one millisecond in that of their ids. */
    static String path(String parentPath, Instant at, String id) {
        String moment =
                Long.toString(ABOVE_ALL_MOMENTS + at.toEpochMilli(), BASE).substring(1);
        return parentPath + moment + id.substring(0, LETTERS_OF_THE_ID);
    }

    /** Whether another post of its thread answers it, or answers what answers it. */
    boolean isAbove(String otherPath) {
        return otherPath.length() > path.length() && otherPath.startsWith(path);
    }

    /** Whether somebody else said it after a moment and it can be read. */
    public boolean isNews(Instant since, String reader) {
        return state == State.PUBLISHED && createdAt.isAfter(since) && !author.equals(reader);
    }

    /** @throws Rejected {@code threads.post.gone} unless it is published */
    public Post edited(Text text, Instant at) {
        return switch (state) {
            case PUBLISHED ->
                new Post(
                        id,
                        thread,
                        group,
                        parent,
                        path,
                        author,
                        text.markdown(),
                        text.html(),
                        text.rendererVersion(),
                        createdAt,
                        at,
                        state,
                        null,
                        null,
                        true,
                        revision + 1,
                        formKey);
            case HIDDEN, DELETED -> throw new Rejected(ThreadRefusal.POST_GONE);
        };
    }

    /** The words go; the place stays. A hidden post can be deleted by its author too. */
    public Post deleted(Instant at) {
        return switch (state) {
            case PUBLISHED, HIDDEN ->
                new Post(
                        id,
                        thread,
                        group,
                        parent,
                        path,
                        author,
                        "",
                        "",
                        rendererVersion,
                        createdAt,
                        editedAt,
                        State.DELETED,
                        hiding,
                        at,
                        false,
                        revision + 1,
                        formKey);
            case DELETED -> throw new Rejected(ThreadRefusal.POST_GONE);
        };
    }

    public Post hidden(Hiding why) {
        return switch (state) {
            case PUBLISHED -> withState(State.HIDDEN, why);
            case HIDDEN, DELETED -> throw new Rejected(ThreadRefusal.POST_GONE);
        };
    }

    /** @throws Rejected {@code threads.moderatorsWord} for its own author, and for others than moderators if a moderator hid it */
    public Post shownAgain(String whoAsks, boolean moderator) {
        return switch (state) {
            case HIDDEN -> {
                if (whoAsks.equals(author) || hiding != null && hiding.byModerator() && !moderator) {
                    throw new Rejected(ThreadRefusal.MODERATORS_WORD);
                }
                yield withState(State.PUBLISHED, null);
            }
            case PUBLISHED, DELETED -> throw new Rejected(ThreadRefusal.NOT_HIDDEN);
        };
    }

    private Post withState(State newState, @Nullable Hiding newHiding) {
        return new Post(
                id,
                thread,
                group,
                parent,
                path,
                author,
                markdown,
                html,
                rendererVersion,
                createdAt,
                editedAt,
                newState,
                newHiding,
                deletedAt,
                live,
                revision + 1,
                formKey);
    }
}
