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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Asking to join, and being nominated. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JoiningIT {
    private static final Pattern DECLINE = Pattern.compile("/requests/([0-9a-z]{12})/decline");

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    private Account gwen;
    private Account administrator;

    @BeforeAll
    void aFacilitatorAndAnAdministrator() {
        gwen = people.carer("Gwen Hughes");
        administrator = people.with("Administrator", Role.ADMINISTRATOR);
    }

    @Test
    void aCarerAsksIsDeclinedWithAReasonAsksAgainAndIsAccepted() {
        Account sunita = people.carer("Sunita Rao");
        Group group = making.aClosedGroup("Night owls").facilitatedBy(gwen).there();
        Session asker = browsing.as(sunita);
        Session facilitator = browsing.as(gwen);

        assertThat(ask(asker, group, "I am awake at three").location()).isEqualTo("/groups?done=asked");
        assertThat(asker.get("/groups").body()).contains("You asked to join just now");
        Page waiting = facilitator.get(people(group));
        assertThat(waiting.body()).contains(Words.of("groups.people.requests"), "Sunita Rao", "I am awake at three");

        String first = request(waiting);
        Page without = facilitator.post(requests(group, first, "decline"), "reason", " . ");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains(Words.of("groups.reason.length"), Words.partOf("parts.title.error"));
        assertThat(facilitator
                        .post(requests(group, first, "decline"), "reason", "We are full until spring")
                        .location())
                .isEqualTo(people(group) + "?done=declined");
        assertThat(asker.get("/groups").body()).contains("We are full until spring", Words.of("groups.list.again"));
        assertThat(asker.get(group.path()).body()).contains("We are full until spring");
        assertThat(facilitator.post(requests(group, first, "accept")).status()).isEqualTo(409);
        assertThat(asker.get(people(group)).status()).isEqualTo(404);

        ask(asker, group, "");
        String second = request(facilitator.get(people(group)));
        assertThat(facilitator.post(requests(group, second, "accept")).location())
                .isEqualTo(people(group) + "?done=accepted");
        assertThat(facilitator.get(people(group)).body())
                .contains("Sunita Rao", "2 carers can read this")
                .doesNotContain(Words.of("groups.people.requests"));
        assertThat(asker.get(group.path()).location()).startsWith("/groups/" + group.id() + "/agreement");
        assertThat(asker.get("/groups/" + group.id() + "/ask").status()).isEqualTo(404);
    }

    @Test
    void askingTwiceCountsOnce() {
        Account omar = people.carer("Omar");
        Group group = making.aClosedGroup("Early birds").facilitatedBy(gwen).there();
        Session asker = browsing.as(omar);
        String key = asker.get("/groups/" + group.id() + "/ask").formKey();
        for (int tap = 0; tap < 2; tap++) {
            assertThat(asker.post("/groups/" + group.id() + "/ask", "text", "Hello", "formKey", key)
                            .location())
                    .isEqualTo("/groups?done=asked");
        }
        Page another = ask(asker, group, "Hello again");
        assertThat(another.status()).isEqualTo(422);
        assertThat(another.body()).contains(Words.of("groups.ask.already"), "Hello again");
        assertThat(DECLINE.matcher(browsing.as(gwen).get(people(group)).body()).results())
                .hasSize(1);
    }

    @Test
    void anOldFormAsksAgainOnceTheRequestIsOver() {
        Account omar = people.carer("Omar Again");
        Group group = making.aClosedGroup("Night swimmers").facilitatedBy(gwen).there();
        Session asker = browsing.as(omar);
        Session facilitator = browsing.as(gwen);
        String ask = "/groups/" + group.id() + "/ask";
        String key = asker.get(ask).formKey();

        asker.post(ask, "text", "I swim", "formKey", key);
        String first = request(facilitator.get(people(group)));
        asker.post(ask + "/withdraw");
        assertThat(facilitator.get(people(group)).body()).doesNotContain("Omar Again");

        assertThat(asker.post(ask, "text", "I swim", "formKey", key).location()).isEqualTo("/groups?done=asked");
        String second = request(facilitator.get(people(group)));
        assertThat(second).isNotEqualTo(first);
        facilitator.post(requests(group, second, "decline"), "reason", "Not until spring");

        asker.post(ask, "text", "I still swim", "formKey", key);
        assertThat(facilitator.get(people(group)).body()).contains("Omar Again", "I still swim");
        assertThat(asker.get(group.path()).body()).doesNotContain("Not until spring");
    }

    @Test
    void aFormKeyOfSomebodyElseOrOfAnotherGroupIsOneOfTheirOwn() {
        Account lena = people.carer("Lena Hart");
        Account milo = people.carer("Milo Dean");
        Group group = making.aClosedGroup("Fell walkers").facilitatedBy(gwen).there();
        Group other = making.aClosedGroup("Beach walkers").facilitatedBy(gwen).there();
        String key = browsing.as(lena).get("/groups/" + group.id() + "/ask").formKey();
        for (Group asked : new Group[] {group, other}) {
            for (Account asker : new Account[] {lena, milo}) {
                assertThat(browsing.as(asker)
                                .post("/groups/" + asked.id() + "/ask", "text", "Hello", "formKey", key)
                                .location())
                        .as(asker.name())
                        .isEqualTo("/groups?done=asked");
            }
            assertThat(browsing.as(gwen).get(people(asked)).body()).contains("Lena Hart", "Milo Dean");
        }
    }

    @Test
    void whoAsksAndIsSuspendedMeanwhileIsNotSaidToBe() {
        Account sid = people.carer("Sid Moss");
        Group group = making.aClosedGroup("Potters").facilitatedBy(gwen).there();
        ask(browsing.as(sid), group, "I pot");
        String request = request(browsing.as(gwen).get(people(group)));
        browsing.as(administrator).post("/accounts/" + sid.id() + "/suspend");
        assertThat(browsing.as(gwen).post(requests(group, request, "accept")).body())
                .contains(Words.of("groups.nominate.couldNot"))
                .doesNotContain("approved");
        assertThat(browsing.as(gwen)
                        .post("/groups/" + group.id() + "/nominate", "account", sid.id(), "role", "member")
                        .body())
                .contains(Words.of("groups.nominate.couldNot"))
                .doesNotContain(Words.of("groups.nominate.notApproved"));
        assertThat(browsing.as(administrator)
                        .post("/groups/" + group.id() + "/nominate", "account", sid.id(), "role", "member")
                        .body())
                .contains(Words.of("groups.nominate.notApproved"));
    }

    @Test
    void whatIsTooLongIsGivenBack() {
        Account ruth = people.carer("Ruth");
        Group group = making.aClosedGroup("Long talks").facilitatedBy(gwen).there();
        Page page = ask(browsing.as(ruth), group, "x".repeat(501));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("x".repeat(501), Words.of("groups.ask.words.length"));
    }

    @Test
    void whoAskedCanTakeItBack() {
        Account noor = people.carer("Noor");
        Group group = making.aClosedGroup("Sunday walks").facilitatedBy(gwen).there();
        ask(browsing.as(noor), group, "Hello");
        String request = request(browsing.as(gwen).get(people(group)));
        assertThat(browsing.as(noor)
                        .post("/groups/" + group.id() + "/ask/withdraw")
                        .location())
                .isEqualTo("/groups?done=withdrawn");
        assertThat(browsing.as(gwen).get(people(group)).body()).doesNotContain("Noor");
        assertThat(browsing.as(gwen).post(requests(group, request, "accept")).status())
                .isEqualTo(409);
        assertThat(browsing.as(noor).get(group.path()).body()).contains(Words.of("groups.list.ask"));
    }

    @Test
    void onlyTheGroupsOwnFacilitatorDecides() {
        Account tom = people.carer("Tom");
        Account member = people.carer("Plain Member");
        Account elsewhere = people.carer("Elsewhere");
        Group group = making.aClosedGroup("Bakers")
                .facilitatedBy(gwen)
                .withMembers(member)
                .there();
        Group other = making.aClosedGroup("Gardeners").facilitatedBy(elsewhere).there();
        ask(browsing.as(tom), group, "I bake");
        String request = request(browsing.as(gwen).get(people(group)));

        assertThat(browsing.as(member).get(people(group)).body())
                .doesNotContain("I bake", Words.of("groups.people.requests"));
        for (Account not : new Account[] {member, elsewhere, tom, administrator}) {
            assertThat(browsing.as(not).post(requests(group, request, "accept")).status())
                    .as(not.name())
                    .isEqualTo(404);
            assertThat(browsing.as(not)
                            .post(requests(group, request, "decline"), "reason", "Because I say so")
                            .status())
                    .as(not.name())
                    .isEqualTo(404);
        }
        assertThat(browsing.as(elsewhere)
                        .post(requests(other, request, "accept"))
                        .status())
                .isEqualTo(404);
        assertThat(browsing.as(tom).get(people(group)).status()).isEqualTo(404);
    }

    @Test
    void aNominationStepsByNameAndWorksWithoutScript() {
        Account peer = people.carer("Ida Marsh");
        Account grace = people.with("Grace Okoro", Role.SUPERVISING_SOCIAL_WORKER);
        Group group = making.aHiddenGroup("Kite").withMembers(grace).there();
        Session worker = browsing.as(grace);
        String nominate = "/groups/" + group.id() + "/nominate";

        assertThat(worker.get(people(group)).body()).contains(nominate);
        assertThat(worker.get(nominate + "?q=i").status()).isEqualTo(422);
        assertThat(worker.get(nominate + "?q=zzz").body()).contains(Words.of("groups.nominate.none"));
        Page found = worker.get(nominate + "?q=ida");
        assertThat(found.body())
                .contains("Ida Marsh", "value=\"ida-marsh\"")
                .doesNotContain(
                        Words.of("groups.role.facilitator"),
                        Words.of("groups.role.liaison-worker"),
                        "value=\"facilitator\"");
        assertThat(worker.post(nominate, "q", "ida", "role", "member").status()).isEqualTo(422);
        for (int tap = 0; tap < 2; tap++) {
            assertThat(worker.post(nominate, "q", "ida", "account", peer.id(), "role", "member")
                            .location())
                    .isEqualTo(people(group) + "?done=nominated");
        }
        assertThat(worker.get(people(group)).body())
                .contains("Ida Marsh", "1 carer and 1 person from the fostering team can read this");
        assertThat(worker.post(nominate, "account", peer.id(), "role", "facilitator")
                        .status())
                .isEqualTo(404);
        assertThat(worker.post(nominate, "account", grace.id(), "role", "member")
                        .body())
                .contains(Words.of("groups.nominate.self"));
        assertThat(browsing.as(peer).get(nominate + "?q=gr").status()).isEqualTo(303);
        browsing.as(peer).post("/groups/" + group.id() + "/agreement", "version", "1");
        assertThat(browsing.as(peer).get(nominate + "?q=gr").status()).isEqualTo(404);
    }

    @Test
    void anAdministratorNominatesWithoutGettingIn() {
        Account hubCarer = people.carer("Marion Whitlock");
        Group group = making.aConstellation("Whitlock hill").there();
        Session session = browsing.as(administrator);
        Page found = session.get("/groups/" + group.id() + "/nominate?q=mar");
        assertThat(found.body())
                .contains(
                        Words.of("groups.role.hub-carer"),
                        Words.of("groups.role.liaison-worker"),
                        Words.of("groups.role.facilitator"));
        assertThat(session.post("/groups/" + group.id() + "/nominate", "account", hubCarer.id(), "role", "hub-carer")
                        .location())
                .isEqualTo("/groups/" + group.id() + "/manage?done=nominated");
        assertThat(session.get("/groups/" + group.id() + "/manage?done=nominated")
                        .body())
                .contains("Marion Whitlock", Words.of("groups.role.hub-carer"), Words.of("groups.done.nominated"));
        assertThat(session.get(group.path()).status()).isEqualTo(404);
        assertThat(session.post("/groups/" + group.id() + "/nominate", "account", administrator.id(), "role", "member")
                        .body())
                .contains(Words.of("groups.nominate.self"));
        assertThat(session.get(group.path()).status()).isEqualTo(404);
    }

    @Test
    void aNominationAnswersTheRequestThatWaited() {
        Account kim = people.carer("Kim Lowe");
        Group group = making.aClosedGroup("Singers").facilitatedBy(gwen).there();
        ask(browsing.as(kim), group, "I sing");
        browsing.as(gwen).post("/groups/" + group.id() + "/nominate", "account", kim.id(), "role", "member");
        assertThat(browsing.as(gwen).get(people(group)).body())
                .contains("Kim Lowe")
                .doesNotContain("I sing");
    }

    private static Page ask(Session session, Group group, String words) {
        String key = session.get("/groups/" + group.id() + "/ask").formKey();
        return session.post("/groups/" + group.id() + "/ask", "text", words, "formKey", key);
    }

    private static String request(Page people) {
        Matcher link = DECLINE.matcher(people.body());
        assertThat(link.find()).as(people.body()).isTrue();
        return link.group(1);
    }

    private static String people(Group group) {
        return "/groups/" + group.id() + "/people";
    }

    private static String requests(Group group, String request, String verb) {
        return "/groups/" + group.id() + "/requests/" + request + "/" + verb;
    }
}
