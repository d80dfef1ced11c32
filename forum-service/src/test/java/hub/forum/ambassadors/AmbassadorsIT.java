package hub.forum.ambassadors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.platform.identity.Accounts;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
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
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** A carer is asked, says yes, and decides what everybody sees; the press asks her through the press office. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AmbassadorsIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String TOLD = "/notifications";
    private static final String PROFILE = "/ambassadors/profile";

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    private Session stranger;
    private Session joanne;
    private Session rosa;
    private Session sunita;
    private Session leroy;
    private Session ada;
    private String activity = "";

    @BeforeAll
    void everybody() {
        stranger = browsing.signedOut();
        joanne = browsing.as(people.with("Joanne", Role.RECRUITMENT_OFFICER));
        rosa = browsing.as(people.with("Rosa", Role.PRESS_OFFICER));
        sunita = browsing.as(people.carer("Sunita Quillfeather"));
        leroy = browsing.as(people.carer("Leroy Bennett"));
        ada = browsing.as(people.with("Ada", Role.ADMINISTRATOR));
    }

    @Test
    @Order(1)
    void anOfficerAsksACarerWhoDecides() {
        assertThat(sunita.get(PROFILE).status()).isEqualTo(404);
        assertThat(ada.get("/ambassadors/register").status()).isEqualTo(404);
        Page found = joanne.get("/ambassadors/register?q=Sunita");
        assertThat(found.body()).contains("Sunita Quillfeather");
        assertThat(joanne.post("/ambassadors/register", "account", account("Sunita"))
                        .status())
                .isEqualTo(303);
        await().untilAsserted(
                        () -> assertThat(sunita.get(TOLD).body()).contains(Words.of("ambassadors.asked.notice.say")));
        assertThat(sunita.get(PROFILE).body()).contains(Words.of("ambassadors.asked"));
        assertThat(sunita.get("/me").body()).contains("href=\"" + PROFILE);
        assertThat(sunita.get("/ambassadors/media").status()).isEqualTo(404);
        assertThat(stranger.get("/ambassadors").body()).contains(Words.of("ambassadors.none"));
    }

    private String account(String beginning) {
        return Objects.requireNonNull(accounts.approvedNamed(
                                beginning,
                                1,
                                Objects.requireNonNull(accounts.viewer("ada").block(LONG)))
                        .blockFirst(LONG))
                .id();
    }

    @Test
    @Order(2)
    void sheSaysWhatSheLikesAndBadAnswersComeBackWithWhatSheTyped() {
        Page wrong = profile("capacity", "9");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains(Words.of("ambassadors.profile.capacity.wrong"), "Gujarati speaker");
        Page named = profile("languages", "English, Quillfeather");
        assertThat(named.status()).isEqualTo(422);
        assertThat(named.body()).contains(Words.of("ambassadors.profile.named"));
        assertThat(stranger.get("/ambassadors").body()).contains(Words.of("ambassadors.none"));
        assertThat(profile("shown", "name").status()).isEqualTo(303);
        await().untilAsserted(() -> assertThat(joanne.get(TOLD).body())
                .contains(Words.of("ambassadors.accepted.notice.say", "Sunita Quillfeather")));
        assertThat(joanne.get("/ambassadors/register").body()).contains("Gujarati speaker", "Hindu at home");
    }

    /** All of the form, with one answer changed. */
    private Page profile(String field, String value, String... shown) {
        java.util.List<String> fields = new java.util.ArrayList<>(java.util.List.of(
                "household", "couple",
                "fostering", "teenagers",
                "languages", "Gujarati speaker",
                "heritage", "British Asian",
                "faith", "Hindu at home",
                "capacity", "2",
                "visits", "true",
                "media", "true"));
        int at = fields.indexOf(field);
        if (at < 0) {
            fields.add(field);
            fields.add(value);
        } else {
            fields.set(at + 1, value);
        }
        for (String one : shown) {
            fields.add("shown");
            fields.add(one);
        }
        return sunita.post(PROFILE, fields.toArray(String[]::new));
    }

    @Test
    @Order(3)
    void everybodySeesWhatSheTickedAndNothingElse() {
        assertThat(stranger.get("/ambassadors").body())
                .contains("Sunita")
                .doesNotContain("Quillfeather", "quillfeather", "Gujarati speaker", "British Asian", "Hindu at home");
        profile("shown", "name", "languages", "faith", "household");
        assertThat(stranger.get("/ambassadors").body())
                .contains("Sunita", "Gujarati speaker", "Hindu at home", Words.of("ambassadors.household.couple"))
                .doesNotContain("Quillfeather", "quillfeather", "British Asian");
        assertThat(sunita.get(PROFILE).body()).contains(Words.partOf("ambassadors.shown.since"));
        assertThat(stranger.get("/enquiries").body()).contains("href=\"/ambassadors\"");
    }

    @Test
    @Order(4)
    void whatSheTakesBackIsGoneWithTheNextPage() {
        for (String attribute : new String[] {"languages", "faith", "name"}) {
            assertThat(stranger.get("/ambassadors").status()).isEqualTo(200);
            sunita.post(PROFILE + "/withdraw", "attribute", attribute);
        }
        assertThat(stranger.get("/ambassadors").body())
                .contains(Words.of("ambassadors.unnamed"), Words.of("ambassadors.household.couple"))
                .doesNotContain("Sunita", "Gujarati speaker", "Hindu at home");
        assertThat(sunita.get(PROFILE).body()).as("she keeps what she wrote").contains("Hindu at home");
        assertThat(stranger.get("/ambassadors").headers().get("Cache-Control"))
                .as("nothing between us and them keeps the page")
                .contains("no-store");
        sunita.post(PROFILE + "/pause");
        assertThat(stranger.get("/ambassadors").body()).contains(Words.of("ambassadors.none"));
        sunita.post(PROFILE + "/resume");
        assertThat(stranger.get("/ambassadors").body()).contains(Words.of("ambassadors.household.couple"));
    }

    @Test
    @Order(5)
    void thePressOfficeLooksAtItBeforeSheHearsOfIt() {
        assertThat(sunita.get("/ambassadors/media/new").status()).isEqualTo(404);
        assertThat(joanne.post("/ambassadors/media/new", "ambassador", account("Sunita"))
                        .status())
                .isEqualTo(422);
        String day =
                Times.inFull(LocalDate.ofInstant(clock.instant(), Times.LONDON).plusDays(3));
        assertThat(propose(account("Leroy"), day).body())
                .contains(Words.of("ambassadors.media.ambassador.notAsked"), "Larkhill Radio");
        activity = propose(account("Sunita"), day).location();
        assertThat(sunita.get(activity).status()).isEqualTo(404);
        assertThat(sunita.get("/ambassadors/media").body()).doesNotContain("Larkhill Radio");
        assertThat(joanne.post(activity, "act", "approve").status()).isEqualTo(404);
        await().untilAsserted(() ->
                assertThat(rosa.get(TOLD).body()).contains(Words.of("ambassadors.media.proposed.notice.say")));
        assertThat(rosa.post(activity, "act", "agree").status()).isEqualTo(404);
        assertThat(rosa.post(activity, "act", "approve").status()).isEqualTo(303);
    }

    private Page propose(String ambassador, String day) {
        return joanne.post(
                "/ambassadors/media/new",
                "ambassador",
                ambassador,
                "kind",
                "interview",
                "what",
                "Larkhill Radio",
                "day",
                day,
                "formKey",
                "k".repeat(12));
    }

    @Test
    @Order(6)
    void sheAgreesToThisOneAloneAndTakesItBack() {
        await().untilAsserted(() ->
                assertThat(sunita.get(TOLD).body()).contains(Words.of("ambassadors.media.asked.notice.say")));
        assertThat(leroy.get(activity).status()).isEqualTo(404);
        assertThat(sunita.post(activity, "act", "agree").status()).isEqualTo(303);
        await().untilAsserted(() ->
                assertThat(joanne.get(TOLD).body()).contains(Words.of("ambassadors.media.answered.notice.agreed")));
        assertThat(rosa.post(activity, "act", "done").body()).contains(Words.of("ambassadors.media.refused.early"));
        clock.forward(Duration.ofDays(4));
        assertThat(rosa.post(activity, "act", "done").status()).isEqualTo(303);
        assertThat(sunita.post(activity, "act", "take-back").status()).isEqualTo(303);
        await().untilAsserted(() ->
                assertThat(rosa.get(TOLD).body()).contains(Words.of("ambassadors.media.answered.notice.withdrawn")));
        assertThat(rosa.get(activity).body())
                .contains(Words.of("ambassadors.media.state.withdrawn"))
                .doesNotContain(Words.of("ambassadors.media.agreed"));
        assertThat(sunita.post(activity, "act", "agree").status()).isEqualTo(409);
    }

    @Test
    @Order(7)
    void whoIsNoCarerAnyMoreIsOnNoPage() {
        joanne.post("/ambassadors/register", "account", account("Leroy"));
        leroy.post(
                PROFILE,
                "household",
                "single",
                "fostering",
                "long-term",
                "capacity",
                "1",
                "media",
                "true",
                "shown",
                "name");
        assertThat(stranger.get("/ambassadors").body()).contains("Leroy");
        String id = account("Leroy");
        Viewer administrator = Objects.requireNonNull(accounts.viewer("ada").block(LONG));
        accounts.suspend(id, administrator).block(LONG);
        assertThat(stranger.get("/ambassadors").body()).doesNotContain("Leroy");
        accounts.approve(id, administrator).block(LONG);
        assertThat(stranger.get("/ambassadors").body())
                .as("it ended, and nothing he said stays")
                .doesNotContain("Leroy");
    }

    @Test
    @Order(8)
    void sheEndsItAndIsAskedAgainOnlyByAnOfficer() {
        String day =
                Times.inFull(LocalDate.ofInstant(clock.instant(), Times.LONDON).plusDays(9));
        String next = joanne.post(
                        "/ambassadors/media/new",
                        "ambassador",
                        account("Sunita"),
                        "kind",
                        "event",
                        "what",
                        "Fostering fortnight",
                        "day",
                        day)
                .location();
        assertThat(joanne.get("/ambassadors/register/" + account("Sunita") + "/end")
                        .body())
                .contains(Words.of("ambassadors.ending", "Sunita Quillfeather"));
        assertThat(sunita.get(PROFILE + "/end").body()).contains(Words.of("ambassadors.end.title"));
        assertThat(sunita.post(PROFILE + "/end", "sure", "yes").status()).isEqualTo(303);
        assertThat(sunita.get(PROFILE).status()).isEqualTo(404);
        assertThat(stranger.get("/ambassadors").body()).contains(Words.of("ambassadors.none"));
        await().untilAsserted(() ->
                assertThat(rosa.get(next).body()).contains(Words.of("ambassadors.media.state.withdrawn")));
        assertThat(joanne.get("/ambassadors/register").body()).doesNotContain("British Asian");
        joanne.post("/ambassadors/register", "account", account("Sunita"));
        assertThat(sunita.get(PROFILE).body())
                .contains(Words.of("ambassadors.asked"))
                .doesNotContain("British Asian");
    }
}
