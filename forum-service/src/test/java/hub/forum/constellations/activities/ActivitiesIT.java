package hub.forum.constellations.activities;

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
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** An organiser invites households to an activity; they answer as households, find lifts, are reminded. The clock is put forward last. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ActivitiesIT {
    private static final String TOLD = "/notifications";
    private static final String INVITED =
            Words.partOf("meetings.invited.notice.say").strip();

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    ConstellationMaker making;

    @Autowired
    TestClock clock;

    private Account carol;
    private Account joe;
    private Account ruth;
    private Account ned;
    private Account bess;
    private Account ada;
    private Account marion;
    private Account priya;
    private Group group;
    private String picnic = "";

    @BeforeAll
    void aConstellation() {
        carol = people.carer("Carol");
        joe = people.carer("Joe");
        ruth = people.carer("Ruth");
        ned = people.carer("Ned");
        bess = people.carer("Bess");
        ada = people.with("Ada", Role.ADMINISTRATOR);
        marion = people.carer("Marion");
        priya = people.with("Priya", Role.SUPERVISING_SOCIAL_WORKER);
        group = making.called("Larkhill")
                .withHousehold("fenwick", carol, joe)
                .withHousehold("ellery", ruth)
                .withHousehold("hartley", ned, bess)
                .with(GroupRole.HUB_CARER, marion)
                .with(GroupRole.LIAISON_WORKER, priya)
                .there();
    }

    private String home() {
        return "/constellations/" + group.id();
    }

    private Page plan(Account who, String... others) {
        return send(who, home() + "/activities/new", others);
    }

    private Page send(Account who, String path, String... others) {
        List<String> fields = new ArrayList<>(List.of(others));
        List.of(
                        List.of("title", "Picnic by the lake"),
                        List.of("date", Times.inFull(day(10))),
                        List.of("starts", "2pm"),
                        List.of("ends", "4pm"),
                        List.of("hub", "elsewhere"),
                        List.of("place", "Furlong Mere, by the boathouse"),
                        List.of("cost", "Free"),
                        List.of("access", "step-free"),
                        List.of("photographs", "No photographs, please"),
                        List.of("lifts", "yes"),
                        List.of("invite", "all"),
                        List.of("version", "0"),
                        List.of("act", "publish"))
                .stream()
                .filter(field -> !List.of(others).contains(field.getFirst()))
                .forEach(fields::addAll);
        return browsing.as(who).post(path, fields.toArray(String[]::new));
    }

    private LocalDate day(int inDays) {
        return LocalDate.ofInstant(clock.instant(), Times.LONDON).plusDays(inDays);
    }

    private static String path(Page made) {
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        return made.location().replaceFirst("\\?.*", "");
    }

    @Test
    @Order(1)
    void aHubCarerPlansAnActivityAndEverybodyInTheConstellationIsInvited() {
        picnic = path(plan(marion));
        await().untilAsserted(
                        () -> assertThat(browsing.as(ruth).get(TOLD).body()).contains(INVITED));
        assertThat(browsing.as(ruth).get(picnic).body())
                .contains(
                        "Furlong Mere",
                        "No photographs, please",
                        Words.of("meetings.activity.access.step-free"),
                        Words.of("meetings.activity.household"))
                .doesNotContain(Words.of("meetings.activity.invited.all"));
        assertThat(browsing.as(marion).get(picnic).body()).contains(Words.of("meetings.activity.invited.all"));
        assertThat(browsing.as(ruth).get(home()).body()).contains("Picnic by the lake", "Furlong Mere");
        assertThat(browsing.as(ruth).get(home() + "/activities/new").status()).isEqualTo(404);
        assertThat(plan(ruth).status()).isEqualTo(404);
        assertThat(browsing.as(people.carer("Otto")).get(picnic).status()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void whatIsWrongIsSaidBesideItsFieldAndNobodyIsInvitedByAMarkButByTheLiaisonWorker() {
        Page page = plan(marion, "hub", "elsewhere", "place", "", "photographs", "", "invite", "", "lifts", "");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        Words.of("constellations.activities.place.missing"),
                        Words.of("constellations.activities.photographs.missing"),
                        Words.of("constellations.activities.invite.missing"),
                        Words.of("constellations.activities.lifts.missing"));
        assertThat(plan(marion, "invite", "some").body()).contains(Words.of("constellations.activities.homes.missing"));
        assertThat(plan(marion, "invite", "brothers-and-sisters").status()).isEqualTo(404);
        assertThat(plan(priya, "invite", "brothers-and-sisters").body())
                .contains(Words.of("constellations.activities.invite.nobody"));
        assertThat(plan(priya, "title", "For Zoe, aged 7, of Elm Lane School").status())
                .isEqualTo(422);
    }

    @Test
    @Order(3)
    void aHouseholdHasOneAnswerWhichBothOfItSeeAndChange() {
        assertThat(browsing.as(carol)
                        .post(picnic + "/reply", "answer", "going", "adults", "2", "children", "1", "remind", "day")
                        .status())
                .isEqualTo(303);
        String both = Words.of("meetings.count.and", Words.of("meetings.count.adults", 2), "1 child");
        assertThat(browsing.as(joe).get(picnic).body()).contains(Words.of("meetings.answer.going.with", both));
        assertThat(browsing.as(joe)
                        .post(picnic + "/reply", "answer", "going", "adults", "2", "children", "3", "remind", "day")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(marion).get(picnic).body())
                .contains(Words.of(
                        "meetings.who.summary",
                        5,
                        Words.of("meetings.count.and", Words.of("meetings.count.adults", 2), "3 children")));
    }

    @Test
    @Order(4)
    void liftsAreOfferedAndAskedForAndPeopleAgreeBetweenThemselves() {
        String lifts = picnic + "/lifts";
        assertThat(browsing.as(joe)
                        .post(lifts, "kind", "offered", "seats", "3", "words", "From the bus station at 1.30pm")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(ruth).get(lifts).body()).contains("From the bus station at 1.30pm", "Joe");
        assertThat(browsing.as(ruth)
                        .post(lifts, "kind", "wanted", "seats", "2", "words", "")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(ruth).get(picnic).body()).contains(Words.of("meetings.lifts.line", 3, 2));
        Page wrong = browsing.as(ruth).post(lifts, "kind", "", "seats", "9", "words", "Kept");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(Words.of("meetings.lifts.kind.missing"), Words.of("meetings.lifts.seats.wrong"), "Kept");
        assertThat(browsing.as(ruth).post(lifts + "/remove").status()).isEqualTo(303);
        assertThat(browsing.as(ruth).get(picnic).body()).contains(Words.of("meetings.lifts.line", 3, 0));
    }

    @Test
    @Order(5)
    void ofAnActivityForHomesWithBrothersAndSistersTheOthersFindNoTrace() {
        Session liaison = browsing.as(priya);
        assertThat(browsing.as(marion).get(home() + "/homes").status()).isEqualTo(404);
        assertThat(liaison.post(home() + "/homes", "siblings", "fenwick", "siblings", "nowhere")
                        .status())
                .isEqualTo(303);
        String swim = path(plan(priya, "title", "Swimming together", "invite", "brothers-and-sisters"));
        assertThat(browsing.as(carol).get(swim).status()).isEqualTo(200);
        assertThat(browsing.as(carol).get("/meetings").body()).contains("Swimming together");
        assertThat(browsing.as(carol).get(swim).body()).doesNotContain(Words.of("meetings.activity.invited.some", 1));
        assertThat(liaison.get(swim).body()).contains(Words.of("meetings.activity.invited.some", 1));
        Session other = browsing.as(ruth);
        assertThat(other.get(swim).status()).isEqualTo(404);
        assertThat(other.get(swim + "/lifts").status()).isEqualTo(404);
        assertThat(other.get(swim + "/meeting.ics").status()).isEqualTo(404);
        assertThat(other.post(swim + "/reply", "answer", "going", "adults", "1").status())
                .isEqualTo(404);
        for (String list : List.of("/", "/meetings", "/meetings/in/" + group.id(), home(), TOLD)) {
            assertThat(other.get(list).body()).as(list).doesNotContain("Swimming together");
        }
        // Whom the mark meant is for the liaison worker to know, whoever else changes the activity.
        String id = swim.substring(swim.lastIndexOf('/') + 1);
        String edit = home() + "/activities/" + id + "/edit";
        assertThat(browsing.as(marion).get(edit).body())
                .contains(Words.of("constellations.activities.invite.as-before"))
                .doesNotContainPattern("value=\"fenwick\"[^>]*checked");
        assertThat(send(
                                marion,
                                edit,
                                "title",
                                "Swimming together",
                                "invite",
                                "as-before",
                                "cost",
                                "2 pounds",
                                "version",
                                version(marion, edit))
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(carol).get(swim).body()).contains("2 pounds");
        assertThat(other.get(swim).status()).isEqualTo(404);
        assertThat(plan(marion, "invite", "as-before").status()).isEqualTo(422);
        // Whoever is not invited any more comes no more, and those who stay hear nothing of it.
        assertThat(browsing.as(carol)
                        .post(swim + "/reply", "answer", "going", "adults", "2", "children", "2")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(joe)
                        .post(swim + "/lifts", "kind", "offered", "seats", "2", "words", "From the ring road")
                        .status())
                .isEqualTo(303);
        String version = version(priya, edit);
        assertThat(send(
                                priya,
                                edit,
                                "title",
                                "Swimming together",
                                "invite",
                                "some",
                                "homes",
                                "ellery",
                                "version",
                                version)
                        .status())
                .isEqualTo(303);
        await().untilAsserted(() -> assertThat(browsing.as(joe).get(TOLD).body())
                .contains(Words.of("meetings.uninvited.notice.say"))
                .doesNotContain("Swimming together"));
        await().untilAsserted(
                        () -> assertThat(other.get(swim + "/lifts").body()).doesNotContain("From the ring road"));
        assertThat(other.get(swim).body()).contains(Words.of("meetings.who.nobody"));
        assertThat(browsing.as(carol).get(swim).status()).isEqualTo(404);
    }

    private String version(Account who, String edit) {
        return browsing.as(who).get(edit).body().replaceFirst("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    @Test
    @Order(6)
    void aChangeIsToldInOneLineToAllOfTheHousehold() {
        String edit = picnic.replace("/meetings/", home() + "/activities/") + "/edit";
        assertThat(send(marion, edit, "place", "Furlong Hall", "version", version(marion, edit))
                        .status())
                .isEqualTo(303);
        String told = Words.of("meetings.difference.place", "Furlong Hall", "Furlong Mere, by the boathouse");
        await().untilAsserted(
                        () -> assertThat(browsing.as(carol).get(TOLD).body()).contains(told));
        await().untilAsserted(
                        () -> assertThat(browsing.as(joe).get(TOLD).body()).contains(told));
        assertThat(browsing.as(marion).get(picnic + "/poster").body())
                .contains("Furlong Hall")
                .doesNotContain(Words.of("meetings.online"));
        assertThat(browsing.as(marion).get(picnic + "/sheet").body()).contains("Furlong Hall");
        assertThat(browsing.as(marion).get(picnic + "/edit").location()).isEqualTo(edit);
        assertThat(browsing.as(marion).post(picnic + "/edit", "title", "Other").status())
                .isEqualTo(404);
    }

    @Test
    @Order(7)
    void whatAHouseholdAnsweredStaysWhenOneOfTheTwoGoes() {
        String outing = path(plan(marion, "title", "To the farm"));
        assertThat(browsing.as(ned)
                        .post(outing + "/reply", "answer", "going", "adults", "2", "children", "3")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(ned)
                        .post(outing + "/lifts", "kind", "offered", "seats", "4", "words", "From the mill")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(bess).get(outing + "/lifts").body()).contains("From the mill");
        assertThat(browsing.as(ada).post("/accounts/" + ned.id() + "/suspend").status())
                .isEqualTo(303);
        String both = Words.of("meetings.count.and", Words.of("meetings.count.adults", 2), "3 children");
        assertThat(browsing.as(bess).get(outing).body()).contains(Words.of("meetings.answer.going.with", both));
        assertThat(browsing.as(bess).get(outing + "/lifts").body()).doesNotContain("From the mill");
        assertThat(browsing.as(ada).post("/accounts/" + bess.id() + "/suspend").status())
                .isEqualTo(303);
        assertThat(browsing.as(marion).get(outing).body()).doesNotContain(both);
    }

    @Test
    @Order(8)
    void theDayBeforeBothAreRemindedAndAfterwardsWhoCameIsWrittenDown() {
        clock.forwardTo(LocalTime.of(12, 0));
        clock.forward(Duration.ofDays(9));
        await().untilAsserted(
                        () -> assertThat(browsing.as(joe).get(TOLD).body()).contains("Soon: Picnic by the lake"));
        clock.forward(Duration.ofDays(2));
        await().untilAsserted(() -> assertThat(
                        browsing.as(marion).get(picnic + "/register").status())
                .isEqualTo(200));
        assertThat(browsing.as(marion)
                        .post(picnic + "/register", "came", carol.id(), "came", joe.id(), "others", "3")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(marion).get(picnic).body()).contains(Words.of("meetings.register.people", 5));
        await().untilAsserted(() ->
                assertThat(browsing.as(joe).get(picnic + "/lifts").status()).isEqualTo(404));
    }
}
