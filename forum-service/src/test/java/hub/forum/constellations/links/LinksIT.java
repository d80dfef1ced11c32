package hub.forum.constellations.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.constellations.ConstellationMaker;
import hub.forum.groups.Group;
import hub.forum.groups.GroupRole;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** A carer seeks a link, another offers one, the liaison worker of both proposes, both agree. The clock is put forward last. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LinksIT {
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
    private Account grace;
    private Account hana;
    private Account priya;
    private Account nadia;
    private Group larkhill;
    private Group brackenfield;
    private String link = "";

    @BeforeAll
    void twoConstellations() {
        tasneem = people.carer("Tasneem");
        carol = people.carer("Carol");
        grace = people.carer("Grace");
        hana = people.carer("Hana");
        priya = people.with("Priya", Role.SUPERVISING_SOCIAL_WORKER);
        nadia = people.with("Nadia", Role.SUPERVISING_SOCIAL_WORKER);
        larkhill = making.called("Larkhill")
                .with(GroupRole.MEMBER, tasneem, carol)
                .with(GroupRole.LIAISON_WORKER, priya)
                .there();
        brackenfield = making.called("Brackenfield")
                .with(GroupRole.MEMBER, grace, hana)
                .with(GroupRole.LIAISON_WORKER, priya, nadia)
                .there();
    }

    private static String links(Group group) {
        return "/constellations/" + group.id() + "/links";
    }

    private String talk(Account who, String path) {
        String body = browsing.as(who).get(path).body();
        String talk = body.replaceFirst("(?s).*href=\"(/groups/[0-9a-zA-Z]{12,})\".*", "$1");
        assertThat(talk).as(body).startsWith("/groups/").hasSizeLessThan(60);
        return talk;
    }

    private Page offer(String... shown) {
        String[] fields = new String[6 + 2 * shown.length];
        fields[0] = "food";
        fields[1] = "Jollof and waakye";
        fields[2] = "hair";
        fields[3] = "Braids and coconut oil";
        fields[4] = "faith";
        fields[5] = "Methodist";
        for (int i = 0; i < shown.length; i++) {
            fields[6 + 2 * i] = "shown";
            fields[7 + 2 * i] = shown[i];
        }
        return browsing.as(grace).post(links(brackenfield) + "/offer", fields);
    }

    private String onlyLink(Account who, Group group) {
        String body = browsing.as(who).get(links(group)).body();
        String path = body.replaceFirst("(?s).*href=\"(" + links(group) + "/[0-9a-zA-Z]{12,})\".*", "$1");
        assertThat(path).as(body).startsWith(links(group) + "/");
        return path;
    }

    private void propose() {
        assertThat(browsing.as(priya)
                        .post(link + "/propose", "offer", brackenfield.id() + ":" + grace.id())
                        .status())
                .isEqualTo(303);
    }

    private String key(Account who, String path) {
        return browsing.as(who).get(path).body().replaceFirst("(?s).*name=\"proposal\" value=\"([^\"]+)\".*", "$1");
    }

    @Test
    @Order(1)
    void whatIsWrongIsSaidBesideItsFieldAndWordsThatPointToAChildAreNoticed() {
        Page page = browsing.as(tasneem).post(links(larkhill) + "/ask", "words", "");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        Words.of("constellations.links.ask.matters.missing"),
                        Words.of("constellations.links.ask.words.missing"));
        assertThat(browsing.as(tasneem)
                        .post(links(larkhill) + "/ask", "matters", "food", "words", "Zoe, aged 7, of Elm Lane School")
                        .status())
                .isEqualTo(422);
        assertThat(offer("language").body()).contains(Words.of("constellations.links.offer.shown.empty"));
    }

    @Test
    @Order(2)
    void whatIsSoughtAndOfferedIsSeenByTheLiaisonWorkersOfEachAlone() {
        assertThat(browsing.as(tasneem)
                        .post(
                                links(larkhill) + "/ask",
                                "matters",
                                "food",
                                "matters",
                                "faith",
                                "words",
                                "Ghanaian cooking")
                        .location())
                .endsWith("?done=asked");
        assertThat(browsing.as(tasneem)
                        .post(links(larkhill) + "/ask", "matters", "food", "words", "Something else")
                        .status())
                .isEqualTo(409);
        Page offered = offer("food", "hair-and-skin");
        assertThat(offered.status()).as(offered.body()).isEqualTo(303);
        link = onlyLink(priya, larkhill);
        await().untilAsserted(() -> assertThat(browsing.as(priya).get(TOLD).body())
                .contains(Words.of("constellations.linkWaits.notice.say")));
        assertThat(browsing.as(priya).get(link).body())
                .contains("Ghanaian cooking", "Grace", "Jollof and waakye", "Braids and coconut oil")
                .doesNotContain("Methodist");
        assertThat(browsing.as(carol).get(link).status()).isEqualTo(404);
        assertThat(browsing.as(grace).get(link).status()).isEqualTo(404);
        assertThat(browsing.as(nadia).get(link).status()).isEqualTo(404);
        assertThat(browsing.as(nadia).get(links(brackenfield)).body()).doesNotContain("Ghanaian cooking", "Tasneem");
        assertThat(browsing.as(carol).get(links(larkhill)).body()).doesNotContain("Ghanaian cooking", "Jollof");
    }

    @Test
    @Order(3)
    void aConsentIsTakenBackWithOneTapAndCountsAtOnce() {
        assertThat(browsing.as(grace)
                        .post(links(brackenfield) + "/offer/withdraw/hair-and-skin")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(priya).get(link).body()).contains("Jollof").doesNotContain("Braids and coconut oil");
        assertThat(browsing.as(grace).get(links(brackenfield)).body())
                .contains("Braids and coconut oil", Words.of("constellations.links.offer.hidden"));
    }

    @Test
    @Order(4)
    void bothAreAskedWithoutNamesAndAreIntroducedWhenBothHaveSaidYes() {
        propose();
        await().untilAsserted(() -> assertThat(browsing.as(grace).get(TOLD).body())
                .contains(Words.of("constellations.linkProposed.notice.other")));
        String hers = onlyLink(grace, brackenfield);
        assertThat(browsing.as(tasneem).get(link).body()).contains("Jollof").doesNotContain("Grace", "Methodist");
        assertThat(browsing.as(grace).get(hers).body())
                .contains("Ghanaian cooking")
                .doesNotContain("Tasneem");
        assertThat(browsing.as(priya)
                        .post(link + "/propose", "offer", brackenfield.id() + ":" + grace.id())
                        .status())
                .isEqualTo(409);
        String key = key(grace, hers);
        assertThat(browsing.as(grace).post(hers + "/yes", "proposal", "another").status())
                .isEqualTo(409);
        assertThat(browsing.as(grace).post(hers + "/yes", "proposal", key).status())
                .isEqualTo(303);
        assertThat(browsing.as(tasneem).get(link).body()).doesNotContain("Grace");
        assertThat(browsing.as(tasneem).post(link + "/yes", "proposal", key).status())
                .isEqualTo(303);
        assertThat(browsing.as(tasneem).get(link).body()).contains(Words.of("constellations.links.talk", "Grace"));
        assertThat(browsing.as(grace).get(hers).body()).contains(Words.of("constellations.links.talk", "Tasneem"));
        String talk = talk(grace, hers);
        assertThat(browsing.as(grace).get(talk).status()).isIn(200, 301, 303);
        assertThat(browsing.as(priya).get(talk).status()).isEqualTo(404);
        assertThat(browsing.as(carol).get(talk).status()).isEqualTo(404);
    }

    @Test
    @Order(5)
    void whoeverAskedTakesItBackAtAnyTimeAndThenBothAreOut() {
        String talk = talk(tasneem, link);
        assertThat(browsing.as(grace)
                        .post(onlyLink(grace, brackenfield) + "/withdraw")
                        .status())
                .isEqualTo(404);
        assertThat(browsing.as(tasneem).post(link + "/withdraw").status()).isEqualTo(303);
        assertThat(browsing.as(tasneem).get(link).status()).isEqualTo(404);
        assertThat(browsing.as(tasneem).get(talk).status()).isEqualTo(404);
        assertThat(browsing.as(priya).get(links(larkhill)).body()).doesNotContain("Tasneem");
        assertThat(browsing.as(grace).get(talk).status()).isEqualTo(404);
        assertThat(browsing.as(grace).get(links(brackenfield)).body()).doesNotContain("Ghanaian cooking");
        await().untilAsserted(() -> assertThat(browsing.as(grace).get(TOLD).body())
                .contains(Words.of("constellations.linkOver.notice.say"))
                .doesNotContain("Tasneem"));
    }

    @Test
    @Order(6)
    void whenTheTwoHaveFinishedOneOfThemSaysWhetherItHelped() {
        assertThat(browsing.as(tasneem)
                        .post(links(larkhill) + "/ask", "matters", "food", "words", "Waakye for beginners")
                        .status())
                .isEqualTo(303);
        link = onlyLink(priya, larkhill);
        propose();
        String hers = onlyLink(grace, brackenfield);
        String key = key(grace, hers);
        assertThat(browsing.as(tasneem).post(link + "/close/yes").status()).isEqualTo(409);
        browsing.as(tasneem).post(link + "/yes", "proposal", key);
        browsing.as(grace).post(hers + "/yes", "proposal", key);
        assertThat(browsing.as(tasneem).post(link + "/close/maybe").status()).isEqualTo(404);
        assertThat(browsing.as(tasneem).post(link + "/close/partly").status()).isEqualTo(303);
        assertThat(browsing.as(tasneem).get(links(larkhill)).body())
                .contains(Words.of("constellations.links.state.closed"))
                .doesNotContain("Waakye for beginners");
        assertThat(browsing.as(grace).get(hers).status()).isEqualTo(404);
    }

    @Test
    @Order(7)
    void whoeverIsIntroducedAfterAnotherReadsNothingOfWhatThatOneWrote() {
        assertThat(browsing.as(carol)
                        .post(links(larkhill) + "/ask", "matters", "food", "words", "Jerk seasoning")
                        .status())
                .isEqualTo(303);
        link = onlyLink(carol, larkhill);
        propose();
        introduced(grace);
        String first = talk(carol, link);
        agree(grace, first);
        agree(carol, first);
        String group = first.substring("/groups/".length());
        Page written = browsing.as(grace)
                .post("/threads", "group", group, "title", "Where I shop", "text", "The stall by the station");
        assertThat(written.status()).as(written.body()).isEqualTo(303);
        assertThat(browsing.as(carol).get(written.location()).body()).contains("The stall by the station");
        assertThat(browsing.as(grace).post(first + "/leave").status()).isEqualTo(303);
        await().untilAsserted(() -> assertThat(browsing.as(carol).get(link).body())
                .contains(Words.of("constellations.links.state.waiting")));
        assertThat(browsing.as(hana)
                        .post(links(brackenfield) + "/offer", "food", "Rice and peas", "shown", "food")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(priya)
                        .post(link + "/propose", "offer", brackenfield.id() + ":" + hana.id())
                        .status())
                .isEqualTo(303);
        introduced(hana);
        String second = talk(carol, link);
        assertThat(second).isNotEqualTo(first);
        agree(hana, second);
        assertThat(browsing.as(hana)
                        .get(browsing.as(hana).get(second).location())
                        .body())
                .contains("Hana")
                .doesNotContain("Where I shop");
        assertThat(browsing.as(hana).get(first).status()).isEqualTo(404);
        assertThat(browsing.as(hana).get(written.location()).status()).isEqualTo(404);
        assertThat(browsing.as(hana).post(second + "/leave").status()).isEqualTo(303);
        await().untilAsserted(() -> assertThat(browsing.as(carol).get(link).body())
                .contains(Words.of("constellations.links.state.waiting")));
        assertThat(browsing.as(carol).post(link + "/withdraw").status()).isEqualTo(303);
        assertThat(browsing.as(hana)
                        .post(links(brackenfield) + "/offer/withdraw")
                        .status())
                .isEqualTo(303);
    }

    private void introduced(Account other) {
        String theirs = onlyLink(other, brackenfield);
        String key = key(other, theirs);
        assertThat(browsing.as(other).post(theirs + "/yes", "proposal", key).status())
                .isEqualTo(303);
        assertThat(browsing.as(carol).post(link + "/yes", "proposal", key).status())
                .isEqualTo(303);
    }

    private void agree(Account who, String group) {
        assertThat(browsing.as(who).post(group + "/agreement", "version", "1").status())
                .isEqualTo(303);
    }

    @Test
    @Order(8)
    void aProposalThatWaitsRemindsAndFallsBackAndTheOfferIsFreeAgain() {
        assertThat(browsing.as(carol)
                        .post(links(larkhill) + "/ask", "matters", "food", "words", "Rice and peas")
                        .status())
                .isEqualTo(303);
        String body = browsing.as(carol).get(links(larkhill)).body();
        link = body.replaceFirst("(?s).*href=\"(" + links(larkhill) + "/[0-9a-zA-Z]{12,})\".*", "$1");
        propose();
        clock.forward(Duration.ofDays(3).plusMinutes(1));
        await().untilAsserted(() -> assertThat(browsing.as(grace).get(TOLD).body())
                .contains(Words.of("constellations.linkUnanswered.notice.other")));
        clock.forward(Duration.ofDays(4));
        await().untilAsserted(() -> assertThat(browsing.as(carol).get(link).body())
                .contains(Words.of("constellations.links.state.waiting")));
        propose();
        // Without anything that may be shown, nobody is proposed any longer.
        assertThat(browsing.as(grace)
                        .post(links(brackenfield) + "/offer/withdraw")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(carol).get(link).body()).contains(Words.of("constellations.links.state.waiting"));
        assertThat(browsing.as(priya).get(link).body()).contains(Words.of("constellations.links.propose.none"));
    }
}
