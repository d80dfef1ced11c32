package hub.forum.following.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How much the viewer hears of a group or board, in the head of its pages. */
@Component
@Order(85)
class FollowSection implements GroupSection {
    static final String NAME = "following";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String messageKey() {
        return "following.section";
    }

    @Override
    public boolean in(Group group) {
        return true;
    }

    @Override
    public String href(Group group) {
        return "/following/" + group.id();
    }
}
