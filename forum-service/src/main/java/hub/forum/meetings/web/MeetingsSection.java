package hub.forum.meetings.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The meetings of a group, in the head of its pages. */
@Component
@Order(20)
class MeetingsSection implements GroupSection {
    @Override
    public String name() {
        return "meetings";
    }

    @Override
    public String messageKey() {
        return "meetings.section";
    }

    @Override
    public boolean in(Group group) {
        return group.hasMembers() && !group.kind().ofTwo();
    }

    @Override
    public String href(Group group) {
        return "/meetings/in/" + group.id();
    }
}
