package hub.forum.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody asks, an adviser books a talk; who waits too long is raised. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuidanceIT {
    private static final String TOLD = "/notifications";

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    private Session amina;
    private Session helen;
    private Session second;
    private Session administrator;

    @BeforeAll
    void everybody() {
        amina = browsing.as(people.carer("Amina"));
        Account adviser = people.with("Helen", Role.SUPERVISING_SOCIAL_WORKER);
        helen = browsing.as(adviser);
        second = browsing.as(people.with("Second", Role.SUPERVISING_SOCIAL_WORKER));
        administrator = browsing.as(people.with("Ada", Role.ADMINISTRATOR));
    }

    @Test
    @Order(1)
    void nobodyAsksBeforeThereIsSomebodyToAnswer() {
        assertThat(amina.get("/guidance").body())
                .contains(Words.of("guidance.refused.noAdvisers"))
                .doesNotContain("/guidance/new");
        assertThat(ask("school", "Exclusion").status()).isEqualTo(409);
        assertThat(administrator.get("/guidance/advisers?q=Hel").body()).contains("value=\"helen\"");
        administrator.post("/guidance/advisers", "account", "helen");
        administrator.post("/guidance/advisers", "account", "second", "second", "true");
        assertThat(administrator.post("/guidance/advisers", "account", "amina").status())
                .isEqualTo(404);
        assertThat(administrator.get("/guidance/advisers").body())
                .contains("Helen", "Second", Words.of("guidance.advisers.second"))
                .doesNotContain("Amina");
    }

    @Test
    @Order(2)
    void aTalkIsBookedAndWhoeverAskedIsToldWhen() {
        assertThat(ask("", "").body())
                .contains(Words.of("guidance.ask.topic.missing"), Words.of("guidance.ask.text.missing"));
        String path = ask("family-time", "Getting ready for it").location();
        assertThat(amina.get(path).body()).contains("Getting ready for it", Words.of("guidance.next"));
        assertThat(administrator.get(path).status()).isEqualTo(404);
        assertThat(administrator.get("/guidance").body()).doesNotContain("Getting ready");
        await().untilAsserted(() -> assertThat(helen.get(TOLD).body()).contains(Words.of("guidance.asked.notice.say")));
        assertThat(helen.get("/guidance").body()).contains("Amina", Words.of("guidance.waits", 0));
        String day = Times.inFull(LocalDate.now(Times.LONDON).plusDays(20));
        assertThat(helen.post(path + "/book", "date", "3 May 2020", "time", "3pm", "where", "We ring you")
                        .status())
                .isEqualTo(422);
        assertThat(helen.post(path + "/book", "date", day, "time", "3pm", "where", "We ring you")
                        .status())
                .isEqualTo(303);
        await().untilAsserted(
                        () -> assertThat(amina.get(TOLD).body()).contains(Words.partOf("guidance.booked.notice.say")));
        assertThat(amina.get(path).body()).contains("Helen", "We ring you", "3pm");
        assertThat(helen.get(TOLD).body()).doesNotContain(Words.of("guidance.asked.notice.say"));
        assertThat(helen.post(path + "/done").status()).isEqualTo(303);
        assertThat(amina.post(path + "/withdraw").status()).isEqualTo(409);
        assertThat(administrator.get("/audit").body()).doesNotContain("Getting ready", path);
    }

    @Test
    @Order(3)
    void whoWaitsTooLongIsRaisedWithTheSecondPerson() {
        String path = ask("legal", "An order").location();
        clock.forward(Duration.ofDays(12));
        await().untilAsserted(
                        () -> assertThat(second.get(TOLD).body()).contains(Words.of("guidance.raised.notice.say")));
        assertThat(helen.get(TOLD).body()).doesNotContain(Words.of("guidance.raised.notice.say"));
        assertThat(helen.get("/guidance").body()).contains(Words.partOf("guidance.waits.raised"));
        assertThat(amina.post(path + "/withdraw").status()).isEqualTo(303);
        assertThat(second.get(TOLD).body()).doesNotContain(Words.of("guidance.raised.notice.say"));
    }

    @Test
    @Order(4)
    void anAdviserWhoLeavesTheServiceReadsNoMore() {
        String path = ask("school", "Exclusion").location();
        assertThat(helen.get(path).status()).isEqualTo(200);
        assertThat(administrator
                        .post("/accounts/helen", "name", "Helen", "roles", "carer")
                        .status())
                .isEqualTo(303);
        assertThat(helen.get(path).status()).isEqualTo(404);
    }

    private Page ask(String topic, String text) {
        return amina.post(
                "/guidance/new",
                "topic",
                topic,
                "text",
                text,
                "formKey",
                amina.get("/guidance/new").formKey());
    }
}
