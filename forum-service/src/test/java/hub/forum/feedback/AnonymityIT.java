package hub.forum.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.time.Times;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.LogWatch;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** An anonymous round from its draft to its results; then whoever has the whole database, and all that was logged, tries to say who said what. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnonymityIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int ANSWERING = 18;
    private static final Duration APART = Duration.ofMinutes(7);

    @AfterAll
    void stopListening() {
        log.close();
    }

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    ReactiveMongoTemplate mongo;

    private Session edith;
    private final List<Account> carers = new ArrayList<>();
    private final List<Account> order = new ArrayList<>();
    private String round = "";
    private final LogWatch log = LogWatch.start();
    private Map<String, List<Document>> before = Map.of();

    @BeforeAll
    void everybody() {
        edith = browsing.as(people.with("Edith", Role.STAFF_EDITOR));
        IntStream.range(0, ANSWERING + 2)
                .forEach(at -> carers.add(
                        at % 2 == 0
                                ? people.carer("Carer " + (char) ('A' + at))
                                : people.with("Carer " + (char) ('A' + at), Role.CARER, Role.KINSHIP_CARER)));
    }

    @Test
    @Order(1)
    void aRoundIsMadePlannedAndOpens() {
        String key = edith.get("/feedback/rounds/new").formKey();
        round = edith.post(
                        "/feedback/rounds/new",
                        "title",
                        "How is it going?",
                        "scheme",
                        "peer-groups",
                        "anonymous",
                        "yes",
                        "formKey",
                        key)
                .location();
        String day =
                Times.inFull(clock.instant().atZone(Times.LONDON).toLocalDate().plusDays(21));
        assertThat(edith.post(round + "/plan", "opens", "today", "closes", day).status())
                .as("without a question")
                .isEqualTo(409);
        ask("Do you feel less alone?", "scale", "", "less-isolation");
        ask("Which of these?", "several", "Meetings\nMentor", "");
        ask("What would help?", "words", "", "");
        Page bad = edith.post(round + "/questions", "text", "Which one?", "kind", "choice", "options", "One");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body()).contains(Words.of("feedback.question.options.wrong"), "Which one?");
        assertThat(browsing.as(carers.getFirst()).get(round).status())
                .as("a draft")
                .isEqualTo(404);
        assertThat(edith.post(round + "/plan", "opens", "today", "closes", day).location())
                .isEqualTo("/feedback?done=planned");
        clock.forward(Duration.ofHours(12));
        clock.forwardTo(LocalTime.of(9, 0));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                browsing.as(carers.getFirst()).get("/feedback").body())
                        .contains(Words.of("feedback.waiting"), "How is it going?"));
        assertThat(browsing.as(carers.getFirst()).get(round).body()).contains(Words.of("feedback.anonymous.short"));
        everybodyHasTheirInvitation();
    }

    /** Letters go out in the morning, whoever answers; the test looks at what is written after that. */
    private void everybodyHasTheirInvitation() {
        clock.forward(Duration.ofDays(1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(everything().getOrDefault("post_box", List.of()))
                        .as("letters that went out")
                        .hasSizeGreaterThanOrEqualTo(carers.size()));
    }

    private void ask(String text, String kind, String options, String aim) {
        String key = edith.get(round).formKey();
        for (int twice = 0; twice < 2; twice++) {
            assertThat(edith.post(
                                    round + "/questions",
                                    "text",
                                    text,
                                    "kind",
                                    kind,
                                    "options",
                                    options,
                                    "aim",
                                    aim,
                                    "formKey",
                                    key)
                            .status())
                    .isEqualTo(303);
        }
    }

    @Test
    @Order(2)
    void carersAnswerOnceAndWhatIsShownMovesInStepsOfFive() {
        before = everything();
        order.addAll(carers.subList(0, ANSWERING));
        Collections.shuffle(order, new Random(24));
        for (int at = 0; at < ANSWERING; at++) {
            Session carer = browsing.as(order.get(at));
            clock.forward(APART);
            for (int twice = 0; twice < 2; twice++) {
                assertThat(carer.post(
                                        round + "/answer",
                                        "a1",
                                        at % 3 == 0 ? "3" : "5",
                                        "m2",
                                        at % 2 == 0 ? "1" : "2",
                                        "a3",
                                        "Word" + letters(at),
                                        "quote",
                                        "true")
                                .location())
                        .isEqualTo(round);
            }
            assertThat(carer.get(round).body()).contains(Words.of("feedback.thanks"));
            assertThat(edith.get(round).body())
                    .contains(
                            at + 1 < 5
                                    ? Words.of("feedback.answered.few")
                                    : Words.of("feedback.answered.atLeast", (at + 1) / 5 * 5))
                    .doesNotContain("Word", Words.of("feedback.part.yes"));
        }
        assertThat(edith.get(round + "/words").status()).as("while it is open").isEqualTo(404);
    }

    @Test
    @Order(3)
    void nothingInTheDatabaseJoinsAPersonToAnAnswer() {
        Map<String, List<Document>> all = everything();
        List<Document> tickets = all.get("feedback_tickets");
        assertThat(tickets).hasSize(ANSWERING + 2);
        assertThat(tickets)
                .allSatisfy(ticket ->
                        assertThat(ticket.keySet()).containsExactlyInAnyOrder("_id", "of", "account", "answered"));
        assertThat(accounts(tickets))
                .as("they lie as they lay before anybody answered")
                .isEqualTo(accounts(before.get("feedback_tickets")));
        for (Document pool : all.get("feedback_pools")) {
            assertThat(pool.keySet()).isSubsetOf("_id", "of", "counts", "words");
            List<Document> words = pool.getList("words", Document.class, List.of());
            assertThat(words.stream().map(word -> word.getString("_id")).toList())
                    .as("in the order of random ids")
                    .isSorted();
            words.forEach(word -> assertThat(word.keySet()).containsExactlyInAnyOrder("_id", "text", "quote", "state"));
        }
        assertThat(wordsInTheirOrder(all)).hasSize(ANSWERING).isNotEqualTo(asAnswered());
        String answered = all.get("feedback_pools").toString();
        carers.forEach(carer -> assertThat(answered).doesNotContain(carer.id()));
        noDates(all.get("feedback_pools"));
        noDates(tickets);
        all.forEach((collection, documents) -> {
            if (!collection.equals("feedback_pools")) {
                assertThat(documents.toString()).as(collection).doesNotContain("Word");
            }
        });
    }

    /** What else was written while they answered says neither that nor when: nothing new names whoever answered. */
    @Test
    @Order(4)
    void nothingElseWasWrittenWhenSomebodyAnswered() {
        Map<String, List<Document>> all = everything();
        for (String collection : all.keySet()) {
            if (collection.equals("feedback_tickets") || collection.equals("feedback_pools")) {
                continue;
            }
            List<Document> fresh = new ArrayList<>(all.get(collection));
            fresh.removeAll(before.getOrDefault(collection, List.of()));
            List<String> naming = fresh.stream()
                    .map(Document::toString)
                    .filter(text -> order.stream().anyMatch(carer -> text.contains(carer.id())))
                    .toList();
            if (!List.of("sessions", "visits").contains(collection)) {
                assertThat(naming).as(collection).isEmpty();
            }
        }
    }

    @Test
    @Order(5)
    void theLogSaysNeitherWhoNorWhat() {
        assertThat(log.lines())
                .noneMatch(line -> line.contains("Word")
                        || order.stream().anyMatch(carer -> line.contains(carer.id()) || line.contains(carer.name())));
    }

    @Test
    @Order(6)
    void afterwardsItIsShownToEverybodyAndWordsOnceSomebodyHasLooked() {
        clock.forward(Duration.ofDays(23));
        try {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(browsing.signedOut()
                                    .get("/feedback/told-us")
                                    .body())
                            .contains("How is it going?"));
            Page told = browsing.signedOut().get("/feedback/told-us");
            assertThat(told.body())
                    .contains(Words.of("feedback.answered", ANSWERING, ANSWERING + 2), Words.of("feedback.part.yes"))
                    .doesNotContain("Word");
            Page words = edith.get(round + "/words");
            assertThat(words.body()).contains("WordA").doesNotContain("Carer");
            String id = words.body().replaceAll("(?s).*?WordA<.*?/words/([0-9a-z]{12})\".*", "$1");
            String question = words.body().replaceAll("(?s).*?name=\"question\" value=\"(q[0-9]+)\".*", "$1");
            assertThat(edith.post(round + "/words/" + id, "question", question, "decision", "shown")
                            .status())
                    .isEqualTo(303);
            assertThat(browsing.signedOut().get("/feedback/told-us").body())
                    .contains("WordA")
                    .doesNotContain("WordB");
            assertThat(browsing.as(carers.getFirst())
                            .post(round + "/answer", "a1", "1")
                            .location())
                    .as("who has answered is led to what came of it")
                    .isEqualTo(round);
            assertThat(edith.get("/feedback/measures").body()).contains(Words.of("feedback.aim.less-isolation"), "67");
            assertThat(edith.getAs("text/csv", "/feedback/measures.csv").body()).contains("\"67\"");
            assertThat(edith.get("/feedback/report").body()).contains("WordA");
        } finally {
            clock.forward(Duration.ofDays(-23));
        }
    }

    private Map<String, List<Document>> everything() {
        Map<String, List<Document>> all = new TreeMap<>();
        List<String> names = mongo.getCollectionNames().collectList().block(SOON);
        for (String name : names) {
            all.put(
                    name,
                    mongo.find(new Query().comment("test"), Document.class, name)
                            .collectList()
                            .block(SOON));
        }
        return all;
    }

    private static List<String> accounts(List<Document> tickets) {
        return tickets.stream().map(ticket -> ticket.getString("account")).toList();
    }

    private static List<String> wordsInTheirOrder(Map<String, List<Document>> all) {
        return all.get("feedback_pools").stream()
                .flatMap(pool -> pool.getList("words", Document.class, List.of()).stream())
                .map(word -> word.getString("text"))
                .toList();
    }

    private static List<String> asAnswered() {
        return IntStream.range(0, ANSWERING)
                .mapToObj(at -> "Word" + letters(at))
                .toList();
    }

    private static String letters(int at) {
        return String.valueOf((char) ('A' + at));
    }

    private static void noDates(List<Document> documents) {
        documents.forEach(document -> {
            assertThat(document.values()).noneMatch(value -> value instanceof Date || value instanceof Instant);
            document.values().stream()
                    .filter(List.class::isInstance)
                    .forEach(list -> ((List<?>) list)
                            .forEach(one -> noDates(one instanceof Document inner ? List.of(inner) : List.of())));
        });
    }
}
