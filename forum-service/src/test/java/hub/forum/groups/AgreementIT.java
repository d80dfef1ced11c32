package hub.forum.groups;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementIT {
    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    private Account administrator;

    @BeforeAll
    void anAdministrator() {
        administrator = people.with("Administrator", Role.ADMINISTRATOR);
    }

    @Test
    void whoWasNominatedReadsTheAgreementBeforeAnythingElse() {
        Account amina = people.carer("Amina");
        Group group = making.aHiddenGroup("Larkspur").there();
        nominate(group, amina);
        Session session = browsing.as(amina);

        assertThat(session.get("/groups").body()).contains("Larkspur", Words.of("groups.list.agreement"));
        Page led = session.get(group.path() + "?after=x");
        assertThat(led.status()).isEqualTo(303);
        assertThat(led.location())
                .isEqualTo("/groups/" + group.id() + "/agreement?return=%2Fgroups%2F" + group.id()
                        + "%2Flarkspur%3Fafter%3Dx");
        for (String page : new String[] {"/about", "/people"}) {
            assertThat(session.get("/groups/" + group.id() + page).status())
                    .as(page)
                    .isEqualTo(303);
        }

        Page agreement = session.get(led.location());
        assertThat(agreement.status()).isEqualTo(200);
        assertThat(agreement.body())
                .contains("We keep what Larkspur says", Words.of("groups.agreement.accept"))
                .contains("name=\"return\" value=\"" + group.path() + "?after=x\"")
                .doesNotContain(Words.partOf("groups.readers.closed"));
        Page accepted = accept(session, group, 1, group.path() + "?after=x");
        assertThat(accepted.status()).isEqualTo(303);
        assertThat(accepted.location()).isEqualTo(group.path() + "?after=x");
        assertThat(session.get(group.path()).status()).isEqualTo(200);
        assertThat(session.get("/groups").body()).doesNotContain(Words.of("groups.list.agreement"));
    }

    @Test
    void whenItChangesEveryMemberReadsItAgainAndMeanwhileNothing() {
        Account joe = people.carer("Joe");
        Group group = making.aClosedGroup("Speedwell").withMembers(joe).there();
        Session session = browsing.as(joe);
        assertThat(session.get(group.path()).status()).isEqualTo(200);

        changeAgreement(group, 1, "We phone before we call round");

        Page led = session.get(group.path());
        assertThat(led.status()).isEqualTo(303);
        assertThat(session.get(led.location()).body())
                .contains("The agreement of Speedwell has changed", "We phone before we call round");
        assertThat(accept(session, group, 2, group.path()).status()).isEqualTo(303);
        assertThat(session.get(group.path()).status()).isEqualTo(200);

        changeAgreement(group, 2, "We phone, and we bring milk");
        assertThat(session.get(group.path()).status()).isEqualTo(303);
        assertThat(accept(session, group, 3, group.path()).status()).isEqualTo(303);
        assertThat(session.get(group.path()).status()).isEqualTo(200);
    }

    @Test
    void aFacilitatorReadsTheNewAgreementBeforeTheyActAgain() {
        Account gwen = people.carer("Gwen");
        Account ivy = people.carer("Ivy");
        Group group = making.aClosedGroup("Vetch")
                .facilitatedBy(gwen)
                .withMembers(ivy)
                .there();
        changeAgreement(group, 1, "We start on time");
        Page sent = browsing.as(gwen).post("/groups/" + group.id() + "/people/ivy/remove", "reason", "They moved away");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).isEqualTo("/groups/" + group.id() + "/agreement?return=%2Fsign-in%2Fkept");
        assertThat(browsing.as(ivy).get(group.path()).status()).isEqualTo(303);
    }

    @Test
    void whoAcceptsAnOldVersionIsShownTheNewOne() {
        Account dawn = people.carer("Dawn");
        Group group = making.aClosedGroup("Campion").there();
        nominate(group, dawn);
        Session session = browsing.as(dawn);
        assertThat(session.get("/groups/" + group.id() + "/agreement").body()).contains("name=\"version\" value=\"1\"");
        changeAgreement(group, 1, "We bring cake");

        Page late = accept(session, group, 1, group.path());

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains(Words.of("groups.agreement.changed"), "We bring cake")
                .contains("name=\"version\" value=\"2\"");
        assertThat(session.get(group.path()).status()).isEqualTo(303);
        assertThat(accept(session, group, 7, group.path()).status()).isEqualTo(409);
        assertThat(accept(session, group, 2, group.path()).status()).isEqualTo(303);
    }

    @Test
    void acceptingLeadsNowhereOutsideTheHub() {
        Account leroy = people.carer("Leroy");
        Group group = making.aClosedGroup("Teasel").withMembers(leroy).there();
        Session session = browsing.as(leroy);
        for (String elsewhere :
                new String[] {"https://example.com/", "//example.com", "/\\example.com", "/a b", "/{x}", ""}) {
            Page accepted = accept(session, group, 1, elsewhere);
            assertThat(accepted.status()).as(elsewhere).isEqualTo(303);
            assertThat(accepted.location()).as(elsewhere).isEqualTo(group.path());
        }
    }

    @Test
    void whoDoesNotAgreeCanLeaveWithoutReading() {
        Account tasneem = people.carer("Tasneem");
        Group group = making.aHiddenGroup("Yarrow").there();
        nominate(group, tasneem);
        Session session = browsing.as(tasneem);
        assertThat(session.get("/groups/" + group.id() + "/leave").body()).contains("Leave Yarrow?");
        assertThat(session.post("/groups/" + group.id() + "/leave").location()).isEqualTo("/groups?done=left");
        assertThat(session.get(group.path()).status()).isEqualTo(404);
    }

    private void nominate(Group group, Account person) {
        Page nominated = browsing.as(administrator)
                .post("/groups/" + group.id() + "/nominate", "account", person.id(), "role", "member");
        assertThat(nominated.location()).isEqualTo("/groups/" + group.id() + "/manage?done=nominated");
    }

    private Page accept(Session session, Group group, int version, String back) {
        return session.post("/groups/" + group.id() + "/agreement", "version", String.valueOf(version), "return", back);
    }

    private void changeAgreement(Group group, int seen, String text) {
        Page saved = browsing.as(administrator)
                .post(
                        "/groups/" + group.id() + "/edit",
                        "name",
                        group.name(),
                        "privacy",
                        group.privacy().slug(),
                        "area",
                        group.area(),
                        "purpose",
                        group.purpose(),
                        "agreement",
                        text,
                        "version",
                        String.valueOf(seen));
        assertThat(saved.status()).isEqualTo(303);
    }
}
