package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupRole;
import hub.forum.groups.GroupWords;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes what the pages of a group have in common. */
@Component
class GroupHeaders {
    /** What may stand behind {@code ?done=}: acts whose success is told on the page that follows. */
    private static final Set<String> DONE =
            Set.of("asked", "withdrawn", "left", "accepted", "declined", "nominated", "removed", "role", "saved");

    private final GroupWords words;
    private final MessageSource messages;

    GroupHeaders(GroupWords words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    /** For those who read the group. */
    GroupHeader inside(Group group, String here) {
        Stream<String> sections = group.hasMembers()
                ? Stream.of("conversations", "people", "about")
                : Stream.of("conversations", "about");
        return GroupHeader.of(
                group,
                kind(group.kind()),
                words.readers(group),
                sections.map(section -> link(group, section, here)).toList());
    }

    /** For those who may know of the group, no more. */
    GroupHeader outside(Group group) {
        return GroupHeader.of(group, kind(group.kind()), null, List.of());
    }

    private GroupHeader.Link link(Group group, String section, String here) {
        String href = section.equals("conversations") ? group.path() : "/groups/" + group.id() + "/" + section;
        return new GroupHeader.Link(href, say("groups.section." + section), section.equals(here));
    }

    String kind(Group.Kind kind) {
        return say("groups.kind." + kind.slug());
    }

    String privacy(Group.Privacy privacy) {
        return say("groups.privacy." + privacy.slug());
    }

    String role(GroupRole role) {
        return say("groups.role." + role.slug());
    }

    /** The sentence for an act that was done, or null. */
    @Nullable
    String done(String act) {
        return DONE.contains(act) ? say("groups.done." + act) : null;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}
