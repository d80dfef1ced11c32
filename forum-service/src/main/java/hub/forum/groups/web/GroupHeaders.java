package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupRole;
import hub.forum.groups.GroupSection;
import hub.forum.groups.GroupWords;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Makes what the pages of a group have in common. */
@Component
@NamedInterface("headers")
public class GroupHeaders {
    /** What may stand behind {@code ?done=}: acts whose success is told on the page that follows. */
    private static final Set<String> DONE =
            Set.of("asked", "withdrawn", "left", "accepted", "declined", "nominated", "removed", "role", "saved");

    private final GroupWords words;
    private final MessageSource messages;

    private final List<GroupSection> sections;

    GroupHeaders(GroupWords words, MessageSource messages, ObjectProvider<GroupSection> sections) {
        this.words = words;
        this.messages = messages;
        this.sections = sections.orderedStream().toList();
    }

    /**
     * For those who read the group.
     *
     * @param here the name of the section that the page belongs to
     */
    public GroupHeader inside(Group group, String here) {
        return GroupHeader.of(
                group,
                kind(group.kind()),
                words.readers(group),
                sections.stream()
                        .filter(section -> section.in(group))
                        .map(section -> link(group, section, here))
                        .toList());
    }

    /** For those who may know of the group, no more. */
    public GroupHeader outside(Group group) {
        return GroupHeader.of(group, kind(group.kind()), null, List.of());
    }

    private GroupHeader.Link link(Group group, GroupSection section, String here) {
        return new GroupHeader.Link(
                section.href(group), say(section.messageKey()), section.name().equals(here));
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
