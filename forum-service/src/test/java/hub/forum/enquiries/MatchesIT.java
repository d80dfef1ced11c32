package hub.forum.enquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.ambassadors.Ambassador;
import hub.forum.ambassadors.Ambassadors;
import hub.forum.ambassadors.Fostering;
import hub.forum.ambassadors.Household;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.time.Times;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Somebody would like to talk to a carer: an ambassador is proposed, says yes, is in touch, comes along; or does not. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MatchesIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String TOLD = "/notifications";

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    Ambassadors ambassadors;

    @Autowired
    Enquiries enquiries;

    @Autowired
    Matches matches;

    @Autowired
    EnquiryStore store;

    @Autowired
    ReactiveMongoTemplate mongo;

    private Session stranger;
    private Session joanne;
    private Session sunita;
    private Session grace;
    private String mine = "";
    private String desk = "";
    private String match = "";

    @BeforeAll
    void everybody() {
        stranger = browsing.signedOut();
        joanne = browsing.as(people.with("Joanne", Role.RECRUITMENT_OFFICER));
        sunita = ambassador(people.carer("Sunita"), Household.COUPLE, "English, Gujarati", "Hindu", 2);
        grace = ambassador(people.carer("Grace"), Household.SINGLE, "English", "", 1);
    }

    private Session ambassador(Account carer, Household household, String languages, String faith, int places) {
        ambassadors.ask(carer.id(), viewer("joanne")).block(LONG);
        ambassadors
                .describe(
                        new Ambassador.Profile(
                                household, List.of(Fostering.TEENAGERS), "", faith, languages, true, false),
                        EnumSet.of(Ambassador.Attribute.NAME),
                        places,
                        viewer(carer.id()))
                .block(LONG);
        return browsing.as(carer);
    }

    private Viewer viewer(String account) {
        return Objects.requireNonNull(accounts.viewer(account).block(LONG));
    }

    @Test
    @Order(1)
    void whoAsksSaysByChoiceWhomTheyWouldLikeToTalkTo() {
        String question =
                stranger.post("/enquiries/new", "interest", "fostering").location();
        String name = stranger.post(question, "question", "Fennimore asks").location();
        String contact = stranger.post(name, "name", "Fennimore").location();
        String next = stranger.post(contact, "phone", "01632 960123").location();
        String carer = stranger.post(next, "wanted", "home-visit").location();
        assertThat(carer).endsWith("/carer");
        String like = stranger.post(carer, "carer", "yes").location();
        assertThat(like).endsWith("/like");
        assertThat(stranger.post(like, "language", "x".repeat(50)).status()).isEqualTo(422);
        String source = stranger.post(
                        like, "household", "couple", "language", "Gujarati", "background", "a Hindu family")
                .location();
        String check = stranger.post(source, "source", "friend").location();
        assertThat(stranger.get(check).body()).contains("Gujarati", "a Hindu family");
        clock.forward(Duration.ofMinutes(1));
        mine = stranger.post(check).location();
        String path = mine.substring("/enquiries/mine/".length());
        String id = path.substring(0, path.indexOf('~'));
        desk = "/enquiries/desk/" + id;
        match = "/enquiries/matches/" + id;
    }

    @Test
    @Order(2)
    void theDeskSeesReasonsForAndAgainstAndDecides() {
        assertThat(joanne.post(desk + "/match", "ambassador", "sunita").status())
                .as("nobody has answered yet")
                .isEqualTo(409);
        assertThat(joanne.post(desk + "/move", "to", "proposed").status())
                .as("that is no word of the desk")
                .isEqualTo(409);
        joanne.post(desk + "/move", "to", "acknowledged");
        Page candidates = joanne.get(desk + "/match");
        assertThat(candidates.body())
                .contains(
                        Words.of("enquiries.for.language", "Gujarati"),
                        Words.of("enquiries.against.language", "Gujarati"),
                        Words.of("enquiries.against.household"));
        assertThat(candidates.body().indexOf("Sunita"))
                .isLessThan(candidates.body().indexOf("Grace"));
        assertThat(joanne.post(desk + "/match", "ambassador", "grace").location())
                .isEqualTo(desk);
        assertThat(joanne.post(desk + "/match", "ambassador", "sunita").status())
                .as("somebody is asked already")
                .isEqualTo(409);
        assertThat(joanne.post(desk + "/unmatch").location()).isEqualTo(desk);
        assertThat(grace.get(match).status()).isEqualTo(404);
        assertThat(joanne.post(desk + "/match", "ambassador", "sunita").location())
                .isEqualTo(desk);
    }

    @Test
    @Order(3)
    void beforeHerYesSheKnowsWhatSheNeedsAndNotWhoItIs() {
        await().untilAsserted(
                        () -> assertThat(sunita.get(TOLD).body()).contains(Words.of("enquiries.proposed.notice.say")));
        assertThat(sunita.get(match).body())
                .contains("Gujarati", "a Hindu family", Words.of("enquiries.wanted.home-visit"))
                .contains(Words.of("enquiries.why.language", "Gujarati"), Words.of("enquiries.why.household"))
                .doesNotContain("Fennimore", "01632 960123");
        assertThat(sunita.get("/enquiries/matches").body()).doesNotContain("Fennimore");
        assertThat(grace.get(match).status()).isEqualTo(404);
        assertThat(sunita.get(desk).status()).isEqualTo(404);
        assertThat(sunita.post(match + "/contacts", "day", "1 May 2026", "kind", "call")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(4)
    void aProposalThatNobodyAnswersRemindsAndFallsBackToTheDesk() {
        clock.forward(Duration.ofDays(3));
        await().untilAsserted(() ->
                assertThat(sunita.get(TOLD).body()).contains(Words.of("enquiries.unanswered.notice.say")));
        clock.forward(Duration.ofDays(3));
        await().untilAsserted(() -> assertThat(sunita.get(match).status()).isEqualTo(404));
        await().untilAsserted(
                        () -> assertThat(joanne.get(TOLD).body()).contains(Words.of("enquiries.unmatched.notice.say")));
        assertThat(joanne.get(desk + "/match").body()).contains(Words.of("enquiries.against.no-answer"));
        assertThat(taken("sunita")).isZero();
        assertThat(stranger.get(mine).body()).doesNotContain("Sunita");
    }

    private int taken(String ambassador) {
        return Objects.requireNonNull(ambassadors.own(viewer(ambassador)).block(LONG))
                .taken();
    }

    @Test
    @Order(5)
    void withHerYesSheHasTheirDetailsAndTheyHearOfHer() {
        joanne.post(desk + "/match", "ambassador", "sunita");
        assertThat(taken("sunita")).isEqualTo(1);
        assertThat(sunita.post(match + "/accept").location()).isEqualTo(match);
        assertThat(sunita.post(match + "/accept").location())
                .as("twice is once")
                .isEqualTo(match);
        assertThat(sunita.get(match).body()).contains("Fennimore", "01632 960123", "Fennimore asks");
        assertThat(stranger.get(mine).body()).contains(Words.of("enquiries.mine.carer.named", "Sunita"));
        await().untilAsserted(
                        () -> assertThat(joanne.get(TOLD).body()).contains(Words.of("enquiries.matched.notice.say")));
        assertThat(taken("sunita")).isEqualTo(1);
    }

    @Test
    @Order(6)
    void sheNotesDayAndKindAndTheFirstTimeItIsContacted() {
        assertThat(sunita.post(match + "/contacts", "day", "1 January 2031", "kind", "call")
                        .body())
                .contains(Words.of("enquiries.contact.day.future"));
        String key = "c".repeat(12);
        for (int tap = 0; tap < 2; tap++) {
            assertThat(sunita.post(match + "/contacts", "day", "1 May 2026", "kind", "call", "formKey", key)
                            .status())
                    .isEqualTo(303);
        }
        assertThat(enquiry().talk().contacts()).hasSize(1);
        assertThat(enquiry().state()).isEqualTo(Enquiry.State.CONTACTED);
        assertThat(joanne.get(desk).body()).contains("1 May 2026");
    }

    private Enquiry enquiry() {
        return Objects.requireNonNull(
                store.byId(desk.substring("/enquiries/desk/".length())).block(LONG));
    }

    @Test
    @Order(7)
    void sheIsAskedWhetherSheComesAlong() {
        String day =
                Times.inFull(LocalDate.ofInstant(clock.instant(), Times.LONDON).plusDays(9));
        joanne.post(desk + "/visit", "date", day, "time", "3pm", "where", "At home", "attends", "true");
        await().untilAsserted(() ->
                assertThat(sunita.get(TOLD).body()).contains(Words.of("enquiries.visit-booked.notice.say")));
        assertThat(sunita.post(match + "/visit", "comes", "yes").location()).isEqualTo(match);
        await().untilAsserted(
                        () -> assertThat(joanne.get(TOLD).body()).contains(Words.of("enquiries.attends.notice.say")));
        assertThat(enquiry().visit())
                .isNotNull()
                .extracting(Enquiry.Visit::attends)
                .isEqualTo(Enquiry.Attends.COMES);
    }

    @Test
    @Order(8)
    void whoCannotGoOnHandsBackAndWithTheEndAllIsFree() {
        assertThat(sunita.post(match + "/decline").location()).isEqualTo("/enquiries/matches");
        assertThat(sunita.get(match).status()).isEqualTo(404);
        assertThat(enquiry().state()).isEqualTo(Enquiry.State.VISIT_BOOKED);
        assertThat(enquiry().visit())
                .isNotNull()
                .extracting(Enquiry.Visit::attends)
                .isEqualTo(Enquiry.Attends.NO);
        assertThat(taken("sunita")).isZero();
        String other = answered();
        matches.propose(other, "grace", viewer("joanne")).block(LONG);
        matches.accept(other, viewer("grace")).block(LONG);
        assertThat(taken("grace")).isEqualTo(1);
        enquiries.move(other, Enquiry.State.NOT_PROCEEDING, viewer("joanne")).block(LONG);
        assertThat(taken("grace")).isZero();
        assertThat(grace.get("/enquiries/matches/" + other).status()).isEqualTo(404);
        await().untilAsserted(
                        () -> assertThat(grace.get(TOLD).body()).contains(Words.of("enquiries.talk-ended.notice.say")));
    }

    private String answered() {
        return answered(Ids.next());
    }

    private String answered(String id) {
        Instant now = clock.instant();
        store.insert(Enquiry.receive(
                                id,
                                id.substring(0, 8),
                                new Enquiry.Person("Somebody", "01632 960001", ""),
                                new Asked(
                                        Asked.Interest.NOT_SURE,
                                        "",
                                        Asked.Wanted.CALL,
                                        Asked.Source.OTHER,
                                        Asked.Wishes.NONE),
                                now)
                        .to(Enquiry.State.ACKNOWLEDGED, now))
                .block(LONG);
        return id;
    }

    @Test
    @Order(8)
    void whatWasStoredBeforeThereWereAmbassadorsGoesOn() {
        String id = answered();
        mongo.updateFirst(
                        Query.query(Criteria.where("_id").is(id)),
                        new Update().unset("talk").unset("asked.wishes"),
                        "enquiries")
                .block(LONG);
        assertThat(joanne.get("/enquiries/desk/" + id).body()).contains(Words.of("enquiries.talk.unwanted"));
        assertThat(joanne.post("/enquiries/desk/" + id + "/match", "ambassador", "grace")
                        .status())
                .isEqualTo(303);
        assertThat(joanne.post("/enquiries/desk/" + id + "/unmatch").status()).isEqualTo(303);
    }

    @Test
    @Order(9)
    void nobodyHasMorePeopleThanPlacesHoweverManyDecideAtOnce() {
        Account gwen = people.carer("Gwen");
        ambassador(gwen, Household.SINGLE, "", "", 3);
        Viewer officer = viewer("joanne");
        List<String> waiting = IntStream.range(0, 100).mapToObj(i -> answered()).toList();
        List<String> proposed = Objects.requireNonNull(Flux.fromIterable(waiting)
                .flatMap(
                        id -> matches.propose(id, gwen.id(), officer)
                                .map(Enquiry::id)
                                .onErrorResume(refused -> Mono.empty()),
                        100)
                .collectList()
                .block(LONG));
        assertThat(proposed).hasSize(3);
        Viewer ambassador = viewer(gwen.id());
        Flux.range(0, 90)
                .flatMap(
                        i -> matches.accept(proposed.get(i % 3), ambassador)
                                .then()
                                .onErrorResume(refused -> Mono.empty()),
                        90)
                .then()
                .block(LONG);
        assertThat(matches.own(ambassador)
                        .filter(Matches.Match::accepted)
                        .count()
                        .block(LONG))
                .isEqualTo(3);
        assertThat(taken(gwen.id())).isEqualTo(3);
        Set<String> over = Set.copyOf(proposed);
        Flux.fromIterable(over)
                .flatMap(id -> Mono.firstWithSignal(
                        matches.decline(id, ambassador).then(),
                        enquiries
                                .move(id, Enquiry.State.NOT_PROCEEDING, officer)
                                .then()))
                .then()
                .block(LONG);
        await().untilAsserted(() -> assertThat(taken(gwen.id())).isZero());
    }

    @Test
    @Order(10)
    void whenAnAmbassadorEndsHerPeopleAreTheDesksAgain() {
        String id = answered();
        matches.propose(id, "sunita", viewer("joanne")).block(LONG);
        matches.accept(id, viewer("sunita")).block(LONG);
        sunita.post("/ambassadors/profile/end", "sure", "yes");
        await().untilAsserted(
                        () -> assertThat(Objects.requireNonNull(store.byId(id).block(LONG))
                                        .talk()
                                        .ambassador())
                                .isNull());
        assertThat(Objects.requireNonNull(store.byId(id).block(LONG)).state()).isEqualTo(Enquiry.State.ACKNOWLEDGED);
        assertThat(sunita.get("/enquiries/matches").status()).isEqualTo(404);
    }

    @Test
    @Order(11)
    void theFiguresShowNothingOfFewAndStandStill() {
        assertThat(sunita.get("/enquiries/figures").status()).isEqualTo(404);
        Instant before = clock.instant().minus(Duration.ofDays(60));
        for (int i = 0; i < 7; i++) {
            past(before, Asked.Source.EVENT, i < 6 ? Enquiry.State.REGISTERED : Enquiry.State.WITHDRAWN);
        }
        String csv = joanne.get("/enquiries/figures.csv").body();
        String event = csv.lines()
                .filter(line -> line.startsWith("\"" + Words.of("enquiries.source.event")))
                .findFirst()
                .orElseThrow();
        assertThat(event).contains("\"7\"").doesNotContain("\"1\"").contains(Words.of("parts.figures.withheld"));
        assertThat(csv).contains("\"" + Words.of("enquiries.figures.step.registered") + "\",\"4\"");
        assertThat(joanne.get("/enquiries/figures").body()).contains(Words.of("enquiries.figures.days"));
        answered();
        assertThat(joanne.get("/enquiries/figures.csv").body())
                .as("what comes in this month is not counted yet")
                .isEqualTo(csv);
    }

    private void past(Instant came, Asked.Source source, Enquiry.State end) {
        String id = Ids.next();
        Enquiry received = Enquiry.receive(
                id,
                id.substring(0, 8),
                new Enquiry.Person("Past", "01632 960002", ""),
                new Asked(Asked.Interest.FOSTERING, "", Asked.Wanted.CALL, source, Asked.Wishes.NONE),
                came);
        Enquiry ended = end == Enquiry.State.REGISTERED
                ? received.to(Enquiry.State.CONTACTED, came.plus(Duration.ofDays(2)))
                        .to(end, came.plus(Duration.ofDays(4)))
                : received.to(end, came.plus(Duration.ofDays(3)));
        store.insert(ended.erased()).block(LONG);
    }
}
