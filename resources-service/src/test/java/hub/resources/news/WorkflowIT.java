package hub.resources.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.platform.identity.Role;
import hub.platform.tellings.Telling;
import hub.platform.time.Times;
import hub.resources.Desk;
import hub.resources.ResourcesIT;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.TestPropertySource;

/** From a draft to what readers see, by way of a second person and of the clock. Best practice must be reviewed here; news need not. */
@ResourcesIT
@TestPropertySource(properties = "hearth.publishing.review=best-practice")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkflowIT {
    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    TestClock clock;

    @Autowired
    ReactiveMongoTemplate mongo;

    Session helen;
    Session priya;
    Session amina;
    Desk desk;

    @BeforeAll
    void peopleOfTheService() {
        helen = browsing.as(people.with("Helen Marsh", Role.STAFF_EDITOR));
        priya = browsing.as(people.with("Priya Nair", Role.STAFF_EDITOR));
        amina = browsing.as(people.carer("Amina"));
        desk = new Desk(helen);
    }

    @Test
    void whatIsScheduledAppearsAtItsMinuteAndGoesAtItsEnd() {
        ZonedDateTime now = clock.instant().atZone(Times.LONDON);
        LocalDate tomorrow = now.toLocalDate().plusDays(1);
        Page sent = desk.send(
                "news",
                "publish",
                Desk.and(
                        Desk.fields("news", "public", "Out at nine"),
                        "publishOn",
                        tomorrow.toString(),
                        "publishAt",
                        "9am",
                        "goesOn",
                        tomorrow.toString(),
                        "goesAt",
                        "5.30pm"));
        assertThat(sent.location()).endsWith("/review?done=scheduled");
        String review = sent.location().replaceFirst("[?].*", "");
        assertThat(helen.get(sent.location()).body())
                .contains(Words.of("publishing.done.scheduled"))
                .contains(Words.of("news.review.appears", Times.inFull(tomorrow) + ", 9am"))
                .contains(Words.of("news.review.goes", Times.inFull(tomorrow) + ", 5.30pm"));
        assertThat(helen.get("/news/desk?state=scheduled").body()).contains(">Out at nine</a>");
        assertNobodyReads("Out at nine");

        Duration toNine = Duration.between(now, tomorrow.atTime(9, 0).atZone(Times.LONDON));
        clock.forward(toNine.minusMinutes(1));
        assertNobodyReads("Out at nine");
        clock.forward(Duration.ofMinutes(1).plusSeconds(1));
        Session stranger = browsing.signedOut();
        await().untilAsserted(() -> assertThat(stranger.get("/news").body()).contains(">Out at nine</a>"));
        assertThat(stranger.get("/news/feed.atom").body()).contains("Out at nine");
        assertThat(amina.get("/news/latest").body()).contains("Out at nine");
        assertThat(stranger.get("/news/" + Desk.id(review)).location()).endsWith("/out-at-nine");
        assertThat(stranger.get("/news/" + Desk.id(review) + "/out-at-nine").body())
                .contains("og:title");

        clock.forwardTo(LocalTime.of(17, 30));
        await().untilAsserted(() -> assertNobodyReads("Out at nine"));
        assertThat(helen.get("/news/desk?state=archived").body()).contains(">Out at nine</a>");

        assertThat(helen.post("/news/" + Desk.id(review) + "/bring-back").location())
                .isEqualTo("/news/desk?state=published&done=brought-back");
        assertThat(stranger.get("/news").body()).contains(">Out at nine</a>");
        helen.post("/news/" + Desk.id(review) + "/archive");
    }

    private void assertNobodyReads(String title) {
        assertThat(amina.get("/news").body()).doesNotContain(title);
        assertThat(amina.get("/news/latest").body()).doesNotContain(title);
        assertThat(browsing.signedOut().get("/news/feed.atom").body()).doesNotContain(title);
    }

    @Test
    void whatWaitsForItsMomentCanBeTakenBack() {
        LocalDate later = clock.instant().atZone(Times.LONDON).toLocalDate().plusDays(40);
        Page sent = desk.send(
                "news",
                "publish",
                Desk.and(
                        Desk.fields("news", "carers", "Not yet after all"),
                        "publishOn",
                        later.toString(),
                        "publishAt",
                        "noon"));
        String id = Desk.id(sent.location());
        Page review = helen.get("/news/" + id + "/review");
        Page back = helen.post("/news/" + id + "/take-back", "version", Desk.version(review));
        assertThat(back.location()).isEqualTo("/news/" + id + "/edit?done=taken-back");
        assertThat(helen.get(back.location()).body())
                .contains(Words.of("publishing.done.taken-back"), "value=\"" + Times.inFull(later) + "\"");
        assertThat(helen.post("/news/" + id + "/take-back", "version", Desk.version(review))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aTimeThatTheClocksPassOverIsExplainedBesideItsField() {
        LocalDate clocksGoForward =
                LocalDate.of(2097, Month.MARCH, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
        Page sent = desk.send(
                "news",
                "publish",
                Desk.and(
                        Desk.fields("news", "carers", "At half past one"),
                        "publishOn",
                        clocksGoForward.toString(),
                        "publishAt",
                        "1.30am",
                        "goesAt",
                        "5pm"));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body())
                .contains("href=\"#publishAt\">"
                        + Words.of("calendar.noSuchTime", "1.30am", Times.inFull(clocksGoForward), "1am"))
                .contains("href=\"#goesOn\">" + Words.of("news.goesOn.missing"))
                .contains("value=\"At half past one\"");
    }

    @Test
    void nothingIsPlannedForYesterdayOrToGoBeforeItComes() {
        String yesterday =
                clock.instant().atZone(Times.LONDON).toLocalDate().minusDays(1).toString();
        String[] fields = Desk.fields("news", "carers", "Too late");
        assertThat(desk.send("news", "publish", Desk.and(fields, "publishOn", yesterday, "publishAt", "9am"))
                        .body())
                .contains("href=\"#publishOn\">" + Words.of("news.publishOn.over"));
        assertThat(desk.send(
                                "news",
                                "publish",
                                Desk.and(
                                        fields,
                                        "publishOn",
                                        "2097-05-05",
                                        "publishAt",
                                        "9am",
                                        "goesOn",
                                        "2097-05-04",
                                        "goesAt",
                                        "9am"))
                        .body())
                .contains("href=\"#goesOn\">" + Words.of("news.goesOn.early"));
    }

    @Test
    void aSecondPersonLooksBeforeReadersDo() {
        Page sent = desk.send("best-practice", "publish", Desk.fields("best-practice", "carers", "Seen by two"));
        assertThat(sent.location()).endsWith("/review?done=submitted");
        String id = Desk.id(sent.location());
        assertThat(amina.get("/news").body()).doesNotContain("Seen by two");
        assertThat(told(id)).containsExactly("tellings.publishing.waits to priya-nair");
        Page own = helen.get(sent.location());
        assertThat(own.body()).contains(Words.of("news.review.mine")).doesNotContain(Words.of("news.review.approve"));
        assertThat(helen.post("/news/" + id + "/approve", "version", Desk.version(own)))
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.body()).contains(Words.of("publishing.ownText"));
                });
        assertThat(helen.get("/news/" + id + "/edit").location()).isEqualTo("/news/" + id + "/review");

        Page seen = priya.get("/news/" + id + "/review");
        assertThat(seen.body())
                .contains(Words.of("news.review.asked", "Helen Marsh"), Words.of("publishing.readers.carers"));
        String[] sendBack = {
            "words", "Please say where to park.", "version", Desk.version(seen), "formKey", seen.formKey()
        };
        assertThat(priya.post("/news/" + id + "/send-back", "words", "", "version", Desk.version(seen))
                        .body())
                .contains("href=\"#words\">" + Words.of("news.review.words.missing"));
        assertThat(priya.post("/news/" + id + "/send-back", sendBack).location())
                .isEqualTo("/news/desk?state=in-review&done=sent-back");
        assertThat(priya.post("/news/" + id + "/send-back", sendBack).status())
                .as("the second tap")
                .isEqualTo(303);
        assertThat(told(id)).containsExactly("tellings.publishing.sentBack to helen-marsh");
        assertThat(helen.get("/news/desk").body()).contains(Words.of("news.desk.sentBack"));

        Page form = helen.get("/news/" + id + "/edit");
        assertThat(form.body()).contains("Please say where to park.", Words.of("news.edit.sentBack", "Priya Nair"));
        helen.post("/news/" + id + "/edit", all(form, "best-practice", "Seen by two", "publish"));
        Page again = priya.get("/news/" + id + "/review");
        Page approved = priya.post("/news/" + id + "/approve", "version", Desk.version(again));
        assertThat(approved.location()).endsWith("/seen-by-two?done=approved");
        assertThat(amina.get("/news").body()).contains(">Seen by two</a>");
        assertThat(told(id)).containsExactly("tellings.publishing.approved to helen-marsh");
        assertThat(audited(id))
                .contains(
                        "publishing.submit helen-marsh",
                        "publishing.sendBack priya-nair",
                        "publishing.approve priya-nair");
    }

    @Test
    void aCorrectionOfWhatIsReviewedIsReviewedToo() {
        String id = published("The old words");
        Page form = helen.get("/news/" + id + "/edit");
        Page sent = helen.post(
                "/news/" + id + "/edit",
                Desk.and(all(form, "best-practice", "The new words", "correct"), "what", "Other words."));
        assertThat(sent.location()).endsWith("/review?done=proposed");
        assertThat(amina.get("/news").body()).contains(">The old words</a>").doesNotContain("The new words");
        assertThat(helen.get("/news/desk?state=in-review").body()).contains(">The old words</a>");
        Page seen = priya.get("/news/" + id + "/review");
        assertThat(seen.body())
                .contains(Words.of("news.review.correction"), "Other words.")
                .containsPattern("<ins>.*?new .*?</ins>");
        priya.post("/news/" + id + "/approve", "version", Desk.version(seen));
        assertThat(amina.get("/news").body()).contains(">The new words</a>", "Other words.");
    }

    @Test
    void whoApprovesSeesWhenItGoesAndWhoIsAskedToReadIt() {
        String id = published("Here for long");
        LocalDate later = clock.instant().atZone(Times.LONDON).toLocalDate().plusDays(40);
        Page form = helen.get("/news/" + id + "/edit");
        helen.post(
                "/news/" + id + "/edit",
                Desk.and(
                        all(form, "best-practice", "Here for a while", "correct"),
                        "what",
                        "Its title.",
                        "mustRead",
                        "true",
                        "goesOn",
                        later.toString(),
                        "goesAt",
                        "9am"));
        assertThat(priya.get("/news/" + id + "/review").body())
                .contains(Words.of("news.review.mustRead"))
                .contains(Words.of("news.review.goes", Times.inFull(later) + ", 9am"));
    }

    @Test
    void whoApprovesSeesTheFactsOfEachKind() {
        assertThat(reviewed("training-notice"))
                .contains("4 December 2096", "Larkhill Family Hub", "Ring 01632 960180", "<strong>")
                .contains(Words.of("news.form.standards"), "2.5");
        assertThat(reviewed(
                        "guide",
                        "topics",
                        "school",
                        "standards",
                        "2",
                        "owner",
                        "Fostering support team",
                        "reviewBy",
                        "2099-01-01"))
                .contains("Fostering support team", Times.inFull(LocalDate.of(2099, Month.JANUARY, 1)))
                .contains(Words.of("news.form.topics"));
        assertThat(reviewed("campaign", "from", "2096-10-05", "to", "2096-10-11", "pages", "/library/kinship-money"))
                .contains(Times.inFull(LocalDate.of(2096, Month.OCTOBER, 11)), "/library/kinship-money");
    }

    /** What a second person sees. */
    private String reviewed(String kind, String... particulars) {
        Page sent = desk.send(kind, "review", Desk.and(Desk.fields(kind, "carers", "Facts of a " + kind), particulars));
        assertThat(sent.location()).as(sent.body()).endsWith("/review?done=submitted");
        return priya.get("/news/" + Desk.id(sent.location()) + "/review").body();
    }

    @Test
    void aCorrectionThatWaitsWhenItsTextGoesWaitsForNobodyAndComesBackWithIt() {
        LocalDate tomorrow = clock.instant().atZone(Times.LONDON).toLocalDate().plusDays(1);
        Page sent = desk.send(
                "best-practice",
                "review",
                Desk.and(
                        Desk.fields("best-practice", "carers", "Gone tomorrow"),
                        "goesOn",
                        tomorrow.toString(),
                        "goesAt",
                        "9am"));
        String id = Desk.id(sent.location());
        priya.post("/news/" + id + "/approve", "version", Desk.version(priya.get("/news/" + id + "/review")));
        Page form = helen.get("/news/" + id + "/edit");
        helen.post(
                "/news/" + id + "/edit",
                Desk.and(all(form, "best-practice", "Here to stay", "correct"), "what", "Its title."));
        assertThat(told(id)).containsExactly("tellings.publishing.waits to priya-nair");
        assertThat(priya.get("/news/" + id + "/review").body()).contains(Words.of("news.review.stays"));

        clock.forward(Duration.between(
                clock.instant(), tomorrow.atTime(9, 0).atZone(Times.LONDON).plusSeconds(1)));
        await().untilAsserted(() -> assertThat(told(id)).isEmpty());
        helen.post("/news/" + id + "/bring-back");
        assertThat(amina.get("/news").body()).contains(">Gone tomorrow</a>");
        assertThat(helen.get("/news/" + id + "/edit").body())
                .contains("value=\"Here to stay\"", Words.of("news.edit.unseen"));
    }

    @Test
    void whatWasSavedAsADraftIsPublishedByTheSameFormFromThePageGoneBackTo() {
        Page blank = helen.get("/news/new?kind=news");
        String[] begun = Desk.and(Desk.fields("news", "public", "Saved and then out"), "formKey", blank.formKey());
        String edit = helen.post("/news/new?kind=news", Desk.and(begun, "act", "save"))
                .location()
                .replaceFirst("[?].*", "");
        assertThat(helen.post("/news/new?kind=news", Desk.and(begun, "act", "publish"))
                        .location())
                .isEqualTo(edit.replace("/edit", "/saved-and-then-out?done=published"));

        String draft = desk.drafts("news", "public", "Another to come");
        Page form = helen.get(draft);
        helen.post(draft, all(form, "news", "Another came", "save"));
        assertThat(helen.post(draft, all(form, "news", "Another came", "publish"))
                        .location())
                .isEqualTo(draft.replace("/edit", "/another-came?done=published"));
        assertThat(amina.get("/news").body()).contains(">Saved and then out</a>", ">Another came</a>");
    }

    @Test
    void whoWillReadItIsConfirmedBeforeMorePeopleDo() {
        String path = desk.publishes("news", "staff", "For few at first");
        String edit = "/news/" + Desk.id(path) + "/edit";
        Page form = helen.get(edit);
        assertThat(form.body()).doesNotContain("name=\"widen\"");
        String[] wider = Desk.and(
                Desk.fields("news", "carers", "For few at first"),
                "version",
                Desk.version(form),
                "formKey",
                form.formKey(),
                "act",
                "correct");
        Page asked = helen.post(edit, wider);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("href=\"#widen\">", Words.of("news.widen.carers"));
        assertThat(amina.get(path).status()).isEqualTo(404);
        assertThat(helen.post(edit, Desk.and(wider, "widen", "public")).status())
                .as("a tick for other people")
                .isEqualTo(422);
        assertThat(helen.post(edit, Desk.and(wider, "widen", "carers")).status())
                .isEqualTo(303);
        assertThat(amina.get(path).body())
                .contains("<h1>For few at first</h1>")
                .doesNotContain(Words.partOf("publishing.updated"));
    }

    @Test
    void versionsShowWhatChangedAndCanBeGoneBackTo() {
        String path = desk.publishes("news", "carers", "The first title");
        String id = Desk.id(path);
        Page form = helen.get("/news/" + id + "/edit");
        helen.post(
                "/news/" + id + "/edit",
                Desk.and(all(form, "news", "The second title", "correct"), "what", "The title."));
        String versions = helen.get("/news/" + id + "/versions").body();
        assertThat(versions).contains("/versions/0\"", "/versions/1\"", "The title.");
        Page second = helen.get("/news/" + id + "/versions/1");
        assertThat(second.body())
                .containsPattern("<del>.*?first .*?</del>")
                .containsPattern("<ins>.*?second .*?</ins>");
        assertThat(helen.get("/news/" + id + "/versions/7").status()).isEqualTo(404);

        Page restored = helen.get("/news/" + id + "/edit?from=0");
        assertThat(restored.body()).contains("value=\"The first title\"", Words.of("news.edit.restored", 1));
        assertThat(amina.get("/news/" + id).location()).endsWith("/the-second-title");
        assertThat(amina.get("/news/" + id + "/versions").status()).isEqualTo(404);
    }

    @Test
    void theSecondToSaveSeesBothTextsAndWhatDiffers() {
        String edit = desk.drafts("news", "carers", "Written by two");
        Page byHelen = helen.get(edit);
        Page byPriya = priya.get(edit);
        priya.post(edit, all(byPriya, "news", "Priya wrote this", "save"));
        Page late = helen.post(edit, all(byHelen, "news", "Helen wrote this", "save"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains(Words.of("news.meanwhile.changes"), "value=\"Helen wrote this\"")
                .containsPattern("<del>.*?Priya .*?</del>")
                .containsPattern("<ins>.*?Helen .*?</ins>");
        helen.post(edit, all(late, "news", "Helen wrote this", "save"));
        assertThat(helen.get(edit.replace("/edit", "/versions")).body())
                .contains("Priya wrote this", "Helen wrote this");
    }

    /** @return its id */
    private String published(String title) {
        Page sent = desk.send("best-practice", "review", Desk.fields("best-practice", "carers", title));
        String id = Desk.id(sent.location());
        Page seen = priya.get("/news/" + id + "/review");
        assertThat(priya.post("/news/" + id + "/approve", "version", Desk.version(seen))
                        .status())
                .isEqualTo(303);
        return id;
    }

    private static String[] all(Page form, String kind, String title, String act) {
        return Desk.and(
                Desk.fields(kind, "carers", title),
                "version",
                Desk.version(form),
                "formKey",
                form.formKey(),
                "act",
                act);
    }

    private List<String> told(String id) {
        return Objects.requireNonNull(mongo.find(new Query().comment("test"), Telling.class, "tellings")
                .filter(telling -> telling.subject().equals("review-publication-" + id))
                .map(telling -> telling.key() + " to " + String.join(", ", telling.accounts()))
                .collectList()
                .block(Duration.ofSeconds(20)));
    }

    private List<String> audited(String id) {
        return Objects.requireNonNull(mongo.find(new Query().comment("test"), org.bson.Document.class, "audit_log")
                .filter(entry -> id.equals(entry.getString("subject")))
                .map(entry -> entry.getString("act") + " " + entry.getString("actor"))
                .collectList()
                .block(Duration.ofSeconds(20)));
    }
}
