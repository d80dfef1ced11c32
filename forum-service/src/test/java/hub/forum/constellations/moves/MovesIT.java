package hub.forum.constellations.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.constellations.ConstellationMaker;
import hub.forum.groups.Group;
import hub.forum.groups.GroupRole;
import hub.platform.identity.Account;
import hub.platform.identity.Approval;
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
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** A household moves to another constellation on a day: its rights follow as the day begins. The clock is put forward last. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MovesIT {
    private static final String MOVES = "/constellations/moves";
    private static final String TOLD = "/notifications";

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
    private Account grace;
    private Account priya;
    private Account nadia;
    private Account ada;
    private Account ned;
    private Group larkhill;
    private Group brackenfield;

    @BeforeAll
    void twoConstellations() {
        carol = people.ofHousehold("Carol", "fenwick", Approval.APPROVED, Role.CARER);
        joe = people.ofHousehold("Joe", "fenwick", Approval.APPROVED, Role.CARER);
        ruth = people.carer("Ruth");
        grace = people.carer("Grace");
        ned = people.ofHousehold("Ned", "hartley", Approval.APPROVED, Role.CARER);
        priya = people.with("Priya", Role.SUPERVISING_SOCIAL_WORKER);
        nadia = people.with("Nadia", Role.SUPERVISING_SOCIAL_WORKER);
        ada = people.with("Ada", Role.ADMINISTRATOR);
        larkhill = making.called("Larkhill")
                .withHousehold("fenwick", carol, joe)
                .withHousehold("hartley", ned)
                .with(GroupRole.MEMBER, ruth)
                .with(GroupRole.LIAISON_WORKER, priya)
                .there();
        brackenfield = making.called("Brackenfield")
                .with(GroupRole.MEMBER, grace)
                .with(GroupRole.LIAISON_WORKER, nadia)
                .there();
    }

    private Page plan(Account who, int inDays) {
        return plan(who, "fenwick", inDays);
    }

    private Page plan(Account who, String household, int inDays) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), Times.LONDON).plusDays(inDays);
        return browsing.as(who)
                .post(
                        "/constellations/" + larkhill.id() + "/moves/new",
                        "home",
                        household,
                        "to",
                        brackenfield.id(),
                        "day",
                        Times.inFull(day));
    }

    @Test
    @Order(1)
    void whoeverDoesNotLookAfterTheConstellationPlansNothing() {
        assertThat(browsing.as(carol).get(MOVES).status()).isEqualTo(404);
        assertThat(plan(carol, 3).status()).isEqualTo(404);
        assertThat(plan(nadia, 3).status()).isEqualTo(404);
        assertThat(browsing.as(priya).get(MOVES).body()).contains("Larkhill").doesNotContain("Brackenfield");
        // Of another constellation a liaison worker knows nothing, so an administrator plans it.
        assertThat(plan(priya, 3).body()).contains(Words.of("constellations.moves.to.missing"));
        assertThat(plan(ada, 0).body()).contains(Words.of("constellations.moves.day.ahead"));
        Page wrong = browsing.as(ada).post("/constellations/" + larkhill.id() + "/moves/new", "day", "someday");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(Words.of("constellations.moves.home.missing"), Words.of("parts.date.unclear"));
    }

    @Test
    @Order(2)
    void theLiaisonWorkersOfBothSeeAMoveThatIsPlannedAndCanCancelIt() {
        assertThat(plan(ada, 3).status()).isEqualTo(303);
        assertThat(plan(ada, 4).body()).contains(Words.of("constellations.moves.already"));
        assertThat(browsing.as(priya).get(MOVES).body())
                .contains("Carol, Joe", Words.of("constellations.moves.another"))
                .doesNotContain("Brackenfield");
        assertThat(browsing.as(nadia).get(MOVES).body()).contains("Carol, Joe").doesNotContain("Larkhill");
        await().untilAsserted(
                        () -> assertThat(browsing.as(nadia).get(TOLD).body()).contains("Carol, Joe"));
        String cancel = browsing.as(nadia)
                .get(MOVES)
                .body()
                .replaceFirst("(?s).*action=\"(" + MOVES + "/[^/\"]+/cancel)\".*", "$1");
        assertThat(browsing.as(ruth).post(cancel).status()).isEqualTo(404);
        assertThat(browsing.as(nadia).post(cancel).status()).isEqualTo(303);
        assertThat(browsing.as(priya).get(MOVES).body()).contains(Words.of("constellations.moves.none"));
    }

    @Test
    @Order(3)
    void asTheDayBeginsTheyReadInTheOneAndNoMoreInTheOther() {
        String old = "/constellations/" + larkhill.id();
        String next = "/constellations/" + brackenfield.id();
        assertThat(plan(ada, 2).status()).isEqualTo(303);
        assertThat(browsing.as(carol).get(old).status()).isEqualTo(200);
        assertThat(browsing.as(carol).get(next).status()).isEqualTo(404);
        // Of another household the only one is not approved on the day: gone from the one, and not in the other.
        assertThat(plan(ada, "hartley", 2).status()).isEqualTo(303);
        assertThat(browsing.as(ada).post("/accounts/" + ned.id() + "/suspend").status())
                .isEqualTo(303);
        clock.forwardTo(LocalTime.of(12, 0));
        clock.forward(Duration.ofDays(1).plusHours(11));
        assertThat(browsing.as(carol).get(old).status()).isEqualTo(200);
        clock.forward(Duration.ofHours(2));
        await().untilAsserted(
                        () -> assertThat(browsing.as(carol).get(old).status()).isEqualTo(404));
        // First the agreement of the new one, then everything there.
        assertThat(browsing.as(joe).get(next).status()).isEqualTo(303);
        assertThat(browsing.as(joe)
                        .post("/groups/" + brackenfield.id() + "/agreement", "version", "1")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(joe).get(next).body()).contains("Carol · Joe");
        await().untilAsserted(() -> assertThat(browsing.as(ruth).get(TOLD).body())
                .contains(Words.of("constellations.moved.notice.left", "Carol, Joe")));
        await().untilAsserted(() -> assertThat(browsing.as(grace).get(TOLD).body())
                .contains(Words.of("constellations.moved.notice.joined", "Carol, Joe")));
        await().untilAsserted(() -> assertThat(browsing.as(joe).get(TOLD).body())
                .contains(Words.of("constellations.moved.notice.you", "Brackenfield")));
        await().untilAsserted(() -> assertThat(browsing.as(ruth).get(TOLD).body())
                .contains(Words.of("constellations.moved.notice.left", "Ned")));
        assertThat(browsing.as(grace).get(TOLD).body()).doesNotContain("Ned");
        assertThat(browsing.as(ruth).get(TOLD).body()).doesNotContain("Brackenfield");
        assertThat(browsing.as(priya).get(MOVES).body()).doesNotContain("Carol");
    }
}
