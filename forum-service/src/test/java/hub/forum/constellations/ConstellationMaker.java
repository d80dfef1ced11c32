package hub.forum.constellations;

import hub.forum.groups.Group;
import hub.forum.groups.GroupDetails;
import hub.forum.groups.GroupRole;
import hub.forum.groups.ImportGroups;
import hub.forum.groups.Membership;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.mongo.Ids;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts constellations into the hub whose people bring a household of their own each time, so that they can be in several. */
@TestFixture
public class ConstellationMaker {
    private static final Instant SINCE = Instant.parse("2026-05-03T10:00:00Z");

    private final ImportGroups groups;

    ConstellationMaker(ImportGroups groups) {
        this.groups = groups;
    }

    public Plan called(String name) {
        return new Plan(name);
    }

    /** A constellation that is about to be. Who is named twice has the later part. */
    public class Plan {
        private final Group group;
        private final Map<String, Membership> members = new LinkedHashMap<>();

        Plan(String name) {
            GroupDetails details = GroupDetails.clean(
                    name,
                    Group.Kind.CONSTELLATION,
                    Group.Privacy.HIDDEN,
                    "Ashcombe",
                    "For each other",
                    "",
                    "We are kind");
            group = Group.begin(Ids.next(), details, "<p>We are kind</p>", 1, null, SINCE, "nobody");
        }

        public Plan with(GroupRole role, Account... people) {
            for (Account person : people) {
                members.put(person.id(), begin(role, person).accepting(group.agreementVersion()));
            }
            return this;
        }

        /** Carers who live together. */
        public Plan withHousehold(String household, Account... people) {
            for (Account person : people) {
                members.put(
                        person.id(),
                        Membership.begin(group, person.id(), household, true, GroupRole.MEMBER, SINCE, "nobody")
                                .accepting(group.agreementVersion()));
            }
            return this;
        }

        /** Who has yet to accept the agreement. */
        public Plan withNewcomer(Account person) {
            members.put(person.id(), begin(GroupRole.MEMBER, person));
            return this;
        }

        private Membership begin(GroupRole role, Account person) {
            boolean carer = person.roles().contains(Role.CARER);
            return Membership.begin(group, person.id(), Ids.next(), carer, role, SINCE, "nobody");
        }

        public Group there() {
            groups.add(group, List.copyOf(members.values())).block(Duration.ofSeconds(10));
            return group;
        }
    }
}
