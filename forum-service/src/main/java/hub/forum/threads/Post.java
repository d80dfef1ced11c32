package hub.forum.threads;

import hub.forum.unread.ReadMark;
import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said in a thread.
 *
 * @param path the place in the order of reading: the path of the post it answers, then the moment it was written and the beginning of its id
 * @param parent the post it answers; null for one that stands at the top
 * @param markdown as it was typed; empty in a page of posts, where it is not read, and never null
 * @param html rendered and sanitised when written
 * @param createdAt of one that waits, since when it does; when it is approved, that moment
 * @param live published or hidden, so counted; false when deleted by its author, and while nobody else has seen it
 * @param revision raised with each edit, so that an edit of an older text is noticed
 * @param reactions who reacted how, each person at most once in each way, in the order in which they did; none of a post that is gone
 * @param earlier what it said before it was edited, the oldest first; empty in a page of posts, where it is not read
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
        String formKey,
        List<Reaction> reactions,
        List<Earlier> earlier) {

    public Post {
        markdown = Objects.requireNonNullElse(markdown, "");
        reactions = List.copyOf(Objects.requireNonNullElse(reactions, List.of()));
        earlier = List.copyOf(Objects.requireNonNullElse(earlier, List.of()));
    }

    public static final int LONGEST = 20_000;

    /** In which a correction leaves no mark. */
    static final Duration SLIP = Duration.ofMinutes(5);

    private static final int MOST_EARLIER = 20;

    /** Milliseconds in nine letters, until the year 3084. */
    private static final long ABOVE_ALL_MOMENTS = 1L << 45;

    private static final int BASE = 32;
    private static final int LETTERS_OF_THE_ID = 3;
    private static final int LETTERS_OF_THE_MOMENT = 9;

    /** What each level adds to a path. */
    private static final int PLACE = LETTERS_OF_THE_MOMENT + LETTERS_OF_THE_ID;

    /** What readers see of it. */
    public enum State implements Slug {
        PUBLISHED,
        HIDDEN,
        DELETED,
        /** Until somebody has approved it, its author alone sees it. */
        WAITING,
        /** Its author may change it and send it again. */
        SENT_BACK,
        /** Nobody but its author ever saw it. */
        REFUSED;

        /** Whether others have never seen it: for them it is not there, and leaves no trace. */
        public boolean unseen() {
            return switch (this) {
                case WAITING, SENT_BACK, REFUSED -> true;
                case PUBLISHED, HIDDEN, DELETED -> false;
            };
        }
    }

    /**
     * Why others do not see it: it was hidden, or sent back or refused before they did.
     *
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
                formKey,
                List.of(),
                List.of());
    }

    /** With reactions of old, for what is brought in from elsewhere. */
    Post with(List<Reaction> old) {
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
                state,
                hiding,
                deletedAt,
                live,
                revision,
                formKey,
                old,
                earlier);
    }

    /** Whether somebody reacted to it in one of the ways. */
    public boolean hasReactionOf(String account, Reaction.Kind kind) {
        return reactions.contains(new Reaction(account, kind));
    }

    /**
     * What a post said before it was edited.
     *
     * @param at since when
     */
    public record Earlier(String markdown, Instant at) {}

    /** What was typed and what it renders to. */
    public record Text(String markdown, String html, int rendererVersion) {}

    /** Siblings stand in the order in which they were written, those of one millisecond in that of their ids. */
    static String path(String parentPath, Instant at, String id) {
        String moment =
                Long.toString(ABOVE_ALL_MOMENTS + at.toEpochMilli(), BASE).substring(1);
        return parentPath + moment + id.substring(0, LETTERS_OF_THE_ID);
    }

    /** As a quotation in Markdown. */
    public String quoted() {
        return markdown.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    /** How far in it stands: 0 at the top, 1 for what answers that, and so on. */
    public int level() {
        return path.length() / PLACE - 1;
    }

    /** The path of the post that it answers; empty at the top. */
    String pathAbove() {
        return path.substring(0, path.length() - PLACE);
    }

    /** Whether another post of its thread answers it, or answers what answers it. */
    boolean isAbove(String otherPath) {
        return otherPath.length() > path.length() && otherPath.startsWith(path);
    }

    /** Whether somebody else said it, it can be read, and the reader has not. */
    public boolean isNews(ReadMark mark, String reader) {
        return state == State.PUBLISHED && mark.isUnread(id, createdAt) && !author.equals(reader);
    }

    /**
     * With other words. A slip that is mended at once leaves no mark.
     *
     * @throws Rejected {@code threads.post.gone} unless it is published
     */
    public Post edited(Text text, Instant at) {
        boolean slip = editedAt == null && at.isBefore(createdAt.plus(SLIP));
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
                        slip ? null : at,
                        state,
                        null,
                        null,
                        true,
                        revision + 1,
                        formKey,
                        reactions,
                        slip ? earlier : withThese());
            case WAITING, SENT_BACK -> sentAgain(text, at);
            case HIDDEN, DELETED, REFUSED -> throw new Rejected(ThreadRefusal.POST_GONE);
        };
    }

    /** Nobody has read the words of before, so none are kept. What was sent back waits from now on. */
    private Post sentAgain(Text text, Instant at) {
        return new Post(
                id,
                thread,
                group,
                parent,
                path,
                author,
                text.markdown(),
                text.html(),
                text.rendererVersion(),
                state == State.WAITING ? createdAt : at,
                null,
                State.WAITING,
                null,
                null,
                false,
                revision + 1,
                formKey,
                List.of(),
                List.of());
    }

    /** To be approved before others see it. */
    Post awaiting() {
        return withState(State.WAITING, null, false);
    }

    /**
     * Others see it from now on, as if it were written now: it stands where what is written now stands.
     *
     * @throws Rejected {@code threads.decidedAlready} unless it waits or was refused
     */
    Post approved(Instant at) {
        return switch (state) {
            case WAITING, REFUSED ->
                new Post(
                        id,
                        thread,
                        group,
                        parent,
                        path(pathAbove(), at, id),
                        author,
                        markdown,
                        html,
                        rendererVersion,
                        at,
                        null,
                        State.PUBLISHED,
                        null,
                        null,
                        true,
                        revision + 1,
                        formKey,
                        List.of(),
                        List.of());
            case PUBLISHED, HIDDEN, DELETED, SENT_BACK -> throw new Rejected(ThreadRefusal.DECIDED_ALREADY);
        };
    }

    /**
     * Others do not see it.
     *
     * @param again whether its author may change it and send it again
     * @throws Rejected {@code threads.decidedAlready} unless it waits
     */
    Post notApproved(Hiding why, boolean again) {
        return switch (state) {
            case WAITING -> withState(again ? State.SENT_BACK : State.REFUSED, why, false);
            case PUBLISHED, HIDDEN, DELETED, SENT_BACK, REFUSED -> throw new Rejected(ThreadRefusal.DECIDED_ALREADY);
        };
    }

    private List<Earlier> withThese() {
        List<Earlier> all = new ArrayList<>(earlier);
        all.add(new Earlier(markdown, Objects.requireNonNullElse(editedAt, createdAt)));
        return all.size() > MOST_EARLIER ? all.subList(all.size() - MOST_EARLIER, all.size()) : all;
    }

    /** The words go, those of before too; the place stays. A hidden post can be deleted by its author too. */
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
                        formKey,
                        List.of(),
                        List.of());
            case DELETED, WAITING, SENT_BACK, REFUSED -> throw new Rejected(ThreadRefusal.POST_GONE);
        };
    }

    public Post hidden(Hiding why) {
        return switch (state) {
            case PUBLISHED -> withState(State.HIDDEN, why, live);
            case HIDDEN, DELETED, WAITING, SENT_BACK, REFUSED -> throw new Rejected(ThreadRefusal.POST_GONE);
        };
    }

    /** @throws Rejected {@code threads.moderatorsWord} for its own author, and for others than moderators if a moderator hid it */
    public Post shownAgain(String whoAsks, boolean moderator) {
        return switch (state) {
            case HIDDEN -> {
                if (whoAsks.equals(author) || hiding != null && hiding.byModerator() && !moderator) {
                    throw new Rejected(ThreadRefusal.MODERATORS_WORD);
                }
                yield withState(State.PUBLISHED, null, live);
            }
            case PUBLISHED, DELETED, WAITING, SENT_BACK, REFUSED -> throw new Rejected(ThreadRefusal.NOT_HIDDEN);
        };
    }

    private Post withState(State newState, @Nullable Hiding newHiding, boolean newLive) {
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
                newLive,
                revision + 1,
                formKey,
                reactions,
                earlier);
    }
}
