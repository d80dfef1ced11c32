package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.platform.identity.PersonName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * The top of each page of a group.
 *
 * @param readers who can read it, a finished sentence; null where the viewer may not know how many there are
 * @param sections links to the pages of the group; none where the viewer may not read it
 */
@NamedInterface("headers")
public record GroupHeader(
        String id,
        String name,
        String path,
        String kind,
        String emblem,
        String hue,
        String purpose,
        @Nullable String venue,
        @Nullable String readers,
        List<Link> sections) {

    /** A page of the group. */
    public record Link(String href, String text, boolean here) {}

    static GroupHeader of(Group group, String kind, @Nullable String readers, List<Link> sections) {
        return new GroupHeader(
                group.id(),
                group.name(),
                group.path(),
                kind,
                group.kind().emblem(),
                PersonName.hue(group.id()),
                group.purpose(),
                group.venue(),
                readers,
                sections);
    }
}
