package hub.forum.constellations.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.constellations.ConstellationMaker;
import hub.forum.groups.Group;
import hub.forum.groups.GroupRole;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.time.Times;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** Support contacts are written down, seen by whom they concern, followed up, and counted. The clock is put forward last. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContactsIT {
    private static final String TOLD = "/notifications";

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    ConstellationMaker making;

    @Autowired
    TestClock clock;

    private Account tasneem;
    private Account carol;
    private Account marion;
    private Account priya;
    private Account duty;

    @BeforeAll
    void everybody() {
        tasneem = people.carer("Tasneem");
        carol = people.carer("Carol");
        marion = people.carer("Marion");
        priya = people.with("Priya", Role.SUPERVISING_SOCIAL_WORKER);
        duty = people.with("Colin", Role.DUTY_WORKER);
    }

    private Group larkhill() {
        return making.called("Larkhill")
                .with(GroupRole.MEMBER, tasneem, carol)
                .with(GroupRole.HUB_CARER, marion)
                .with(GroupRole.LIAISON_WORKER, priya)
                .there();
    }

    private Page add(Group group, Account who, String... others) {
        List<String> fields = new ArrayList<>(List.of(others));
        List.of(
                        List.of("day", "today"),
                        List.of("way", "phone"),
                        List.of("kind", "difficult-evening"),
                        List.of("length", "hours"),
                        List.of("risk", "no"))
                .stream()
                .filter(field -> !List.of(others).contains(field.getFirst()))
                .forEach(fields::addAll);
        return browsing.as(who).post("/constellations/" + group.id() + "/contacts/new", fields.toArray(String[]::new));
    }

    private static String path(Page added) {
        assertThat(added.status()).as(added.body()).isEqualTo(303);
        return added.location().replaceFirst("\\?.*", "");
    }

    @Test
    @Order(1)
    void aCarerSeesTheirOwnAndThoseWhoKeepTheConstellationAll() {
        Group group = larkhill();
        String own = path(add(group, tasneem, "helped", "Tea and no advice"));
        String forCarol = path(add(group, marion, "carer", carol.id(), "helped", "A walk"));
        String list = "/constellations/" + group.id() + "/contacts";
        assertThat(browsing.as(tasneem).get(list).body()).contains(own).doesNotContain(forCarol);
        assertThat(browsing.as(carol).get(list).body()).contains(forCarol).doesNotContain(own);
        assertThat(browsing.as(marion).get(list).body()).contains(own, forCarol);
        assertThat(browsing.as(priya).get(list).body()).contains(own, forCarol);
        assertThat(browsing.as(carol).get(own).status()).isEqualTo(404);
        assertThat(browsing.as(carol).get(forCarol).body()).contains("A walk", "Marion");
        assertThat(browsing.as(carol).post(forCarol + "/remove").status()).isEqualTo(404);
        assertThat(add(group, tasneem, "carer", carol.id()).status()).isEqualTo(404);
        assertThat(add(group, marion, "carer", duty.id()).body())
                .contains(Words.of("constellations.contacts.carer.notInIt"));
        assertThat(browsing.as(marion).post(forCarol + "/remove").status()).isEqualTo(303);
        assertThat(browsing.as(carol).get(list).body()).doesNotContain(forCarol);
    }

    @Test
    @Order(2)
    void whatIsWrongIsSaidBesideItsFieldAndSentTwiceItIsThereOnce() {
        Group group = larkhill();
        Page wrong = add(group, tasneem, "day", "tomorrow");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains(Words.of("constellations.contacts.future"));
        assertThat(path(add(group, tasneem, "formKey", "formkey00002", "risk", "no")))
                .as("another answer under an old form is another contact")
                .isNotEqualTo(path(add(group, tasneem, "formKey", "formkey00002", "risk", "yes")));
        assertThat(add(group, tasneem, "way", "smoke").body())
                .contains(Words.of("constellations.contacts.way.missing"));
        String key = "formkey00001";
        String once = path(add(group, tasneem, "formKey", key));
        assertThat(path(add(group, tasneem, "formKey", key))).isEqualTo(once);
        assertThat(path(add(group, tasneem, "formKey", key, "helped", "And more")))
                .isNotEqualTo(once);
    }

    @Test
    @Order(3)
    void theLiaisonWorkerHearsOfAHomeFeltAtRiskAndSeesItUntilSomethingMoreIsSaid() {
        Group group = larkhill();
        String path = path(add(group, tasneem, "risk", "yes"));
        assertThat(browsing.as(tasneem).get(path).body()).contains(Words.of("constellations.contacts.atRisk.ring"));
        await().untilAsserted(() -> assertThat(browsing.as(priya).get(TOLD).body())
                .contains(Words.of("constellations.atRisk.notice.say", "Tasneem")));
        assertThat(browsing.as(priya).get("/constellations/overview").body()).contains(path, "Tasneem");
        assertThat(browsing.as(priya).get("/me").body()).contains("/constellations/overview");
        assertThat(browsing.as(marion).get("/constellations/overview").status()).isEqualTo(404);
        assertThat(browsing.as(marion).get(TOLD).body())
                .doesNotContain(Words.of("constellations.atRisk.notice.say", "Tasneem"));
        String year = "/constellations/" + group.id() + "/year";
        assertThat(browsing.as(priya).get(year).body()).contains(Words.of("constellations.year.at-risk"));
        assertThat(browsing.as(priya).get(year + ".csv").body())
                .contains("\"" + Words.of("constellations.year.at-risk") + "\",\""
                        + Words.of("constellations.year.withheld") + "\"");
        assertThat(browsing.as(marion).get(year).status()).isEqualTo(404);
        assertThat(browsing.as(marion).get(year + ".csv").status()).isEqualTo(404);
    }

    @Test
    @Order(4)
    void aSpareBedIsSeenByTheLiaisonWorkerAndTheDutyTeamAlone() {
        Group group = larkhill();
        String here = "/constellations/" + group.id();
        assertThat(browsing.as(carol).get(here).body()).contains(Words.of("constellations.spare.say"));
        assertThat(browsing.as(carol).post(here + "/spare").status()).isEqualTo(303);
        assertThat(browsing.as(carol).post(here + "/spare").status()).isEqualTo(303);
        assertThat(browsing.as(carol).get(here).body()).contains(Words.of("constellations.spare.back"));
        assertThat(browsing.as(duty).get("/constellations/spare").body())
                .contains("Carol")
                .doesNotContain("Larkhill");
        assertThat(browsing.as(priya).get("/constellations/spare").body()).contains("Carol, Larkhill");
        assertThat(browsing.as(marion).get("/constellations/spare").status()).isEqualTo(404);
        assertThat(browsing.as(priya).post(here + "/spare").status()).isEqualTo(404);
        assertThat(browsing.as(tasneem).post(here + "/spare").status()).isEqualTo(303);
        assertThat(browsing.as(tasneem).post("/groups/" + group.id() + "/leave").status())
                .isEqualTo(303);
        assertThat(browsing.as(duty).get("/constellations/spare").body())
                .as("who has left has no bed to give")
                .doesNotContain("Tasneem");
        assertThat(browsing.as(carol).post(here + "/spare/back").status()).isEqualTo(303);
        assertThat(browsing.as(duty).get("/constellations/spare").body()).doesNotContain("Carol");
    }

    @Test
    @Order(5)
    void onTheDayByWhichSomethingIsWantedPeopleAreRemindedOnce() {
        Group group = larkhill();
        LocalDate more = LocalDate.ofInstant(clock.instant(), Times.LONDON).plusDays(3);
        String path = path(add(group, tasneem, "followUp", Times.inFull(more)));
        String done = path(add(group, carol, "followUp", Times.inFull(more)));
        assertThat(browsing.as(carol).post(done + "/done").status()).isEqualTo(303);
        assertThat(browsing.as(carol).post(done + "/done").status()).isEqualTo(303);
        clock.forward(Duration.ofDays(4));
        await().untilAsserted(() -> assertThat(browsing.as(marion).get(TOLD).body())
                .contains(Words.of("constellations.followUp.notice.say", "Tasneem")));
        assertThat(browsing.as(marion).get(TOLD).body())
                .doesNotContain(Words.of("constellations.followUp.notice.say", "Carol"));
        assertThat(browsing.as(marion).post(path + "/done").status()).isEqualTo(303);
        assertThat(browsing.as(tasneem).get(TOLD).body())
                .doesNotContain(Words.of("constellations.followUp.notice.say", "Tasneem"));
    }
}
