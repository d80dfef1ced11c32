package hub.forum.groups;

import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.mongo.Ids;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts groups into the hub: {@code making.aClosedGroup("Bluebell").withMembers(amina, joe).there()}. */
@TestFixture
public class GroupMaker {
    private final ImportGroups groups;

    GroupMaker(ImportGroups groups) {
        this.groups = groups;
    }

    public Plan aBoard(String name) {
        return new Plan(name, Group.Kind.BOARD, Group.Privacy.OPEN);
    }

    public Plan aClosedGroup(String name) {
        return new Plan(name, Group.Kind.PEER_SUPPORT_GROUP, Group.Privacy.CLOSED);
    }

    public Plan aHiddenGroup(String name) {
        return new Plan(name, Group.Kind.PEER_SUPPORT_GROUP, Group.Privacy.HIDDEN);
    }

    public Plan aCluster(String name) {
        return new Plan(name, Group.Kind.COMMUNITY_CLUSTER, Group.Privacy.CLOSED);
    }

    public Plan aGroup(Group.Privacy privacy, String name, String purpose, String agreement) {
        Group.Kind kind = privacy == Group.Privacy.OPEN ? Group.Kind.BOARD : Group.Kind.PEER_SUPPORT_GROUP;
        return new Plan(name, kind, privacy, purpose, agreement);
    }

    public Plan aConstellation(String name) {
        return new Plan(name, Group.Kind.CONSTELLATION, Group.Privacy.HIDDEN);
    }

    /** Where two talk as mentor and mentee. */
    public Plan aMentorship(String name) {
        return new Plan(name, Group.Kind.MENTORSHIP, Group.Privacy.HIDDEN);
    }

    /** A group that is about to be. Who is named twice has the later part. */
    public class Plan {
        private final Group group;
        private final Map<String, Membership> members = new LinkedHashMap<>();

        Plan(String name, Group.Kind kind, Group.Privacy privacy) {
            this(name, kind, privacy, "What " + name + " is for", "We keep what " + name + " says");
        }

        Plan(String name, Group.Kind kind, Group.Privacy privacy, String purpose, String agreement) {
            GroupDetails details = GroupDetails.clean(name, kind, privacy, "Ashcombe", purpose, "", agreement);
            group = Group.begin(
                    Ids.next(),
                    details,
                    "<p>" + details.agreement() + "</p>",
                    1,
                    null,
                    Instant.parse("2026-05-03T10:00:00Z"),
                    "nobody");
        }

        /** People who have accepted the agreement. */
        public Plan withMembers(Account... people) {
            return with(GroupRole.MEMBER, people);
        }

        public Plan facilitatedBy(Account person) {
            return with(GroupRole.FACILITATOR, person);
        }

        public Plan withLiaisonWorker(Account person) {
            return with(GroupRole.LIAISON_WORKER, person);
        }

        public Plan withHubCarer(Account person) {
            return with(GroupRole.HUB_CARER, person);
        }

        /** People who have yet to accept it. */
        public Plan withNewcomer(Account person) {
            members.put(
                    person.id(),
                    Membership.begin(
                            group,
                            person.id(),
                            person.household(),
                            true,
                            GroupRole.MEMBER,
                            group.createdAt(),
                            "nobody"));
            return this;
        }

        private Plan with(GroupRole role, Account... people) {
            for (Account person : people) {
                boolean carer =
                        person.roles().contains(Role.CARER) || person.roles().contains(Role.KINSHIP_CARER);
                members.put(
                        person.id(),
                        Membership.begin(
                                        group,
                                        person.id(),
                                        person.household(),
                                        carer,
                                        role,
                                        group.createdAt(),
                                        "nobody")
                                .accepting(group.agreementVersion()));
            }
            return this;
        }

        public Group there() {
            groups.add(group, List.copyOf(members.values())).block(Duration.ofSeconds(10));
            return group;
        }
    }
}
