package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupSection;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The pages that every group has. */
@Configuration(proxyBeanMethods = false)
class OwnSections {
    @Bean
    @Order(10)
    GroupSection conversations() {
        return new Section("conversations", "", any -> true);
    }

    @Bean
    @Order(80)
    GroupSection people() {
        return new Section("people", "/people", Group::hasMembers);
    }

    @Bean
    @Order(90)
    GroupSection about() {
        return new Section("about", "/about", any -> true);
    }

    /** @param path behind the group's address; empty for its first page */
    private record Section(String name, String path, Predicate<Group> where) implements GroupSection {
        @Override
        public String messageKey() {
            return "groups.section." + name;
        }

        @Override
        public boolean in(Group group) {
            return where.test(group);
        }

        @Override
        public String href(Group group) {
            return path.isEmpty() ? group.path() : "/groups/" + group.id() + path;
        }
    }
}
