package hub.forum.threads;

import static hub.forum.threads.Conversations.idOf;
import static hub.forum.threads.Conversations.postIn;
import static hub.forum.threads.Conversations.postsOf;
import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.audit.AuditTrail;
import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.audit.AuditLog;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Conversations, from the first words to the last, by those in the group, and nothing of them for anybody else. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreadsIT {
    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    AuditLog audit;

    @Autowired
    TestClock clock;

    @Autowired
    ReactiveMongoTemplate mongo;

    Account amina;
    Account joe;
    Account gwen;
    Account outsider;
    Account moderator;
    Group alder;
    Group board;
    Conversations talk;

    @BeforeAll
    void aConstellationAndABoard() {
        amina = people.carer("Amina");
        joe = people.carer("Joe");
        gwen = people.carer("Gwen");
        outsider = people.carer("Otto");
        moderator = people.with("Mo", Role.MODERATOR);
        alder = making.aConstellation("Alder constellation")
                .withMembers(amina, joe)
                .facilitatedBy(gwen)
                .there();
        board = making.aBoard("Everyday caring").there();
        talk = new Conversations(browsing);
    }

    @Test
    void aCarerStartsAConversationAndAnotherReplies() {
        String path = talk.start(amina, alder, "Bedtimes", "Nobody *sleeps* here.");
        Page read = browsing.as(joe).get(path);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body())
                .contains(
                        "Bedtimes",
                        "<em>sleeps</em>",
                        Words.of("groups.readers.closed", Words.of("groups.readers.carers", 3)));

        Page replied = browsing.as(joe).post(postsOf(path), "text", "Nor here.", "formKey", read.formKey());
        assertThat(replied.status()).isEqualTo(303);
        assertThat(replied.location()).contains("#post-");
        assertThat(browsing.as(amina).get(path).body()).contains("Nor here.");
        assertThat(browsing.as(amina).get(alder.path()).body()).contains("Bedtimes", Words.of("threads.replies", 1));
    }

    @Test
    void whoAnswersAPostSeesItsWordsWhileWriting() {
        String path = talk.start(amina, alder, "Bedtimes", "Nobody *sleeps* here.");
        Page read = browsing.as(joe).get(path);
        String post = read.body().replaceAll("(?s).*?id=\"post-([0-9a-z]+)\".*", "$1");

        Page writing = browsing.as(joe).get(path.replaceAll("/[^/]*$", "/reply?to=" + post));
        assertThat(writing.body()).contains(Words.of("threads.reply.to", "Amina"));
        assertThat(writing.body()).contains("<div class=\"post__text\"><p>Nobody <em>sleeps</em> here.</p>");
    }

    @Test
    void theSecondTapLandsOnTheFirstPost() {
        String path = talk.start(amina, alder, "Two taps", "Hello");
        String key = browsing.as(joe).get(path).formKey();
        Page first = browsing.as(joe).post(postsOf(path), "text", "Only once", "formKey", key);
        Page second = browsing.as(joe).post(postsOf(path), "text", "Only once", "formKey", key);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(browsing.as(amina).get(path).body()).containsOnlyOnce("Only once");
    }

    @Test
    void tapsAtTheSameMomentStartOneConversation() {
        String key = browsing.as(amina).get("/threads/new?group=" + alder.id()).formKey();
        List<String> places = Flux.range(0, 10)
                .flatMap(
                        tap -> Mono.fromCallable(() -> browsing.as(amina)
                                        .post(
                                                "/threads",
                                                "group",
                                                alder.id(),
                                                "title",
                                                "At once",
                                                "text",
                                                "Hi",
                                                "formKey",
                                                key))
                                .subscribeOn(Schedulers.boundedElastic()),
                        10)
                .map(page -> page.status() + " " + page.location())
                .distinct()
                .collectList()
                .block();
        assertThat(places).hasSize(1).first().asString().startsWith("303 /threads/");
    }

    @Test
    void otherWordsInAnOldFormAreAnotherPost() {
        String path = talk.start(amina, alder, "Back button", "Hello");
        String key = browsing.as(joe).get(path).formKey();
        browsing.as(joe).post(postsOf(path), "text", "First words", "formKey", key);
        browsing.as(joe).post(postsOf(path), "text", "Second words", "formKey", key);
        browsing.as(joe).post(postsOf(path), "text", "Second words", "formKey", key);
        assertThat(browsing.as(amina).get(path).body())
                .containsOnlyOnce("First words")
                .containsOnlyOnce("Second words");
    }

    @Test
    void whoIsNotInTheConstellationCannotTellThatItExists() {
        String path = talk.start(amina, alder, "A secret title", "planted word");
        Page hidden = browsing.as(outsider).get(path);
        Page never = browsing.as(outsider).get(path.replaceAll("/threads/[0-9a-z]+", "/threads/000000000000"));
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(never.body());
        assertThat(browsing.as(outsider)
                        .post(postsOf(path), "text", "let me in")
                        .status())
                .isEqualTo(404);
        assertThat(browsing.as(outsider).get("/threads/new?group=" + alder.id()).status())
                .isEqualTo(404);
        assertThat(browsing.as(outsider).get("/").body()).doesNotContain("secret", "Alder", "planted");
        assertThat(browsing.as(moderator).get(path).status()).isEqualTo(404);
    }

    @Test
    void whatWasTypedSurvivesBadInput() {
        Page refused = browsing.as(amina).post("/threads", "group", alder.id(), "title", "ab", "text", "Kept words");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Kept words",
                        Words.of("threads.title.tooShort"),
                        "<title>" + Words.partOf("parts.title.error"),
                        "href=\"#title\"");
        assertThat(browsing.as(amina)
                        .post("/threads", "group", alder.id(), "title", "Long", "text", "x".repeat(20_001))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aLockThatComesInBetweenGivesTheTextBack() {
        String path = talk.start(amina, alder, "Heated", "Well");
        String key = browsing.as(joe).get(path).formKey();
        String id = idOf(path);
        assertThat(browsing.as(joe)
                        .post("/threads/" + id + "/lock", "reason", "No right")
                        .status())
                .isEqualTo(404);
        assertThat(browsing.as(gwen)
                        .post("/threads/" + id + "/lock", "reason", "")
                        .status())
                .isEqualTo(422);
        assertThat(browsing.as(gwen)
                        .post("/threads/" + id + "/lock", "reason", "Let us sleep on it")
                        .status())
                .isEqualTo(303);
        Page late = browsing.as(joe).post(postsOf(path), "text", "My long answer", "formKey", key);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("My long answer", "Let us sleep on it", Words.of("threads.tooLate.title"));
        assertThat(browsing.as(gwen).post("/threads/" + id + "/unlock").status())
                .isEqualTo(303);
        assertThat(browsing.as(joe)
                        .post(postsOf(path), "text", "My long answer", "formKey", key)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void onesOwnWordsCanBeChangedAndTakenBackAndAnAnsweredPlaceStays() {
        String path = talk.start(amina, alder, "Second thoughts", "First thought");
        String id = idOf(path);
        String mine = postIn(browsing.as(joe).post(postsOf(path), "text", "Wrong word"));
        String answer = postIn(browsing.as(amina).post(postsOf(path), "text", "An answer", "parent", mine));
        String edit = "/threads/" + id + "/posts/" + mine + "/edit";
        assertThat(browsing.as(amina).get(edit).status()).isEqualTo(404);
        assertThat(browsing.as(joe).get(edit).body()).contains("Wrong word");
        clock.forward(Post.SLIP);
        assertThat(browsing.as(joe)
                        .post(edit, "text", "Right word", "revision", "0")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(amina).get(path).body())
                .contains("Right word", Words.of("threads.post.edited"))
                .doesNotContain("Wrong word");
        Page older = browsing.as(joe).post(edit, "text", "From another window", "revision", "0");
        assertThat(older.status()).isEqualTo(409);
        assertThat(older.body()).contains("From another window");

        assertThat(browsing.as(joe)
                        .post("/threads/" + id + "/posts/" + mine + "/delete")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(amina).get(path).body())
                .contains(Words.partOf("threads.gone.deleted"), "An answer")
                .doesNotContain("Right word");
        assertThat(browsing.as(amina)
                        .post("/threads/" + id + "/posts/" + answer + "/delete")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(joe).get(path).body()).doesNotContain("An answer");
        assertThat(thread(id).postCount()).isEqualTo(1);
    }

    @Test
    void aModeratorsHidingSaysWhyToItsAuthorAlone() {
        String path = talk.start(amina, board, "Open board", "Hello all");
        String id = idOf(path);
        String post = postIn(browsing.as(joe).post(postsOf(path), "text", "The name of a school"));
        assertThat(browsing.as(gwen)
                        .get("/threads/" + id + "/posts/" + post + "/moderate")
                        .status())
                .as("a facilitator leads her own group only")
                .isEqualTo(404);
        assertThat(browsing.as(moderator)
                        .post("/threads/" + id + "/posts/" + post + "/hide", "reason", "It names a school")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(amina).get(path).body())
                .contains(Words.of("threads.post.hidden"))
                .doesNotContain("name of a school", "It names a school");
        assertThat(browsing.as(joe).get(path).body()).contains("It names a school");
        assertThat(new AuditTrail(audit).of("threads.hide", post))
                .anyMatch(entry -> entry.actor().equals(moderator.id()));
    }

    @Test
    void aPageThatManyReadIsStillEachReadersOwnAndOfNow() {
        String path = talk.start(amina, board, "Read by many", "How are you all?");
        String id = idOf(path);
        String post = postIn(browsing.as(joe).post(postsOf(path), "text", "Tired but fine"));
        String edit = "/threads/" + id + "/posts/" + post + "/edit";
        String report = "/moderation/report?post=" + post;
        String moderate = "/threads/" + id + "/posts/" + post + "/moderate";
        for (int round = 0; round < 3; round++) {
            browsing.as(outsider).get(path);
            browsing.as(outsider).get(path);
            assertThat(browsing.as(outsider).get(path).body())
                    .contains("Tired but fine", report)
                    .doesNotContain(edit, moderate);
            browsing.as(joe).get(path);
            browsing.as(joe).get(path);
            assertThat(browsing.as(joe).get(path).body())
                    .contains("Tired but fine", edit)
                    .doesNotContain(report, moderate);
            assertThat(browsing.as(moderator).get(path).body())
                    .contains(report, moderate)
                    .doesNotContain(edit);
        }
        postIn(browsing.as(amina).post(postsOf(path), "text", "Glad of that", "parent", post));
        assertThat(browsing.as(outsider).get(path).body()).contains("Tired but fine", "Glad of that");
        browsing.as(moderator).post("/threads/" + id + "/posts/" + post + "/hide", "reason", "It names a school");
        for (int round = 0; round < 3; round++) {
            assertThat(browsing.as(outsider).get(path).body())
                    .contains("Glad of that", Words.of("threads.post.hidden"))
                    .doesNotContain("Tired but fine", "names a school");
            assertThat(browsing.as(joe).get(path).body()).contains("It names a school");
        }
    }

    @Test
    void aPermanentLinkLandsOnThePageThePostStandsOn() {
        String path = talk.start(amina, board, "A long talk", "Number 0");
        String wanted = "";
        for (int i = 1; i <= 45; i++) {
            String post = postIn(browsing.as(joe).post(postsOf(path), "text", "Number " + i));
            wanted = i == 31 ? post : wanted;
        }
        Page first = browsing.as(amina).get(path);
        assertThat(first.body()).contains("Number 19").doesNotContain("Number 20<");
        String later = first.body().replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1");
        assertThat(browsing.as(amina).get(later).body())
                .contains("Number 20", "Number 39")
                .doesNotContain("Number 19<");
        String id = idOf(path);
        Page link = browsing.as(amina).get("/threads/" + id + "/posts/" + wanted);
        assertThat(link.status()).isEqualTo(303);
        String page = link.location().replaceAll("#.*", "");
        assertThat(browsing.as(amina).get(page).body()).contains("Number 31", "id=\"post-" + wanted + "\"");
    }

    @Test
    void deepTalkIsShownFourLevelsInAndThenFlat() {
        String path = talk.start(amina, board, "Deep", "Level 0");
        String parent = postIn(browsing.as(amina).post(postsOf(path), "text", "Level 1 text"));
        for (int i = 2; i <= 9; i++) {
            parent = postIn(browsing.as(i % 2 == 0 ? joe : amina)
                    .post(postsOf(path), "text", "Level " + i + " text", "parent", parent));
        }
        String body = browsing.as(gwen).get(path).body();
        assertThat(body).contains("Level 9 text", "To Amina", "To Joe");
        assertThat(body.split("class=\"replies\"", -1)).hasSize(5);
    }

    private DiscussionThread thread(String id) {
        return mongo.findById(id, DiscussionThread.class, ThreadStore.THREADS).block();
    }
}
