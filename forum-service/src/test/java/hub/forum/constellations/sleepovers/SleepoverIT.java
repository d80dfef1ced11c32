package hub.forum.constellations.sleepovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.constellations.ConstellationMaker;
import hub.forum.constellations.homes.Bed;
import hub.forum.constellations.homes.HomeMaker;
import hub.forum.constellations.rota.OnCallPerson;
import hub.forum.constellations.rota.RotaMaker;
import hub.forum.groups.Group;
import hub.forum.groups.GroupRole;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.site.Site;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** A sleepover is asked for, reaches whoever is on call, is agreed and takes place. The clock is put forward last. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SleepoverIT {
    private static final String TOLD = "/notifications";
    private static final String ASKED =
            Words.partOf("constellations.asked.notice.say").strip();

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    ConstellationMaker making;

    @Autowired
    RotaMaker rotas;

    @Autowired
    HomeMaker homes;

    @Autowired
    Site site;

    @Autowired
    TestClock clock;

    private Account tasneem;
    private Account carol;
    private Account marion;
    private Account gwen;
    private Account priya;

    @BeforeAll
    void everybody() {
        tasneem = people.carer("Tasneem");
        carol = people.carer("Carol");
        marion = people.carer("Marion");
        gwen = people.carer("Gwen");
        priya = people.with("Priya", Role.SUPERVISING_SOCIAL_WORKER);
    }

    /** Marion is on call around the clock, and Gwen stands in. */
    private Group larkhill(int beds) {
        Group group = making.called("Larkhill")
                .with(GroupRole.MEMBER, tasneem, carol, gwen)
                .with(GroupRole.HUB_CARER, marion)
                .with(GroupRole.LIAISON_WORKER, priya)
                .there();
        rotas.of(
                group.id(),
                rota -> rota.with(new OnCallPerson(marion.id(), "07700 900142", false))
                        .with(new OnCallPerson(gwen.id(), "07700 900143", true))
                        .with(RotaMaker.turn("n", marion, "09:00", "09:00")));
        homes.of(group.id(), home -> home.with(new Bed("b", Bed.Kind.SINGLE, beds, LocalDate.of(2026, 1, 1), null)));
        return group;
    }

    private Page ask(Group group, Account who, int inDays, String... others) {
        List<String> fields = new ArrayList<>(List.of(others));
        List.of(
                        List.of("urgency", "planned"),
                        List.of("kind", "nights"),
                        List.of("date", Times.inFull(day(inDays))),
                        List.of("nights", "1"),
                        List.of("from", "4pm"),
                        List.of("until", "10am"),
                        List.of("children", "1"),
                        List.of("ages", "five-to-ten"),
                        List.of("agreed", "plan"))
                .stream()
                .filter(field -> !List.of(others).contains(field.getFirst()))
                .forEach(fields::addAll);
        return browsing.as(who)
                .post("/constellations/" + group.id() + "/sleepovers/ask", fields.toArray(String[]::new));
    }

    private LocalDate day(int inDays) {
        return LocalDate.ofInstant(clock.instant(), Times.LONDON).plusDays(inDays);
    }

    private static String path(Page asked) {
        assertThat(asked.status()).as(asked.body()).isEqualTo(303);
        return asked.location().replaceFirst("\\?.*", "");
    }

    @Test
    @Order(1)
    void aSleepoverIsAskedForAndAcceptedInTwoTapsAndSeenByNobodyElse() {
        Group group = larkhill(2);
        String path =
                path(ask(group, tasneem, 5, "needs", "step-free", "agreed", "worker", "worker", "Karen Ashworth"));
        await().untilAsserted(
                        () -> assertThat(browsing.as(marion).get(TOLD).body()).contains(ASKED));
        Session hub = browsing.as(marion);
        assertThat(hub.get("/").body()).contains("href=\"" + path + "\"", Words.of("constellations.waiting.title"));
        assertThat(hub.get(path).body())
                .contains(
                        "Karen Ashworth",
                        Words.of("constellations.need.step-free"),
                        Words.of("constellations.age.five-to-ten"),
                        "action=\"" + path + "/accept\"");
        assertThat(browsing.as(carol).get(path).status()).isEqualTo(404);
        assertThat(browsing.as(gwen).get(path).status()).isEqualTo(404);
        assertThat(browsing.as(carol).post(path + "/accept").status()).isEqualTo(404);
        assertThat(browsing.as(tasneem).post(path + "/accept").status()).isEqualTo(404);
        assertThat(browsing.as(tasneem).get("/").body()).doesNotContain(Words.of("constellations.waiting.title"));
        assertThat(hub.post(path + "/decline", "reason", "").status()).isEqualTo(422);
        assertThat(hub.post(path + "/accept").status()).isEqualTo(303);
        assertThat(hub.post(path + "/accept").status()).isEqualTo(303);
        assertThat(browsing.as(priya).post(path + "/decline", "reason", "ill").status())
                .isEqualTo(409);
        await().untilAsserted(() ->
                assertThat(browsing.as(tasneem).get(TOLD).body()).contains(Words.of("constellations.state.accepted")));
        String list = "/constellations/" + group.id() + "/sleepovers";
        assertThat(browsing.as(tasneem).get(list).body()).contains(path);
        assertThat(browsing.as(carol).get(list).body()).doesNotContain(path);
    }

    @Test
    @Order(2)
    void ofTwoWhoAskForTheLastBedAtOnceOneIsToldWhenThereIsRoom() throws Exception {
        Group group = larkhill(1);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Page>> acts = List.of(() -> ask(group, tasneem, 6), () -> ask(group, carol, 6));
            List<Future<Page>> answers = both.invokeAll(acts);
            List<Page> pages = List.of(answers.get(0).get(), answers.get(1).get());
            assertThat(pages).extracting(Page::status).containsExactlyInAnyOrder(303, 422);
            Page refused = pages.stream()
                    .filter(page -> page.status() == 422)
                    .findFirst()
                    .orElseThrow();
            assertThat(refused.body())
                    .contains(Words.partOf("constellations.sleepovers.noBed").strip(), Times.inFull(day(7)));
        }
        assertThat(ask(group, carol, 7, "children", "2").body())
                .contains(Words.of("constellations.sleepovers.noBedAtAll"));
        assertThat(path(ask(group, carol, 6, "kind", "day", "until", "6pm"))).isNotEmpty();
    }

    @Test
    @Order(3)
    void whatIsWrongIsSaidBesideItsField() {
        Group group = larkhill(1);
        Page page = ask(group, tasneem, 3, "date", "someday", "ages", "", "agreed", "worker", "urgency", "");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        Words.of("parts.date.unclear"),
                        Words.of("constellations.ask.urgency.missing"),
                        Words.of("constellations.ask.ages.missing"),
                        Words.of("constellations.ask.worker.missing"));
        assertThat(ask(group, tasneem, -3).status()).isEqualTo(422);
    }

    @Test
    @Order(4)
    void anEmergencyGoesOnToTheNextAndThenToTheDutyTeamUntilSomebodyTakesIt() {
        Group group = larkhill(2);
        Page asked = ask(group, tasneem, 0, "urgency", "emergency", "until", "10am");
        String path = path(asked);
        assertThat(browsing.as(tasneem).get(path).body())
                .contains(Words.of("constellations.sleepovers.phoneAsWell"), "tel:07700900142");
        assertThat(browsing.as(gwen).get(path).status()).isEqualTo(404);
        clock.forward(Duration.ofMinutes(11));
        await().untilAsserted(
                        () -> assertThat(browsing.as(gwen).get(path).status()).isEqualTo(200));
        assertThat(browsing.as(tasneem).get(path).body())
                .doesNotContain(Words.of("constellations.sleepovers.dutyTeam"));
        clock.forward(Duration.ofMinutes(11));
        await().untilAsserted(() -> assertThat(browsing.as(tasneem).get(path).body())
                .contains(Words.of("constellations.sleepovers.dutyTeam")));
        await().untilAsserted(() -> assertThat(browsing.as(priya).get(TOLD).body())
                .contains(site.help().dutyTeam().number()));
        assertThat(browsing.as(gwen).post(path + "/accept").status()).isEqualTo(303);
        clock.forward(Duration.ofMinutes(30));
        assertThat(browsing.as(tasneem).get(path).body())
                .doesNotContain(Words.of("constellations.sleepovers.dutyTeam"));
    }

    @Test
    @Order(5)
    void bothAreRemindedAndAskedAfterwardsHowItWas() {
        Group group = larkhill(2);
        String path = path(ask(group, tasneem, 3));
        assertThat(browsing.as(marion).post(path + "/accept").status()).isEqualTo(303);
        assertThat(browsing.as(tasneem).post(path + "/happened").status()).isEqualTo(409);
        clock.forward(Duration.ofDays(2).plusHours(20));
        await().untilAsserted(() -> assertThat(browsing.as(tasneem).get(TOLD).body())
                .contains(Words.partOf("constellations.tomorrow.notice.say").strip()));
        clock.forward(Duration.ofDays(2));
        await().untilAsserted(() -> assertThat(browsing.as(marion).get(TOLD).body())
                .contains(Words.partOf("constellations.after.notice.say").strip()));
        assertThat(browsing.as(marion).post(path + "/happened").status()).isEqualTo(303);
        assertThat(browsing.as(tasneem).post(path + "/helped/yes").status()).isEqualTo(303);
        assertThat(browsing.as(tasneem).post(path + "/helped/maybe").status()).isEqualTo(404);
        assertThat(browsing.as(marion).get(path).body()).contains(Words.of("constellations.sleepovers.how"));
        assertThat(browsing.as(tasneem).get(path).body()).doesNotContain(Words.of("constellations.sleepovers.how"));
        assertThat(browsing.as(tasneem).post(path + "/cancel").status()).isEqualTo(409);
    }
}
