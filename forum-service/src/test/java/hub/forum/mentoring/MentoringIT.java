package hub.forum.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.mentoring.mentors.Mentor;
import hub.forum.mentoring.mentors.Mentors;
import hub.forum.mentoring.mentors.Topic;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Role;
import hub.platform.identity.Supervisions;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A carer asks, a mentor is proposed, both say yes, they talk, it ends. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MentoringIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String TOLD = "/notifications";

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    Supervisions supervisions;

    @Autowired
    Mentors mentors;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Proposals proposals;

    @Autowired
    MentorshipStore store;

    @Autowired
    Accounts accounts;

    private Session amina;
    private Session dawn;
    private Session karen;
    private Session pauline;
    private Session ada;
    private String path = "";

    @BeforeAll
    void everybody() {
        Account mentee = people.carer("Amina");
        amina = browsing.as(mentee);
        dawn = browsing.as(people.carer("Dawn"));
        karen = browsing.as(people.with("Karen", Role.SUPERVISING_SOCIAL_WORKER));
        pauline = browsing.as(people.with("Pauline", Role.MENTOR_COORDINATOR));
        ada = browsing.as(people.with("Ada", Role.ADMINISTRATOR));
        supervisions.put(mentee.household(), "karen").block(LONG);
    }

    @Test
    @Order(1)
    void theCoordinatorNamesAMentorWhoSaysWhatSheKnowsAndWhatIsShown() {
        assertThat(pauline.get("/mentoring/mentors?q=Daw").body()).contains("value=\"dawn\"");
        pauline.post("/mentoring/mentors", "account", "dawn");
        assertThat(dawn.get("/mentoring/profile").body()).contains(Words.of("mentoring.profile.fresh"));
        assertThat(profile("9", "topics").status()).isEqualTo(422);
        assertThat(profile("1", "topics").status()).isEqualTo(303);
        assertThat(dawn.get("/mentoring/profile").body())
                .doesNotContain(Words.of("mentoring.profile.fresh"))
                .contains("Fostering since Adam");
    }

    private Page profile(String capacity, String shown) {
        return dawn.post(
                "/mentoring/profile",
                "experience",
                "Fostering since Adam",
                "topics",
                "school",
                "languages",
                "English, Somali",
                "availability",
                "After eight",
                "capacity",
                capacity,
                "shown",
                shown);
    }

    @Test
    @Order(2)
    void aSocialWorkerAsksForHerCarerWhoIsTold() {
        assertThat(karen.get("/mentoring/carers").body()).contains("Amina", "/mentoring/ask/amina");
        path = karen.post("/mentoring/ask/amina", "topics", "school", "language", "Somali")
                .location();
        await().untilAsserted(() ->
                assertThat(amina.get(TOLD).body()).contains(Words.of("mentoring.for-you.notice.say", "Karen")));
        await().untilAsserted(
                        () -> assertThat(pauline.get(TOLD).body()).contains(Words.of("mentoring.waits.notice.say")));
        assertThat(amina.get(path).body()).contains(Words.of("mentoring.one.askedBy", "Karen"));
        assertThat(amina.post("/mentoring/ask", "topics", "babies").status()).isEqualTo(409);
    }

    @Test
    @Order(3)
    void aProposalThatNobodyAnswersRemindsAndFallsBack() {
        String request = path.replace("/mentoring/", "/mentoring/requests/");
        assertThat(pauline.get(request).body())
                .contains("Dawn", Words.of("mentoring.match.language", "Somali"), "After eight");
        pauline.post(request, "mentor", "dawn");
        await().untilAsserted(() ->
                assertThat(dawn.get(TOLD).body()).contains(Words.of("mentoring.proposed.notice.mentor", "Amina")));
        assertThat(amina.post(path + "/accept", "mentor", "somebody-else").status())
                .as("a yes to another who was shown before")
                .isEqualTo(409);
        assertThat(amina.post(path + "/accept", "mentor", "dawn").status()).isEqualTo(303);
        clock.forward(Duration.ofDays(4));
        await().untilAsserted(() ->
                assertThat(dawn.get(TOLD).body()).contains(Words.of("mentoring.unanswered.notice.mentor", "Amina")));
        assertThat(amina.get(TOLD).body()).doesNotContain(Words.of("mentoring.unanswered.notice.mentee", "Dawn"));
        clock.forward(Duration.ofDays(4));
        await().untilAsserted(() -> assertThat(dawn.get(path).status()).isEqualTo(404));
        assertThat(pauline.get(request).body()).contains(Words.of("mentoring.against.no-answer"));
        assertThat(amina.get(path).body()).contains(Words.of("mentoring.state.requested"));
        assertThat(dawn.get("/mentoring/profile").body()).contains(Words.of("mentoring.places", 0, 1));
    }

    @Test
    @Order(4)
    void bothSayYesAndHaveAPlaceOfTheirOwn() {
        pauline.post(path.replace("/mentoring/", "/mentoring/requests/"), "mentor", "dawn");
        assertThat(amina.get(path).body())
                .contains(Words.of("mentoring.answer.mentee"))
                .contains(Words.of("mentoring.topic.school"))
                .doesNotContain("Fostering since Adam", "After eight");
        dawn.post(path + "/accept", "mentor", "dawn");
        amina.post(path + "/accept", "mentor", "dawn");
        String group = "/groups/" + path.substring("/mentoring/".length());
        for (Session one : List.of(amina, dawn)) {
            assertThat(one.get(path).body()).contains("href=\"" + group);
            assertThat(one.get(one.get(group).location()).location()).contains("/agreement");
            one.post(group + "/agreement", "version", "1");
            assertThat(one.get(one.get(group).location()).status()).isEqualTo(200);
        }
        for (Session other : List.of(karen, pauline, ada)) {
            assertThat(other.get(group).status()).isEqualTo(404);
        }
        assertThat(ada.get("/groups/register").body()).doesNotContain("Amina and Dawn");
        await().untilAsserted(() ->
                assertThat(dawn.get(TOLD).body()).contains(Words.of("mentoring.began.notice.say", "Amina")));
    }

    @Test
    @Order(5)
    void goalsAreForTheTwoAndDatesForTheCoordinatorToo() {
        assertThat(note("goals", "what", "goal", "text", "Sleep").status()).isEqualTo(303);
        assertThat(note("contacts", "what", "contact", "day", "1 January 2031", "kind", "call", "minutes", "20")
                        .body())
                .contains(Words.of("mentoring.contact.day.future"));
        assertThat(note("contacts", "what", "contact", "day", "1 May 2026", "kind", "call", "minutes", "20")
                        .status())
                .isEqualTo(303);
        assertThat(dawn.get(path).body()).contains("Sleep", "1 May 2026");
        for (Session other : List.of(karen, pauline)) {
            assertThat(other.get(path).body()).contains("1 May 2026").doesNotContain("Sleep");
        }
    }

    private Page note(String what, String... fields) {
        return amina.post(path + "/" + what, fields);
    }

    @Test
    @Order(6)
    void whatIsNotTheRightMatchEndsWithoutAWordAndAnotherIsOffered() {
        assertThat(amina.post(path + "/end", "how", "").body()).contains(Words.of("mentoring.end.how.missing"));
        assertThat(amina.post(path + "/end", "how", "not-right").location()).isEqualTo(path);
        String group = "/groups/" + path.substring("/mentoring/".length());
        assertThat(dawn.get(group).status()).isEqualTo(404);
        assertThat(amina.get(group).status()).isEqualTo(404);
        await().untilAsserted(() ->
                assertThat(dawn.get(TOLD).body()).contains(Words.of("mentoring.ended.notice.say", "Amina")));
        assertThat(dawn.get("/mentoring/profile").body()).contains(Words.of("mentoring.places", 0, 1));
        String next = amina.post(path + "/again").location();
        assertThat(next).isNotEqualTo(path);
        assertThat(pauline.get(next.replace("/mentoring/", "/mentoring/requests/"))
                        .body())
                .contains(Words.of("mentoring.against.not-right"));
        assertThat(amina.post(next + "/end", "how", "withdrawn").status()).isEqualTo(303);
    }

    @Test
    @Order(7)
    void aMentorIsNeverGivenMoreThanSheHasPlacesForHoweverManyDecideAtOnce() {
        Account gwen = people.carer("Gwen");
        Viewer coordinator = viewer("pauline");
        mentors.name(gwen.id(), coordinator).block(LONG);
        mentors.describe(new Mentor.Profile("", List.of(Topic.SCHOOL), "", ""), Set.of(), 5, viewer(gwen.id()))
                .block(LONG);
        List<String> asked = Flux.range(0, 200)
                .flatMap(
                        i -> store.insert(Mentorship.ask(
                                Ids.next(),
                                "mentee" + i,
                                "home" + i,
                                "mentee" + i,
                                new Mentorship.Wish(List.of(Topic.SCHOOL), ""),
                                List.of(),
                                clock.instant())),
                        8)
                .map(Mentorship::id)
                .collectList()
                .block(LONG);
        Long through = Flux.fromIterable(Objects.requireNonNull(asked))
                .flatMap(
                        id -> proposals
                                .propose(id, gwen.id(), coordinator)
                                .map(proposed -> 1L)
                                .onErrorResume(refused -> Mono.just(0L)),
                        200)
                .reduce(0L, Long::sum)
                .block(LONG);
        assertThat(through).isEqualTo(5);
        assertThat(Objects.requireNonNull(mentors.own(viewer(gwen.id())).block(LONG))
                        .taken())
                .isEqualTo(5);
    }

    @Test
    @Order(8)
    void twoHundredTapsOnYesAreOneYesAndOneGroup() {
        Account joe = people.carer("Joe");
        Viewer mentee = viewer(joe.id());
        Mentorship asked = Objects.requireNonNull(mentorships
                .ask(joe.id(), new Mentorship.Wish(List.of(Topic.SCHOOL), ""), "", Ids.next(), mentee)
                .block(LONG));
        proposals.propose(asked.id(), "dawn", viewer("pauline")).block(LONG);
        Flux.range(0, 200)
                .flatMap(i -> proposals.accept(asked.id(), "dawn", i % 2 == 0 ? mentee : viewer("dawn")), 50)
                .onErrorContinue((refused, at) -> {})
                .blockLast(LONG);
        assertThat(Objects.requireNonNull(store.byId(asked.id()).block(LONG)).active())
                .isTrue();
        assertThat(Objects.requireNonNull(mentors.own(viewer("dawn")).block(LONG))
                        .taken())
                .isEqualTo(1);
    }

    @Test
    @Order(9)
    void whoLeavesTheGroupHasEndedIt() {
        String id = Objects.requireNonNull(mentorships.own(viewer("joe")).blockFirst(LONG))
                .id();
        Session joe =
                browsing.as(Objects.requireNonNull(accounts.approved("joe").block(LONG)));
        assertThat(joe.post("/groups/" + id + "/leave").status()).isEqualTo(303);
        await().untilAsserted(() ->
                assertThat(dawn.get("/mentoring/profile").body()).contains(Words.of("mentoring.places", 0, 1)));
        assertThat(dawn.get("/groups/" + id).status()).isEqualTo(404);
    }

    private Viewer viewer(String account) {
        return Objects.requireNonNull(accounts.viewer(account).block(LONG));
    }
}
