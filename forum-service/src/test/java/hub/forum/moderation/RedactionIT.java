package hub.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.forms.FormKey;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.KeptWords;
import hub.testkit.People;
import hub.testkit.Stored;
import hub.testkit.Words;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** A moderator takes words out of a post: afterwards they stand nowhere in the database, and the search does not find them. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedactionIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PATH = "/moderation/redact";

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    KeptWords kept;

    @Autowired
    ReactiveMongoTemplate mongo;

    Account writes;
    Account answers;
    Session moderator;
    Group board;

    @BeforeAll
    void aBoard() {
        writes = people.carer("Wanda Writes");
        answers = people.carer("Anselm Answers");
        moderator = browsing.as(people.with("Mo Moderates", Role.MODERATOR));
        board = making.aBoard("Board of names").there();
    }

    private static void accepted(Page answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    /** Somebody posts in a conversation of their own; the id of the post. */
    private String posted(String title, String text) {
        accepted(browsing.as(writes)
                .post("/threads", "group", board.id(), "title", title, "text", text, "formKey", FormKey.fresh()));
        return Stored.with(mongo, "posts", "author", writes.id()).stream()
                .filter(post -> post.getString("markdown").equals(text))
                .findFirst()
                .orElseThrow()
                .getString("_id");
    }

    private String threadOf(String post) {
        return Stored.with(mongo, "posts", "_id", post).getFirst().getString("thread");
    }

    private String read(String thread) {
        Session reader = browsing.as(answers);
        return reader.get(reader.get("/threads/" + thread).location()).body();
    }

    private boolean found(String words) {
        return browsing.as(answers).get("/search?q=" + words).body().contains("/threads/");
    }

    @Test
    void theyStandNowhereAnyMore() {
        String post = posted("About quillonia brackwater", "We met *Quillonia* Brackwater & all went well");
        String thread = threadOf(post);
        accepted(browsing.as(writes)
                .post(
                        "/threads/" + thread + "/posts/" + post + "/edit",
                        "text",
                        "We met QUILLONIA BRACKWATER again",
                        "revision",
                        "0"));
        accepted(browsing.as(answers)
                .post(
                        "/threads/" + thread + "/posts",
                        "text",
                        "> We met Quillonia Brackwater\n\nGood to hear",
                        "parent",
                        post,
                        "formKey",
                        FormKey.fresh()));
        accepted(browsing.as(answers)
                .post(
                        "/moderation/report",
                        "post",
                        post,
                        "reason",
                        "identifies-a-child",
                        "words",
                        "Quillonia Brackwater is a child"));
        browsing.as(answers)
                .post(
                        "/threads/" + thread + "/posts",
                        "text",
                        "A draft of Quillonia Brackwater",
                        "parent",
                        post,
                        "keep",
                        "yes",
                        "formKey",
                        FormKey.fresh());
        accepted(browsing.as(writes)
                .post(
                        "/profiles/own",
                        "about",
                        "I know Quillonia Brackwater",
                        "aboutFor",
                        "nobody",
                        "since",
                        "2014",
                        "sinceFor",
                        "nobody",
                        "topicsFor",
                        "nobody",
                        "revision",
                        "0"));
        await().atMost(SOON).until(() -> found("brackwater"));
        assertThat(kept.holding("Quillonia")).hasSizeGreaterThan(5);

        Page asked = moderator.get(PATH + "?post=" + post);
        assertThat(asked.body()).contains(Words.of("moderation.redact.lead"));
        Page done = moderator.post(
                PATH,
                "post",
                post,
                "words",
                "Quillonia Brackwater",
                "reason",
                "It names a child",
                "sure",
                "true",
                "formKey",
                asked.formKey());
        accepted(done);
        assertThat(moderator.get(done.location()).body())
                .contains(
                        Words.of("moderation.redact.place", Words.of("moderation.redact.in.posts"), 2),
                        Words.of("moderation.redact.place", Words.of("moderation.redact.in.reports"), 1));

        assertThat(kept.holding("Brackwater")).isEmpty();
        assertThat(kept.holding("Quillonia")).isEmpty();
        assertThat(kept.holding("java.util")).isEmpty();
        await().atMost(SOON).until(() -> !found("brackwater"));
        assertThat(read(thread)).contains(Words.of("moderation.redact.instead"), "Good to hear");
        assertThat(Stored.with(mongo, "audit_log", "subject", post))
                .extracting(entry -> entry.getString("act"))
                .contains("moderation.redact");
    }

    @Test
    void wordsThatDoNotStandInThePostAreRefusedAndNothingTypedIsLost() {
        String post = posted("About a walk", "We walked to the river");
        Page refused = moderator.post(
                PATH, "post", post, "words", "the mountain", "reason", "It names a place", "formKey", FormKey.fresh());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(Words.of("moderation.redact.notThere"), "the mountain", "It names a place");
        Page withThem = moderator.post(
                PATH, "post", post, "words", "the river", "reason", "It names the river", "formKey", FormKey.fresh());
        assertThat(withThem.status()).isEqualTo(422);
        assertThat(withThem.body()).contains(Words.of("moderation.redact.reasonHasThem"));
    }

    @Test
    void aWordWithinALongerOneStays() {
        String post = posted("About the day", "Sunday was a good day");
        accepted(moderator.post(
                PATH,
                "post",
                post,
                "words",
                "day",
                "reason",
                "For the test",
                "sure",
                "true",
                "formKey",
                FormKey.fresh()));
        assertThat(Stored.with(mongo, "posts", "_id", post).getFirst().getString("markdown"))
                .isEqualTo("Sunday was a good " + Words.of("moderation.redact.instead"));
    }

    @Test
    void firstItIsSaidInHowManyTextsTheyStand() {
        String post = posted("About Larimer", "He came home late");
        Page asked = moderator.post(
                PATH, "post", post, "words", "larimer", "reason", "It names a child", "formKey", FormKey.fresh());
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains(Words.of("moderation.redact.found", 1), "It names a child");
        assertThat(kept.holding("Larimer")).as("nothing is taken out yet").isNotEmpty();
        accepted(moderator.post(
                PATH,
                "post",
                post,
                "words",
                "larimer",
                "reason",
                "It names a child",
                "sure",
                "true",
                "formKey",
                FormKey.fresh()));
        assertThat(kept.holding("Larimer")).as("a title is a place too").isEmpty();
    }

    @Test
    void numbersAndAddressesAreFoundAsReadersSeeThem() {
        String text = "Ring 07700 900123 or write to sam@school.example, Zoë's mum";
        Session writer = browsing.as(writes);
        String key = FormKey.fresh();
        Page asked =
                writer.post("/threads", "group", board.id(), "title", "About a number", "text", text, "formKey", key);
        Matcher seen = Pattern.compile("name=\"guardSeen\" value=\"([^\"]*)\"").matcher(asked.body());
        assertThat(seen.find()).as(asked.body()).isTrue();
        accepted(writer.post(
                "/threads",
                "group",
                board.id(),
                "title",
                "About a number",
                "text",
                text,
                "formKey",
                key,
                "guardSeen",
                seen.group(1),
                "guardWhy",
                "not-a-child"));
        String post = Stored.with(mongo, "posts", "markdown", text).getFirst().getString("_id");
        for (String words : new String[] {"07700900123", "sam@school.example", "Zoë's"}) {
            accepted(moderator.post(
                    PATH,
                    "post",
                    post,
                    "words",
                    words,
                    "reason",
                    "It leads to somebody",
                    "sure",
                    "true",
                    "formKey",
                    FormKey.fresh()));
        }
        assertThat(Stored.with(mongo, "posts", "_id", post).getFirst().getString("html"))
                .doesNotContain("900123", "school", "Zo");
    }

    @Test
    void nobodyTakesWordsOutOfTheirOwnPost() {
        accepted(moderator.post(
                "/threads",
                "group",
                board.id(),
                "title",
                "My own",
                "text",
                "My own words",
                "formKey",
                FormKey.fresh()));
        String own = Stored.with(mongo, "posts", "markdown", "My own words")
                .getFirst()
                .getString("_id");
        assertThat(moderator.get(PATH + "?post=" + own).status()).isEqualTo(404);
    }
}
