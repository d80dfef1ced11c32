package hub.forum.constellations.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The hub home and the rota of a constellation, in the head of its pages. */
@Component
@Order(5)
class ConstellationSection implements GroupSection {
    /** By which the pages here say where they are. */
    static final String NAME = "constellation";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String messageKey() {
        return "constellations.section";
    }

    @Override
    public boolean in(Group group) {
        return group.kind() == Group.Kind.CONSTELLATION;
    }

    @Override
    public String href(Group group) {
        return "/constellations/" + group.id();
    }
}
