package hub.forum.threads.web;

import hub.forum.threads.Post;
import hub.forum.threads.Reaction;
import hub.platform.time.Moment;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post of a page with the answers to it, for {@code threads/posts :: tree}.
 *
 * @param replies answers to it, which step in
 * @param flat what is deeper than steps go, in reading order, after it at its own level
 */
record PostNode(Shown post, List<PostNode> replies, List<PostNode> flat) {
    /**
     * A post as somebody sees it, for {@code threads/posts :: post}.
     *
     * @param thread its address, without a name
     * @param line the author's part in the service, in plain words; null for none
     * @param profile where the author says something of themselves that the viewer may see; null if they do not
     * @param html sanitised; empty if it cannot be read
     * @param goneText why it cannot be read, if it cannot
     * @param inReplyTo whom it answers, where its place does not show it
     * @param answered what it answers, likewise
     * @param answers the first name of whom it answers; null at the top, and where nobody can tell
     * @param level how far in it stands, 0 at the top
     * @param fresh whether it is new to the viewer
     * @param own whether the viewer wrote it
     * @param reactions one for each way to react, in the order in which they are offered
     */
    record Shown(
            String id,
            String thread,
            String authorName,
            String initials,
            String hue,
            @Nullable String line,
            @Nullable String profile,
            Moment time,
            boolean edited,
            String html,
            Post.State state,
            @Nullable String goneText,
            @Nullable String inReplyTo,
            @Nullable String answered,
            @Nullable String answers,
            int level,
            boolean fresh,
            boolean own,
            boolean canReply,
            boolean canEdit,
            boolean canModerate,
            boolean canReact,
            List<Reacted> reactions) {
        /** Whether anybody reacted, for the template. */
        public boolean anyReaction() {
            return reactions.stream().anyMatch(reacted -> reacted.count() > 0);
        }
    }

    /**
     * How many reacted in one way.
     *
     * @param kind in keys of messages
     * @param mine whether the viewer did
     */
    record Reacted(String kind, int count, boolean mine) {
        static List<Reacted> to(Post post, String viewer) {
            return Arrays.stream(Reaction.Kind.values())
                    .map(kind -> new Reacted(
                            kind.slug(),
                            (int) post.reactions().stream()
                                    .filter(reaction -> reaction.kind() == kind)
                                    .count(),
                            post.hasReactionOf(viewer, kind)))
                    .toList();
        }
    }
}
