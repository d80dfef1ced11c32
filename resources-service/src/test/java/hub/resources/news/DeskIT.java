package hub.resources.news;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.due.DueWork;
import hub.platform.identity.Role;
import hub.resources.Desk;
import hub.resources.ResourcesIT;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import hub.testkit.Words;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Writing, from the form to what readers see. */
@ResourcesIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskIT {
    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    DueWork due;

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
    void anEditorPublishesAndACarerReads() {
        Page sent = desk.send(
                "news",
                "publish",
                "title",
                "Coffee mornings at the family hub",
                "summary",
                "Drop in.",
                "audience",
                "carers",
                "text",
                "There is **tea**. <script>alert(1)</script>\n\n## Getting there\n\nBy bus.");
        assertThat(helen.get(sent.location()).body())
                .contains(Words.of("publishing.done.published"), Words.of("publishing.edit"));
        Page item = amina.get(sent.location());
        assertThat(item.body())
                .contains(
                        "<h1>Coffee mornings at the family hub</h1>", "<strong>tea</strong>", "<h2>Getting there</h2>")
                .contains(Words.of("news.by", "Helen Marsh"), Words.of("publishing.readers.carers"))
                .doesNotContain(Words.of("publishing.done.published"), Words.of("publishing.edit"), "<script");
        assertThat(amina.get("/news").body()).contains(">Coffee mornings at the family hub</a>");
    }

    @Test
    void aDraftIsKeptAndPublishedLater() {
        Page saved = desk.send("news", "save", "title", "Half an idea", "audience", "carers");
        assertThat(saved.location()).endsWith("/edit?done=saved");
        Page form = helen.get(saved.location());
        assertThat(form.body()).contains(Words.of("publishing.done.saved"), "value=\"Half an idea\"");
        assertThat(helen.get("/news/desk").body())
                .contains(">Half an idea</a>", Words.of("news.desk.changed", "Helen Marsh"));
        assertThat(amina.get("/news").body()).doesNotContain("Half an idea");

        String edit = saved.location().replace("?done=saved", "");
        Page published = helen.post(edit, all(form, "news", "carers", "A whole idea", "publish"));
        assertThat(amina.get(published.location()).body()).contains("<h1>A whole idea</h1>");
        assertThat(helen.get("/news/desk").body()).doesNotContain("whole idea");
        assertThat(helen.get("/news/desk?state=published").body()).contains(">A whole idea</a>");
    }

    @Test
    void aSecondTapStoresOnce() {
        Page form = helen.get("/news/new?kind=news");
        String[] fields =
                Desk.and(Desk.fields("news", "carers", "Tapped twice"), "formKey", form.formKey(), "act", "publish");
        Page first = helen.post("/news/new?kind=news", fields);
        Page second = helen.post("/news/new?kind=news", fields);
        assertThat(second.location()).isEqualTo(first.location()).contains("/news/");
        assertThat(amina.get("/news").body().split(">Tapped twice</a>", -1)).hasSize(2);
    }

    @Test
    void twoTapsAtOnceStoreOnce() throws Exception {
        Page form = helen.get("/news/new?kind=news");
        String[] fields =
                Desk.and(Desk.fields("news", "carers", "Tapped at once"), "formKey", form.formKey(), "act", "publish");
        Callable<Page> tap = () -> helen.post("/news/new?kind=news", fields);
        try (var hands = Executors.newFixedThreadPool(4)) {
            List<String> landed = hands.invokeAll(List.of(tap, tap, tap, tap)).stream()
                    .map(answer -> answer.resultNow().location())
                    .distinct()
                    .toList();
            assertThat(landed).hasSize(1);
        }
        assertThat(amina.get("/news").body().split(">Tapped at once</a>", -1)).hasSize(2);
    }

    @Test
    void otherWordsFromAPageGoneBackToAreNotLost() {
        Page form = helen.get("/news/new?kind=news");
        String[] key = {"formKey", form.formKey(), "act", "save"};
        helen.post("/news/new?kind=news", Desk.and(Desk.fields("news", "carers", "First words"), key));
        Page again = helen.post("/news/new?kind=news", Desk.and(Desk.fields("news", "carers", "Second words"), key));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("First words", "value=\"Second words\"", "/edit\"");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        Page sent = desk.send(
                "training-notice",
                "publish",
                "title",
                "Ab",
                "summary",
                "",
                "text",
                "My long text that must not be lost",
                "venue",
                "Larkhill Family Hub",
                "date",
                "2036-12-02",
                "starts",
                "12:30",
                "ends",
                "10:00",
                "places",
                "lots",
                "hours",
                "2.3",
                "standards",
                "6",
                "mustRead",
                "true");
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body())
                .contains("<title>" + Words.partOf("parts.title.error") + Words.of("news.edit.training-notice.new")
                        + " – Hearth</title>")
                .contains("href=\"#title\">" + Words.of("news.title.short") + "</a>")
                .contains(
                        "href=\"#summary\">" + Words.of("news.summary.missing") + "</a>",
                        "href=\"#audience\">" + Words.of("news.audience.missing") + "</a>")
                .contains(
                        "href=\"#ends\">" + Words.of("news.ends.early") + "</a>",
                        "href=\"#book\">" + Words.of("news.book.missing") + "</a>")
                .contains("href=\"#places\">" + Words.of("news.places.wrong", 1000) + "</a>")
                .contains("href=\"#hours\">Enter the hours in quarters")
                .contains(
                        "value=\"Ab\"",
                        "My long text that must not be lost</textarea>",
                        "value=\"Larkhill Family Hub\"")
                .contains("value=\"Tuesday 2 December 2036\"", "value=\"12.30pm\"", "value=\"lots\"", "value=\"2.3\"")
                .containsPattern("value=\"6\"[^>]*checked")
                .containsPattern("id=\"mustRead\"[^>]*checked")
                .contains("name=\"writer\" value=\"helen-marsh\"");
        assertThat(helen.get("/news/desk").body()).doesNotContain(">Ab</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"standards[9999999]", "standards[0]", "title[$ne]", "text[0][1]", "formKey.x", "version[]"})
    void aFieldThatNoFormOfOursHasIsNoFault(String field) {
        assertThat(helen.post("/news/new?kind=training-notice", field, "x").status())
                .isBetween(400, 499);
    }

    @Test
    void lengthsAreCountedAsPeopleCount() {
        String smiles = "\uD83D\uDE00".repeat(150);
        assertThat(desk.send("news", "save", "title", smiles, "audience", "carers")
                        .status())
                .isEqualTo(303);
        Page tooLong = desk.send(
                "news",
                "save",
                "title",
                smiles + "!",
                "summary",
                "x".repeat(301),
                "text",
                "x".repeat(20_001),
                "audience",
                "carers");
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body())
                .contains("href=\"#title\">" + Words.of("news.tooLong", 150) + "</a>")
                .contains("href=\"#summary\">" + Words.of("news.tooLong", 300) + "</a>")
                .contains("href=\"#text\">" + Words.of("news.tooLong", 20_000) + "</a>");
    }

    @Test
    void aPreviewStoresNothing() {
        Page preview = desk.send("news", "preview", "title", "Only a look", "text", "It is **bold**.");
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body())
                .contains(
                        Words.of("parts.composer.preview.title"), "<strong>bold</strong>", "It is **bold**.</textarea>")
                .contains("value=\"Only a look\"");
        assertThat(helen.get("/news/desk").body()).doesNotContain("Only a look");
    }

    @Test
    void aCorrectionIsSaidOnThePageAndInTheList() {
        String path = desk.publishes("news", "carers", "The new room");
        Page form = helen.get("/news/" + Desk.id(path) + "/edit");
        assertThat(form.body()).contains(Words.of("news.form.correct"), "name=\"what\"");

        Page silent = helen.post(
                "/news/" + Desk.id(path) + "/edit", all(form, "news", "carers", "The new room, corrected", "correct"));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body()).contains("href=\"#what\">" + Words.of("news.what.missing") + "</a>");

        Page corrected = helen.post(
                "/news/" + Desk.id(path) + "/edit",
                Desk.and(
                        all(form, "news", "carers", "The new room, corrected", "correct"),
                        "what",
                        "It is on the ground floor."));
        assertThat(corrected.location()).contains("the-new-room-corrected?done=corrected");
        assertThat(amina.get(corrected.location()).body())
                // With the year, once the day of the correction is in the last one.
                .containsPattern("<strong>" + Words.partOf("publishing.updated")
                        + "\\d+ \\w+(?: \\d+)?\\.</strong>\\s*It is on the ground floor\\.");
        assertThat(amina.get("/news").body()).contains("It is on the ground floor.", ">The new room, corrected</a>");
        assertThat(amina.get(path).location()).endsWith("/the-new-room-corrected");
    }

    @Test
    void theSecondOfTwoEditorsSeesTheFirstOnesWordsAndKeepsTheirOwn() {
        String edit = desk.drafts("news", "carers", "Between two");
        Page seenByHelen = helen.get(edit);
        Page seenByPriya = priya.get(edit);
        assertThat(priya.post(edit, all(seenByPriya, "news", "carers", "Title by Priya", "save"))
                        .status())
                .isEqualTo(303);

        Page late = helen.post(edit, all(seenByHelen, "news", "carers", "Title by Helen", "publish"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains(Words.of("news.changedMeanwhile"), Words.of("news.meanwhile.who", "Priya Nair"))
                .contains("Title by Priya", "value=\"Title by Helen\"");

        Page again = helen.post(edit, all(late, "news", "carers", "Title by Helen", "save"));
        assertThat(again.status()).isEqualTo(303);
        assertThat(helen.get(edit).body()).contains("value=\"Title by Helen\"");
    }

    @Test
    void theSecondTapOfACorrectionIsNoConflictWithOneself() {
        String path = desk.publishes("news", "carers", "Corrected twice");
        String edit = "/news/" + Desk.id(path) + "/edit";
        String[] fields = Desk.and(
                all(helen.get(edit), "news", "carers", "Corrected twice over", "correct"), "what", "The title.");
        Page first = helen.post(edit, fields);
        Page second = helen.post(edit, fields);
        assertThat(second.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
    }

    @Test
    void whatIsPutAwayIsAskedAboutFirstAndThenGone() {
        String path = desk.publishes("news", "carers", "Out of date");
        assertThat(helen.get("/news/" + Desk.id(path) + "/archive").body())
                .contains(Words.of("news.archive.title"), "Out of date");
        assertThat(amina.get(path).status()).isEqualTo(200);
        Page done = helen.post("/news/" + Desk.id(path) + "/archive");
        assertThat(helen.get(done.location()).body())
                .contains(Words.of("publishing.done.archived"), ">Out of date</a>");
        assertThat(helen.post("/news/" + Desk.id(path) + "/archive").status()).isEqualTo(303);
        assertThat(amina.get(path).status()).isEqualTo(404);
        assertThat(amina.get("/news").body()).doesNotContain("Out of date");
        assertThat(helen.get("/news/" + Desk.id(path) + "/edit").location()).isEqualTo(path);
        assertThat(helen.post("/news/" + Desk.id(path) + "/bring-back").status())
                .isEqualTo(303);
        assertThat(amina.get(path).status()).isEqualTo(200);
    }

    @Test
    void whatMustBeReadIsAskedForUntilItWasSaid() {
        Page sent = desk.send(
                "news", "publish", Desk.and(Desk.fields("news", "carers", "Numbers to ring"), "mustRead", "true"));
        String path = sent.location().replaceFirst("[?].*", "");
        String read = "/news/" + Desk.id(path) + "/read";
        assertThat(amina.get("/news").body()).contains(Words.of("parts.news.mustRead"));
        assertThat(amina.get(path).body()).contains(Words.of("publishing.read.button") + "</button>");
        assertThat(browsing.signedOut().get(path).body()).doesNotContain(Words.of("publishing.read.button"));
        assertThat(browsing.signedOut().post(read).location()).isEqualTo("/oauth2/authorization/hearth");

        assertThat(amina.post(read).location()).isEqualTo(path + "#read");
        assertThat(amina.post(read).status()).isEqualTo(303);
        assertThat(amina.get(path).body())
                .contains(Words.of("publishing.read.done"))
                .doesNotContain(Words.of("publishing.read.button") + "</button>", "people have said");
        assertThat(helen.get(path).body()).doesNotContain(Words.of("publishing.read.button") + "</button>");
        assertThat(amina.get("/news").body()).doesNotContain(Words.of("parts.news.mustRead"));
        String list = helen.get("/news/" + Desk.id(path) + "/readers").body();
        assertThat(list.indexOf(Words.of("publishing.readers.has"))).isPositive();
        assertThat(list.substring(list.indexOf(Words.of("publishing.readers.has"))))
                .contains("Amina");
        assertThat(amina.get("/news/" + Desk.id(path) + "/readers").status()).isEqualTo(404);
        assertThat(due.of(Desk.id(path)).map(DueWork.Due::kind).collectList().block())
                .containsExactly("publishing.read");
        assertThat(helen.post("/news/" + Desk.id(path) + "/archive").status()).isEqualTo(303);
        assertThat(due.of(Desk.id(path)).collectList().block()).isEmpty();
    }

    @Test
    void nobodyIsAskedToReadWhatIsPublic() {
        Page sent = desk.send(
                "news", "publish", Desk.and(Desk.fields("news", "public", "For all the world"), "mustRead", "true"));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("href=\"#mustRead\">" + Words.of("news.mustRead.public") + "</a>");
    }

    @Test
    void aFormSentAfterTheSessionEndedLeadsToTheSignIn() {
        String edit = desk.drafts("news", "carers", "While I was away");
        assertThat(browsing.signedOut()
                        .post(edit, "text", "My words", "writer", "helen-marsh")
                        .location())
                .isEqualTo("/oauth2/authorization/hearth");
    }

    @Test
    void thePagesOfTheDeskDoNotRepeatOrSkip() {
        for (int i = 0; i < 23; i++) {
            desk.drafts("best-practice", "staff", "Page by page %02d".formatted(i));
        }
        Page first = helen.get("/news/desk");
        String older = first.body().replaceFirst("(?s).*href=\"(/news/desk[^\"]*before=[^\"]*)\".*", "$1");
        Page second = helen.get(older.replace("&amp;", "&"));
        for (int i = 0; i < 23; i++) {
            String title = ">Page by page %02d</a>".formatted(i);
            assertThat(first.body().contains(title) ^ second.body().contains(title))
                    .as(title)
                    .isTrue();
        }
    }

    private static String[] all(Page form, String kind, String audience, String title, String act) {
        return Desk.and(
                Desk.fields(kind, audience, title),
                "version",
                Desk.version(form),
                "formKey",
                form.formKey(),
                "act",
                act);
    }
}
