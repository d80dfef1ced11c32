package hub.resources.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.platform.due.DueWork;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.time.Times;
import hub.resources.ResourcesIT;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** A policy is reviewed: suggestions, answers, the next version, and who has read it. */
@ResourcesIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyReviewIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    TestClock clock;

    @Autowired
    PoliciesFixture policies;

    @Autowired
    ReviewReminders reminders;

    @Autowired
    DueWork due;

    @Autowired
    ReactiveMongoTemplate mongo;

    Session helen;
    Account amina;
    Account joe;

    @BeforeAll
    void everybody() {
        helen = browsing.as(people.with("Helen", Role.STAFF_EDITOR));
        amina = people.carer("Amina");
        joe = people.with("Joe", Role.CARER, Role.KINSHIP_CARER);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.LONDON);
    }

    private String suggests(Account who, Policy policy, String clause, String text) {
        Session session = browsing.as(who);
        String key = session.get(policy.path() + "/suggest").formKey();
        String location = "";
        for (int twice = 0; twice < 2; twice++) {
            location = session.post(policy.path() + "/suggest", "clause", clause, "text", text, "formKey", key)
                    .location();
        }
        return location.substring(0, location.indexOf('?'));
    }

    private void answers(String suggestion, String outcome, String said, String reason) {
        assertThat(helen.post(suggestion + "/acknowledge").status()).isEqualTo(303);
        assertThat(helen.post(suggestion + "/consider", "by", "The review group", "on", "yesterday")
                        .status())
                .isEqualTo(303);
        assertThat(helen.post(suggestion + "/decide", "outcome", outcome, "said", said, "reason", reason)
                        .location())
                .endsWith("?done=decided");
    }

    @Test
    void aReviewThatIsOverdueSaysSoToEverybodyInDays() {
        Policy policy = policies.aPolicy("Late", today().minusDays(3), "Who it is for");
        Policy early = policies.aPolicy("Early", today(), "Who it is for");
        assertThat(browsing.signedOut().get(policy.path()).body()).contains(Words.of("policies.overdue", 3));
        assertThat(browsing.signedOut().get(early.path()).body()).doesNotContain(Words.of("policies.overdue", 0));
        assertThat(browsing.as(amina).get("/policies").body()).contains(Words.of("policies.overdue", 3));
    }

    @Test
    void aSuggestionIsAnsweredStepByStepAndComesIntoAVersion() {
        Policy policy = policies.aPolicy("Walked", today().minusDays(10), "Who it is for", "How it is reviewed");
        String yes = suggests(amina, policy, "clause-1", "Name kinship carers, please. Foxtail");
        String no = suggests(joe, policy, "", "Burn it all down");
        Session joes = browsing.as(joe);
        assertThat(joes.get(policy.path() + "/suggestions").body())
                .contains("Foxtail")
                .doesNotContain("Amina");
        assertThat(joes.get(yes).body()).doesNotContain("Amina");
        assertThat(joes.post(yes + "/me-too").status()).isEqualTo(303);
        assertThat(joes.post(yes + "/me-too").status()).as("twice").isEqualTo(303);
        assertThat(helen.get(yes).body()).contains(Words.of("policies.also", 1), Words.of("policies.author", "Amina"));
        assertThat(helen.post(yes + "/decide", "outcome", "adopted", "said", "Name them", "reason", "Yes")
                        .status())
                .as("not considered yet")
                .isEqualTo(409);
        answers(yes, "adopted", "Name kinship carers", "They are named.");
        answers(no, "not-adopted", "Have no policy", "We need one, and say why here.");
        assertThat(helen.post(yes + "/consider", "by", "Others", "on", "today").status())
                .as("a step that was taken")
                .isEqualTo(409);
        Page said = browsing.signedOut().get(policy.path() + "/you-said");
        assertThat(said.body())
                .contains("Name kinship carers", "They are named.", "Have no policy", "We need one")
                .doesNotContain("Foxtail", "Burn it");

        assertThat(helen.post(policy.path() + "/next/start").location()).isEqualTo(policy.path() + "/next");
        String clause = policy.path() + "/next/clauses/clause-1";
        Page edit = helen.get(clause);
        String key = edit.formKey();
        String revision = revision(edit);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(helen.post(
                                    clause,
                                    "title",
                                    "Who it is for",
                                    "text",
                                    "Who it is for as it is now, kinship carers too.",
                                    "revision",
                                    revision,
                                    "formKey",
                                    key)
                            .location())
                    .isEqualTo(policy.path() + "/next?done=kept");
        }
        Page late =
                helen.post(clause, "title", "Who it is for", "text", "Something else entirely", "revision", revision);
        assertThat(late.status()).as("with what was seen before").isEqualTo(409);
        assertThat(late.body()).contains("Something else entirely");
        Page add = helen.get(policy.path() + "/next/clauses/new");
        assertThat(helen.post(
                                policy.path() + "/next/clauses/new",
                                "title",
                                "New",
                                "text",
                                "Meadowsweet is new.",
                                "after",
                                "clause-1",
                                "revision",
                                revision(add),
                                "formKey",
                                add.formKey())
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(amina).get(policy.path()).body()).doesNotContain("Meadowsweet");
        publishes(policy, idOf(yes), idOf(no));

        Page now = browsing.signedOut().get(policy.path());
        assertThat(now.body())
                .contains("Meadowsweet", "Name kinship carers", "id=\"new-2\"", "2. New")
                .doesNotContain("overdue");
        assertThat(browsing.signedOut().get(policy.path() + "/versions/1").body())
                .contains(Words.of("policies.old"))
                .doesNotContain("Meadowsweet");
        assertThat(browsing.signedOut()
                        .get(policy.path() + "/changes?from=1&to=2")
                        .body())
                .contains("<ins>", "<del>", "kinship carers too.", "Meadowsweet", Words.of("policies.changes.same", 1));
        assertThat(browsing.as(amina).get(yes).body()).contains(Words.of("policies.step.version", 2));
        read(policy);
        assertThat(tellings("tellings.policies.in-version")).isEqualTo(1);
        assertThat(tellings("tellings.policies.read")).isEqualTo(1);
    }

    private void publishes(Policy policy, String included, String refused) {
        Page next = helen.get(policy.path() + "/next");
        assertThat(next.body()).contains("Name kinship carers").doesNotContain("Have no policy");
        String due = Times.inFull(today().plusDays(365));
        Page early = publish(policy, next, included, Times.inFull(today().minusDays(400)));
        assertThat(early.status()).as("reviewed before it is approved").isEqualTo(422);
        assertThat(early.body()).contains("What is different, in words");
        assertThat(publish(policy, next, refused, due).status())
                .as("what was refused does not come in")
                .isEqualTo(409);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(publish(policy, next, included, due).location()).isEqualTo(policy.path() + "?done=published");
        }
    }

    private Page publish(Policy policy, Page next, String included, String reviewDue) {
        return helen.post(
                policy.path() + "/next/publish",
                "changes",
                "What is different, in words",
                "owner",
                "Service manager",
                "approvedOn",
                "yesterday",
                "reviewDue",
                reviewDue,
                "toRead",
                "true",
                "included",
                included,
                "revision",
                revision(next),
                "formKey",
                next.formKey());
    }

    private void read(Policy policy) {
        Session aminas = browsing.as(amina);
        assertThat(aminas.get(policy.path()).body()).contains(Words.of("policies.read.button", 2));
        for (int twice = 0; twice < 2; twice++) {
            assertThat(aminas.post(policy.path() + "/read").location()).isEqualTo(policy.path() + "?done=read");
        }
        assertThat(aminas.get(policy.path()).body())
                .contains(Words.of("policies.read.done", 2))
                .doesNotContain(Words.of("policies.read.button", 2));
        assertThat(helen.get(policy.path() + "/readers").body())
                .containsSubsequence(
                        Words.of("publishing.readers.not"), "Joe", Words.of("publishing.readers.has"), "Amina");
    }

    @Test
    void whoeverLooksAfterPoliciesIsRemindedBeforeAReviewIsDue() {
        Policy policy = policies.aPolicy("Reminded", today().plusDays(40), "Who it is for");
        reminders.plan(policy).block(SOON);
        assertThat(due.of(policy.id()).map(DueWork.Due::kind).collectList().block(SOON))
                .containsExactlyInAnyOrder("policies.review-30", "policies.review-7", "policies.review-0");
        clock.forward(Duration.ofDays(11));
        try {
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(about("review-" + policy.id())).hasSize(1));
        } finally {
            clock.forward(Duration.ofDays(-11));
        }
    }

    private long tellings(String key) {
        return mongo.find(new Query().comment("test"), Document.class, "tellings")
                .filter(telling -> key.equals(telling.getString("key")))
                .count()
                .block(SOON);
    }

    private List<Document> about(String subject) {
        return mongo.find(new Query().comment("test"), Document.class, "tellings")
                .filter(telling -> subject.equals(telling.getString("subject")))
                .collectList()
                .block(SOON);
    }

    private static String idOf(String suggestion) {
        return suggestion.substring(suggestion.lastIndexOf('/') + 1);
    }

    private static String revision(Page page) {
        return page.body().replaceAll("(?s).*name=\"revision\" value=\"([0-9]+)\".*", "$1");
    }
}
