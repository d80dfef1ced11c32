package hub.platform.web.parts;

import hub.platform.time.Moment;
import hub.platform.web.once.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post for {@code parts/post :: post}.
 *
 * @param thread its address, without a name
 * @param line the author's part in the service, in plain words
 * @param html sanitised; empty if it cannot be read
 * @param goneText why it cannot be read, if it cannot
 * @param inReplyTo whom it answers, where its place does not show it
 * @param answered what it answers, likewise
 * @param fresh whether it is new to the viewer
 * @param own whether the viewer wrote it
 * @param replies answers to it, which step in
 * @param flat what is deeper than steps go, in reading order, after it at its own level
 */
public record PostNode(
        String id,
        String thread,
        String authorName,
        String initials,
        String hue,
        @Nullable String line,
        Moment time,
        boolean edited,
        Part html,
        State state,
        @Nullable String goneText,
        @Nullable String inReplyTo,
        @Nullable String answered,
        boolean fresh,
        boolean own,
        boolean canReply,
        boolean canEdit,
        boolean canModerate,
        Part replies,
        Part flat) {

    /** Posts with what is below them. */
    public static Part all(List<PostNode> nodes) {
        return Part.each("parts/post :: post", nodes);
    }

    public enum State {
        PUBLISHED,
        HIDDEN,
        DELETED
    }
}
