package hub.forum.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.audit.AuditTrail;
import hub.forum.groups.GroupEvents.MembershipEnded;
import hub.platform.audit.AuditEntry;
import hub.platform.audit.AuditLog;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Role;
import hub.platform.mongo.Collections;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Leaving, being removed, another part in the group; a moderator coming in. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndingIT {
    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    GroupMaker making;

    @Autowired
    Collections collections;

    @Autowired
    AuditLog audit;

    private Account administrator;
    private Account gwen;

    @BeforeAll
    void aHub() {
        administrator = people.with("Administrator", Role.ADMINISTRATOR);
        gwen = people.carer("Gwen");
    }

    @Test
    void whoLeavesStopsReadingAtOnceAndOthersAreTold() {
        Account amina = people.carer("Amina");
        Group group = making.aHiddenGroup("Plover")
                .withMembers(amina)
                .facilitatedBy(gwen)
                .there();
        Session session = browsing.as(amina);
        assertThat(session.get(group.path()).body()).contains("2 carers can read this");
        assertThat(session.get("/groups/" + group.id() + "/leave").body()).contains("Leave Plover?");
        session.post("/groups/" + group.id() + "/leave");
        assertThat(session.get(group.path()).status()).isEqualTo(404);
        assertThat(session.get("/groups").body()).doesNotContain("Plover");
        assertThat(browsing.as(gwen).get(group.path()).body()).contains("1 carer can read this");
        await().untilAsserted(
                        () -> assertThat(EndedMemberships.TOLD).contains(new MembershipEnded(group.id(), amina.id())));
    }

    @Test
    void aFacilitatorRemovesWithAReasonThatIsKept() {
        Account joe = people.carer("Joe Pike");
        Group group = making.aClosedGroup("Dunlin")
                .withMembers(joe)
                .facilitatedBy(gwen)
                .there();
        Session facilitator = browsing.as(gwen);
        String remove = "/groups/" + group.id() + "/people/" + joe.id() + "/remove";
        assertThat(facilitator.get("/groups/" + group.id() + "/people").body()).contains(remove);
        assertThat(facilitator.get(remove).body()).contains(Words.of("groups.remove.title", "Joe Pike", "Dunlin"));
        Page without = facilitator.post(remove, "reason", "x");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains(Words.of("groups.reason.length"));
        assertThat(facilitator.post(remove, "reason", "Moved to another area").location())
                .isEqualTo("/groups/" + group.id() + "/people?done=removed");
        assertThat(browsing.as(joe).get("/groups/" + group.id() + "/people").status())
                .isEqualTo(404);
        assertThat(facilitator.post(remove, "reason", "Moved to another area").status())
                .isEqualTo(404);
        await().untilAsserted(
                        () -> assertThat(EndedMemberships.TOLD).contains(new MembershipEnded(group.id(), joe.id())));
        assertThat(entries(group)).anySatisfy(entry -> {
            assertThat(entry.act()).isEqualTo("groups.remove");
            assertThat(entry.actor()).isEqualTo(gwen.id());
            assertThat(entry.subject()).isEqualTo(joe.id());
            assertThat(entry.details()).containsEntry("reason", "Moved to another area");
        });
    }

    @Test
    void aMemberRemovesNobody() {
        Account ivy = people.carer("Ivy");
        Group group =
                making.aClosedGroup("Knot").withMembers(ivy).facilitatedBy(gwen).there();
        String remove = "/groups/" + group.id() + "/people/" + gwen.id() + "/remove";
        assertThat(browsing.as(ivy).get(remove).status()).isEqualTo(404);
        assertThat(browsing.as(ivy).post(remove, "reason", "I want to").status())
                .isEqualTo(404);
        assertThat(browsing.as(gwen).get(group.path()).status()).isEqualTo(200);
    }

    @Test
    void whoLeadsAGroupRemovesNobodyWithAPartInIt() {
        Account hub = people.carer("Hub Heron");
        Account liaison = people.carer("Liaison Heron");
        Account second = people.carer("Second Heron");
        Group group = making.aConstellation("Heron")
                .facilitatedBy(gwen)
                .facilitatedBy(second)
                .withHubCarer(hub)
                .withLiaisonWorker(liaison)
                .there();
        for (Account leader : List.of(gwen, liaison)) {
            Session session = browsing.as(leader);
            String list = session.get("/groups/" + group.id() + "/people").body();
            for (Account person : List.of(hub, liaison, second)) {
                String remove = "/groups/" + group.id() + "/people/" + person.id() + "/remove";
                assertThat(list).doesNotContain(remove);
                assertThat(session.get(remove).status()).as(remove).isEqualTo(404);
                assertThat(session.post(remove, "reason", "They are in my way").status())
                        .as(remove)
                        .isEqualTo(404);
                assertThat(browsing.as(person).get(group.path()).status())
                        .as(person.name())
                        .isEqualTo(200);
            }
        }
        assertThat(entries(group)).extracting(AuditEntry::act).doesNotContain("groups.remove");
        assertThat(browsing.as(administrator)
                        .post(
                                "/groups/" + group.id() + "/people/" + second.id() + "/remove",
                                "reason",
                                "They asked to stop")
                        .location())
                .isEqualTo("/groups/" + group.id() + "/manage?done=removed");
        assertThat(browsing.as(second).get(group.path()).status()).isEqualTo(404);
    }

    @Test
    void anAdministratorGivesAnotherPart() {
        Account leo = people.carer("Leo Frost");
        Group group = making.aClosedGroup("Curlew").withMembers(leo).there();
        String role = "/groups/" + group.id() + "/people/" + leo.id() + "/role";
        Session session = browsing.as(administrator);
        assertThat(session.get(role).body())
                .contains("value=\"member\"", "checked")
                .doesNotContain("hub-carer");
        assertThat(session.post(role, "role", "").status()).isEqualTo(422);
        assertThat(session.post(role, "role", "hub-carer").status()).isEqualTo(404);
        assertThat(session.post(role, "role", "facilitator").location())
                .isEqualTo("/groups/" + group.id() + "/manage?done=role");
        assertThat(browsing.as(leo).get("/groups/" + group.id() + "/people").body())
                .contains(Words.of("groups.role.facilitator"), Words.of("groups.people.nominate"));
        assertThat(browsing.as(leo).post(role, "role", "member").status()).isEqualTo(404);
    }

    @Test
    void suspensionEndsReadingInASessionThatIsOpen() {
        Account max = people.carer("Max");
        Group group = making.aHiddenGroup("Godwit").withMembers(max).there();
        Session session = browsing.as(max);
        assertThat(session.get(group.path()).status()).isEqualTo(200);
        accounts.viewer(administrator.id())
                .flatMap(viewer -> accounts.suspend(max.id(), viewer))
                .block(Duration.ofSeconds(10));
        Page answer = session.get(group.path());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Godwit");
    }

    @Test
    void aModeratorComesInWithAReasonThatMembersSee() {
        Account nia = people.carer("Nia");
        Account ade = people.with("Ade Bankole", Role.MODERATOR);
        Group group = making.aHiddenGroup("Snipe").withMembers(nia).there();
        Session moderator = browsing.as(ade);
        String enter = "/groups/" + group.id() + "/enter";

        assertThat(moderator.get(group.path()).status()).isEqualTo(404);
        Page short_ = moderator.post(enter, "reason", "Because");
        assertThat(short_.status()).isEqualTo(422);
        assertThat(short_.body()).contains(Words.of("groups.enter.reason.length"), ">Because<");
        assertThat(moderator.get(group.path()).status()).isEqualTo(404);

        String key = moderator.get(enter).formKey();
        for (int tap = 0; tap < 2; tap++) {
            assertThat(moderator
                            .post(enter, "reason", "Two reports about one post", "formKey", key)
                            .location())
                    .isEqualTo(group.path());
        }
        assertThat(moderator.get(group.path()).status()).isEqualTo(200);
        assertThat(moderator.get(group.path()).body()).contains("Snipe").doesNotContain(Words.of("groups.talk.start"));
        assertThat(moderator.get("/groups").body()).contains("Snipe", Words.of("groups.list.entered"));
        assertThat(browsing.as(nia).get("/groups/" + group.id() + "/about").body())
                .containsOnlyOnce(Words.of("groups.about.entry", "Ade Bankole"))
                .contains("Two reports about one post");
        assertThat(browsing.as(nia).get(group.path()).body()).contains("1 carer can read this");
        assertThat(entries(group)).extracting(AuditEntry::act).containsOnlyOnce("groups.enter");
        for (Account not : List.of(nia, administrator, gwen)) {
            assertThat(browsing.as(not).get(enter).status()).as(not.name()).isEqualTo(404);
            assertThat(browsing.as(not)
                            .post(enter, "reason", "I would like to look")
                            .status())
                    .as(not.name())
                    .isEqualTo(404);
        }
    }

    @Test
    void anEntryThatIsOverIsNotPassedOffAsANewOne() {
        Account first = people.with("Mod One", Role.MODERATOR);
        Account second = people.with("Mod Two", Role.MODERATOR);
        Group group = making.aHiddenGroup("Redshank").withMembers(gwen).there();
        String enter = "/groups/" + group.id() + "/enter";
        String key = browsing.as(first).get(enter).formKey();
        for (Account moderator : List.of(first, second)) {
            assertThat(browsing.as(moderator)
                            .post(enter, "reason", "Two reports about one post", "formKey", key)
                            .location())
                    .as("the key of another moderator's form too")
                    .isEqualTo(group.path());
        }
        collections
                .of(ModeratorEntryStore.ENTRIES, Document.class)
                .changeAll(
                        Query.query(Criteria.where("group").is(group.id())),
                        new Update().set("until", Instant.now().minusSeconds(1)))
                .block(Duration.ofSeconds(10));
        Session session = browsing.as(first);
        assertThat(session.get(group.path()).status()).isEqualTo(404);
        for (int tap = 0; tap < 2; tap++) {
            session.post(enter, "reason", "Another report today", "formKey", key);
        }
        assertThat(session.get(group.path()).status()).isEqualTo(200);
        assertThat(entries(group))
                .filteredOn(entry -> entry.act().equals("groups.enter"))
                .extracting(AuditEntry::actor)
                .containsExactlyInAnyOrder(first.id(), second.id(), first.id());
    }

    private List<AuditEntry> entries(Group group) {
        return new AuditTrail(audit).ofGroup(group.id());
    }
}
