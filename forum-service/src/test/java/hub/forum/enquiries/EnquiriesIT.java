package hub.forum.enquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.platform.identity.Role;
import hub.platform.time.Times;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.QueryWatch;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** Somebody asks about fostering without an account, follows it, and is forgotten in the end. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EnquiriesIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final List<String> PLANTED =
            List.of("Quenelle", "01632 960555", "quenelle@example.org", "Isinglass");

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    ReactiveMongoTemplate mongo;

    private Session stranger;
    private Session joanne;
    private String check = "";
    private String mine = "";

    @BeforeAll
    void everybody() {
        stranger = browsing.signedOut();
        joanne = browsing.as(people.with("Joanne", Role.RECRUITMENT_OFFICER));
    }

    @Test
    @Order(1)
    void oneQuestionAPageAndNothingIsLostOnTheWayBack() {
        assertThat(stranger.get("/enquiries").body()).contains("/enquiries/new");
        assertThat(stranger.post("/enquiries/new", "interest", "").body())
                .contains(Words.of("enquiries.interest.missing"));
        assertThat(stranger.post("/enquiries/new", "interest", "fostering", "website", "http://spam")
                        .body())
                .contains(Words.of("enquiries.refused.trapped"));
        String question =
                stranger.post("/enquiries/new", "interest", "fostering").location();
        assertThat(question).endsWith("/question");
        String name = stranger.post(question, "question", "Isinglass").location();
        String contact = stranger.post(name, "name", "Quenelle").location();
        assertThat(stranger.get(question).body()).contains("Isinglass");
        assertThat(stranger.post(contact, "phone", "", "email", "").body())
                .contains(Words.of("enquiries.contact.missing"));
        Page wrong = stranger.post(contact, "phone", "nine", "email", "quenelle@example.org");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("nine", "quenelle@example.org");
        String next = stranger.post(contact, "phone", "01632 960555", "email", "quenelle@example.org")
                .location();
        check = next.replace("/next", "/check");
        assertThat(stranger.post(check).body()).contains(Words.of("enquiries.refused.incomplete"));
        String carer = stranger.post(next, "wanted", "call").location();
        String source = stranger.post(carer, "carer", "no").location();
        assertThat(stranger.post(source).location()).isEqualTo(check);
        assertThat(stranger.get(check).body())
                .contains("Quenelle", "01632 960555", "Isinglass", Words.of("enquiries.wanted.call"));
    }

    @Test
    @Order(2)
    void whoIsAsFastAsAProgramIsAskedOnceMoreAndSentTwiceItIsThereOnce() {
        assertThat(stranger.post(check).body()).contains(Words.of("enquiries.refused.tooFast"));
        clock.forward(Duration.ofMinutes(1));
        mine = stranger.post(check).location();
        assertThat(stranger.post(check).location()).isEqualTo(mine);
        assertThat(stranger.get(mine).body()).contains(Words.of("enquiries.state.received"));
        assertThat(browsing.signedOut().get(mine).status()).isEqualTo(200);
        assertThat(stranger.get(mine + "x").status()).isEqualTo(404);
        assertThat(stranger.get(check.replace("/check", "/name")).status()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void itIsFoundByItsReferenceWithWhatWasGiven() {
        String reference = reference();
        assertThat(stranger.post("/enquiries/follow", "reference", reference, "contact", "01632 960556")
                        .body())
                .contains(Words.of("enquiries.follow.unknown"));
        assertThat(stranger.post("/enquiries/follow", "reference", reference, "contact", "01632960555")
                        .location())
                .isEqualTo(mine);
    }

    private String reference() {
        String body = stranger.get(mine).body();
        int at = body.indexOf("<strong>", body.indexOf(Words.of("enquiries.mine.reference"))) + "<strong>".length();
        return body.substring(at, body.indexOf('<', at));
    }

    @Test
    @Order(4)
    void nobodyWaitsForEverUnheard() {
        await().untilAsserted(() ->
                assertThat(joanne.get("/notifications").body()).contains(Words.of("enquiries.received.notice.say")));
        clock.forward(Duration.ofDays(6));
        await().untilAsserted(() ->
                assertThat(joanne.get("/notifications").body()).contains(Words.of("enquiries.raised.notice.say")));
        assertThat(joanne.get("/enquiries/desk").body()).contains("Quenelle");
    }

    @Test
    @Order(5)
    void officersAnswerAndTheEnquirerSeesHowFarItIs() {
        String desk = "/enquiries/desk/" + id();
        assertThat(joanne.post(desk + "/move", "to", "visited").status()).isEqualTo(409);
        assertThat(joanne.post(desk + "/move", "to", "acknowledged").status()).isEqualTo(303);
        assertThat(joanne.get("/notifications").body()).doesNotContain(Words.of("enquiries.raised.notice.say"));
        String day =
                Times.inFull(LocalDate.ofInstant(clock.instant(), Times.LONDON).plusDays(9));
        assertThat(joanne.post(desk + "/visit", "date", "3 May 2020", "time", "3pm", "where", "At home")
                        .status())
                .isEqualTo(422);
        assertThat(joanne.post(desk + "/visit", "date", day, "time", "3pm", "where", "At home")
                        .status())
                .isEqualTo(303);
        assertThat(stranger.get(mine).body()).contains(Words.of("enquiries.state.visit-booked"), "3pm");
        joanne.post(desk + "/pass");
        assertThat(joanne.get("/enquiries/passed.csv").body()).contains("Quenelle", "01632 960555");
    }

    private String id() {
        String path = mine.substring("/enquiries/mine/".length());
        return path.substring(0, path.indexOf('~'));
    }

    @Test
    @Order(6)
    void amongManyHostileOnesTheHonestOneIsTaken() {
        for (int i = 0; i < 150; i++) {
            stranger.post("/enquiries/new", "interest", "fostering", "website", "http://spam" + i);
        }
        String question = stranger.post("/enquiries/new", "interest", "kinship").location();
        assertThat(question).endsWith("/question");
    }

    @Test
    @Order(7)
    void inTheEndNothingIsLeftInTheWholeDatabase() {
        assertThat(stored()).as("what is looked for is there").containsAll(PLANTED);
        assertThat(stranger.post(mine + "/withdraw").location()).isEqualTo(mine);
        assertThat(joanne.get("/enquiries/erasure").body()).contains("Quenelle");
        clock.forward(Duration.ofDays(181));
        await().untilAsserted(() -> assertThat(stranger.get(mine).status()).isEqualTo(404));
        assertThat(joanne.get("/enquiries/erasure").body()).doesNotContain("Quenelle");
        assertThat(stored()).isEmpty();
    }

    /** Which of the planted words stand anywhere. */
    private List<String> stored() {
        List<String> all = Objects.requireNonNull(mongo.getCollectionNames()
                .filter(name -> !name.startsWith("system."))
                .flatMap(name -> mongo.find(new Query().limit(10_000).comment(QueryWatch.TEST), Document.class, name)
                        .map(Document::toJson))
                .collectList()
                .block(LONG));
        return PLANTED.stream()
                .filter(word -> all.stream().anyMatch(json -> json.contains(word)))
                .toList();
    }
}
