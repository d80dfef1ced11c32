package hub.forum.threads.web;

import hub.forum.threads.Post;
import hub.platform.time.Moment;
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
     * @param html sanitised; empty if it cannot be read
     * @param goneText why it cannot be read, if it cannot
     * @param inReplyTo whom it answers, where its place does not show it
     * @param answered what it answers, likewise
     * @param fresh whether it is new to the viewer
     * @param own whether the viewer wrote it
     */
    record Shown(
            String id,
            String thread,
            String authorName,
            String initials,
            String hue,
            @Nullable String line,
            Moment time,
            boolean edited,
            String html,
            Post.State state,
            @Nullable String goneText,
            @Nullable String inReplyTo,
            @Nullable String answered,
            boolean fresh,
            boolean own,
            boolean canReply,
            boolean canEdit,
            boolean canModerate) {}
}
