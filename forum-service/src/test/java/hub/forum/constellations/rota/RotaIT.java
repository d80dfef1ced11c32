package hub.forum.constellations.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.constellations.ConstellationMaker;
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
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
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

/** A rota is made, read at night, changed and swapped. The clock is put forward last. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RotaIT {
    private static final String TOLD = "/notifications";

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    ConstellationMaker making;

    @Autowired
    RotaMaker rotas;

    @Autowired
    Site site;

    @Autowired
    TestClock clock;

    private Account tasneem;
    private Account marion;
    private Account gwen;
    private Account priya;
    private Account ada;

    @BeforeAll
    void everybody() {
        tasneem = people.carer("Tasneem");
        marion = people.carer("Marion");
        gwen = people.carer("Gwen");
        priya = people.with("Priya", Role.SUPERVISING_SOCIAL_WORKER);
        ada = people.with("Ada", Role.ADMINISTRATOR);
    }

    private Group larkhill() {
        return making.called("Larkhill")
                .with(GroupRole.MEMBER, tasneem, gwen)
                .with(GroupRole.HUB_CARER, marion)
                .with(GroupRole.LIAISON_WORKER, priya)
                .there();
    }

    private static Rota two(Rota rota, Account marion, Account gwen) {
        return rota.with(new OnCallPerson(marion.id(), "07700 900162", false))
                .with(new OnCallPerson(gwen.id(), "07700 900143", true));
    }

    @Test
    @Order(1)
    void whoIsOnCallStandsFirstAndWithNobodyTheDutyTeam() {
        Group group = larkhill();
        String path = "/constellations/" + group.id();
        Session keeps = browsing.as(marion);
        Page before = browsing.as(tasneem).get(path);
        assertThat(before.body())
                .contains(
                        Words.of("constellations.now.nobody"),
                        site.help().dutyTeam().tel(),
                        site.help().dutyTeam().hours());
        assertThat(keeps.get(path).body()).contains(Words.of("constellations.households.few", 2, 6));
        assertThat(keeps.post(path + "/rota/people", "account", "marion", "number", "07700 900162")
                        .status())
                .isEqualTo(303);
        assertThat(keeps.post(path + "/rota/people", "account", "ada", "number", "07700 900149")
                        .status())
                .isEqualTo(422);
        String[] nights = {
            "account",
            "marion",
            "days",
            "monday",
            "days",
            "tuesday",
            "days",
            "wednesday",
            "days",
            "thursday",
            "days",
            "friday",
            "days",
            "saturday",
            "days",
            "sunday",
            "from",
            "9am",
            "until",
            "9am",
            "weeks",
            "1",
            "since",
            "1 January 2026"
        };
        Page made = keeps.post(path + "/rota/pattern", nights);
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        String page = browsing.as(tasneem).get(path).body();
        assertThat(page)
                .contains("Marion, until", "href=\"tel:07700900162\"")
                .doesNotContain(Words.of("constellations.now.nobody"));
        assertThat(page.indexOf("tel:07700900162")).isLessThan(page.indexOf("<h1"));
        assertThat(browsing.as(tasneem).get("/").body()).contains("tel:07700900162", "Marion, until");
        assertThat(browsing.as(tasneem).get("/help").body())
                .contains("tel:07700900162")
                .doesNotContain(site.help().onCall().tel());
        assertThat(browsing.as(tasneem).get("/constellations").location()).isEqualTo(path);
        Account stranger = people.carer("Stranger");
        assertThat(browsing.as(stranger).get("/help").body()).doesNotContain("tel:07700900162");
        assertThat(browsing.as(stranger).get(path).status()).isEqualTo(404);
        assertThat(browsing.as(tasneem)
                        .get("/groups/" + group.id() + "/larkhill")
                        .body())
                .contains("href=\"" + path + "\"");
    }

    @Test
    @Order(2)
    void ofTwoWhoTakeAShiftAtOnceOneHasIt() throws Exception {
        Account leroy = people.carer("Leroy");
        Group group = making.called("Busy")
                .with(GroupRole.MEMBER, gwen, leroy)
                .with(GroupRole.HUB_CARER, marion)
                .there();
        rotas.of(
                group.id(),
                rota -> two(rota, marion, gwen)
                        .with(new OnCallPerson(leroy.id(), "07700 900144", true))
                        .with(RotaMaker.turn("nights", marion, "20:00", "08:00")));
        LocalDate day = LocalDate.now(Times.LONDON).plusDays(5);
        String shift = "/constellations/" + group.id() + "/rota/shifts/nights:" + day;
        assertThat(browsing.as(gwen).post(shift, "act", "take").status()).isEqualTo(409);
        assertThat(browsing.as(marion).post(shift, "act", "give").status()).isEqualTo(303);
        await().untilAsserted(() ->
                assertThat(browsing.as(gwen).get(TOLD).body()).contains(Words.of("constellations.open.notice.say")));
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> acts = List.of(
                    () -> browsing.as(gwen).post(shift, "act", "take").status(),
                    () -> browsing.as(leroy).post(shift, "act", "take").status());
            List<Future<Integer>> answers = both.invokeAll(acts);
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(303, 409);
        }
    }

    @Test
    @Order(3)
    void aSwapIsOfferedToldAndAcceptedOnce() {
        Group group = larkhill();
        rotas.of(
                group.id(),
                rota -> two(rota, marion, gwen)
                        .with(RotaMaker.turn("m", marion, "20:00", "08:00", DayOfWeek.MONDAY))
                        .with(RotaMaker.turn("g", gwen, "20:00", "08:00", DayOfWeek.TUESDAY)));
        LocalDate monday = LocalDate.now(Times.LONDON).plusDays(3).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        String path = "/constellations/" + group.id() + "/rota";
        String shift = path + "/shifts/m:" + monday;
        String theirs = "g:" + monday.plusDays(1);
        assertThat(browsing.as(marion).get(shift).body()).contains("value=\"" + theirs + "\"");
        assertThat(browsing.as(marion)
                        .post(shift, "act", "swap", "theirs", theirs)
                        .location())
                .endsWith("done=offered");
        await().untilAsserted(() -> assertThat(browsing.as(gwen).get(TOLD).body())
                .contains(Words.of("constellations.swap.notice.say", "Marion")));
        String page = browsing.as(gwen).get(path).body();
        assertThat(page).contains(Words.of("constellations.swap.waiting"));
        String accept = page.replaceFirst("(?s).*formaction=\"([^\"]*/accept)\".*", "$1");
        assertThat(browsing.as(marion).post(accept).status()).isEqualTo(409);
        assertThat(browsing.as(gwen).post(accept).location()).endsWith("done=swapped");
        assertThat(browsing.as(gwen).post(accept).status()).isEqualTo(409);
        assertThat(browsing.as(tasneem).get(path).body()).doesNotContain(Words.of("constellations.swap.waiting"));
        await().untilAsserted(() -> assertThat(browsing.as(marion).get(TOLD).body())
                .contains(Words.partOf("constellations.swapped.notice.say").strip()));
    }

    @Test
    @Order(4)
    void aLiaisonWorkerActsForSomebodyIllAndItIsAudited() {
        Group group = larkhill();
        rotas.of(group.id(), rota -> two(rota, marion, gwen).with(RotaMaker.turn("n", marion, "20:00", "08:00")));
        LocalDate day = LocalDate.now(Times.LONDON).plusDays(2);
        String path = "/constellations/" + group.id() + "/rota";
        String shift = path + "/shifts/n:" + day;
        assertThat(browsing.as(tasneem)
                        .post(shift, "act", "assign", "account", "gwen")
                        .status())
                .isEqualTo(404);
        assertThat(browsing.as(gwen)
                        .post(shift, "act", "assign", "account", "gwen")
                        .status())
                .isEqualTo(404);
        assertThat(browsing.as(priya)
                        .post(shift, "act", "assign", "account", "gwen")
                        .status())
                .isEqualTo(303);
        await().untilAsserted(() -> assertThat(browsing.as(gwen).get(TOLD).body())
                .contains(Words.partOf("constellations.onCall.notice.say").strip()));
        assertThat(browsing.as(ada).get("/audit?act=constellations.rota.assign").body())
                .contains("Priya", "Gwen", Words.of("audit.act.constellations.rota.assign"));
        assertThat(browsing.as(priya)
                        .post(
                                path + "/away",
                                "account",
                                "marion",
                                "first",
                                Times.inFull(day.plusDays(1)),
                                "last",
                                Times.inFull(day.plusDays(4)))
                        .location())
                .endsWith("done=away");
        assertThat(browsing.as(marion)
                        .get(path + "/shifts/n:" + day.plusDays(3))
                        .body())
                .contains(Words.of("constellations.shift.take"));
        assertThat(browsing.as(gwen)
                        .post(path + "/extra", "date", Times.inFull(day.plusDays(3)), "from", "8pm", "until", "8am")
                        .location())
                .endsWith("done=added");
        assertThat(browsing.as(gwen)
                        .post(path + "/extra", "date", "someday", "from", "8pm")
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Order(5)
    void aGapWithinAWeekIsRaisedOnceWithThoseWhoKeepTheRotaAndWhoeverLeavesIsOnCallNoMore() {
        Group group = making.called("Gappy")
                .with(GroupRole.MEMBER, tasneem, gwen)
                .with(GroupRole.HUB_CARER, marion)
                .with(GroupRole.LIAISON_WORKER, priya)
                .there();
        rotas.of(group.id(), rota -> two(rota, marion, gwen).with(RotaMaker.turn("n", gwen, "09:00", "09:00")));
        String path = "/constellations/" + group.id();
        assertThat(browsing.as(tasneem).get(path).body()).contains("Gwen, until");
        clock.forward(Duration.ofDays(1));
        assertThat(browsing.as(gwen).post("/groups/" + group.id() + "/leave").status())
                .isEqualTo(303);
        await().untilAsserted(() ->
                assertThat(browsing.as(tasneem).get(path).body()).contains(Words.of("constellations.now.nobody")));
        assertThat(browsing.as(priya).get(path + "/rota").body()).contains(Words.of("constellations.rota.gap.take"));
        clock.forward(Duration.ofDays(1));
        await().untilAsserted(() -> {
            assertThat(browsing.as(priya).get(TOLD).body())
                    .contains(Words.partOf("constellations.gap.notice.say").strip());
            assertThat(browsing.as(marion).get(TOLD).body())
                    .contains(Words.partOf("constellations.gap.notice.say").strip());
        });
        assertThat(browsing.as(tasneem).get(TOLD).body())
                .doesNotContain(Words.partOf("constellations.gap.notice.say").strip());
    }
}
