package hub.forum.threads;

import static hub.forum.threads.Conversations.idOf;
import static hub.forum.threads.Conversations.postIn;
import static hub.forum.threads.Conversations.postsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Conversations are moved, merged and split: no post is lost or doubled, old addresses lead on, and nobody reads more than before unless it was said. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovesIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    ReactiveMongoTemplate mongo;

    Account amina;
    Account joe;
    Account gwen;
    Account otto;
    Account moderator;
    Group alder;
    Group birch;
    Group cedar;
    Group board;
    Conversations talk;

    @BeforeAll
    void groups() {
        amina = people.carer("Amina");
        joe = people.carer("Joe");
        gwen = people.carer("Gwen");
        otto = people.carer("Otto");
        moderator = people.with("Mo", Role.MODERATOR);
        alder = making.aConstellation("Alder moves")
                .withMembers(amina, joe)
                .facilitatedBy(gwen)
                .there();
        birch = making.aHiddenGroup("Birch moves")
                .withMembers(amina, otto)
                .facilitatedBy(gwen)
                .there();
        cedar = making.aHiddenGroup("Cedar moves")
                .withMembers(otto)
                .facilitatedBy(otto)
                .there();
        board = making.aBoard("Board moves").there();
        talk = new Conversations(browsing);
    }

    private Page move(Account by, String path, Group to) {
        return browsing.as(by)
                .post(
                        "/threads/" + idOf(path) + "/moderate/move",
                        "to",
                        to.id(),
                        "reason",
                        "It is about them",
                        "sure",
                        "true");
    }

    private List<Document> audited(String act, String subject) {
        return mongo.find(
                        Query.query(Criteria.where("act").is(act).and("subject").is(subject))
                                .comment("test"),
                        Document.class,
                        "audit_log")
                .collectList()
                .block(SOON);
    }

    @Test
    void aConversationIsMovedWithAllThatWasSaidAndItsLinksLeadOn() {
        String path = talk.start(joe, alder, "Half term", "Who is about?");
        String reply = postIn(browsing.as(amina).post(postsOf(path), "text", "We are, on Tuesday"));
        assertThat(browsing.as(otto).get(path).status()).isEqualTo(404);
        Page form = browsing.as(gwen).get("/threads/" + idOf(path) + "/moderate/move");
        assertThat(form.body()).contains("Birch moves").doesNotContain("Cedar moves", "Board moves");
        assertThat(browsing.as(joe)
                        .get("/threads/" + idOf(path) + "/moderate/move")
                        .status())
                .isEqualTo(404);
        assertThat(move(gwen, path, birch).location()).isEqualTo(path);
        for (Account reader : List.of(otto, amina)) {
            assertThat(browsing.as(reader).get(path).body()).contains("Who is about?", "We are, on Tuesday");
            assertThat(browsing.as(reader)
                            .get("/groups/" + birch.id() + "/" + birch.slug())
                            .body())
                    .contains("Half term");
            assertThat(browsing.as(reader).get(postsOf(path) + "/" + reply).location())
                    .contains("at=" + reply);
        }
        assertThat(browsing.as(joe).get(path).status())
                .as("who is not in the other place")
                .isEqualTo(404);
        assertThat(browsing.as(joe)
                        .get("/groups/" + alder.id() + "/" + alder.slug())
                        .body())
                .doesNotContain("Half term");
        assertThat(audited("threads.move", idOf(path))).hasSize(1);
        assertThat(move(gwen, path, birch).location()).as("twice").isEqualTo(path);
        assertThat(audited("threads.move", idOf(path))).hasSize(1);
    }

    @Test
    void whoeverDecidesSaysThatTheyLookedAndModeratesBothPlaces() {
        String path = talk.start(joe, alder, "Left alone", "Hello");
        Page refused = browsing.as(gwen)
                .post("/threads/" + idOf(path) + "/moderate/move", "to", birch.id(), "reason", "Because I say so");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(Words.of("threads.moves.sure.missing"), "Because I say so", "checked=\"checked\"");
        Page elsewhere = move(gwen, path, cedar);
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.body())
                .contains(Words.of("threads.moves.to.missing"))
                .doesNotContain("Cedar moves");
        assertThat(browsing.as(joe).get(path).status()).isEqualTo(200);
    }

    @Test
    void whatIsWrittenMeanwhileIsNotLost() {
        String path = talk.start(amina, alder, "Meanwhile", "Hello");
        String parent = postIn(browsing.as(joe).post(postsOf(path), "text", "Something else entirely"));
        String fresh = split(gwen, path, "Something else", parent).location();
        Page answered = browsing.as(amina).post(postsOf(path), "text", "My long answer", "parent", parent);
        assertThat(answered.status()).isEqualTo(409);
        assertThat(answered.body()).contains("My long answer");
        assertThat(browsing.as(amina)
                        .post(postsOf(path), "text", "My long answer")
                        .status())
                .isEqualTo(303);
        assertThat(merge(gwen, fresh, path).location()).isEqualTo(path);
        Page late = browsing.as(amina).post(postsOf(fresh), "text", "Sent to where it was");
        assertThat(late.location()).startsWith(path);
        assertThat(browsing.as(joe).get(path).body())
                .contains("My long answer", "Sent to where it was", "Something else entirely");
    }

    private Page split(Account by, String path, String title, String... posts) {
        List<String> fields = new ArrayList<>(List.of("title", title, "reason", "Another subject"));
        for (String post : posts) {
            fields.addAll(List.of("posts", post));
        }
        return browsing.as(by).post("/threads/" + idOf(path) + "/moderate/split", fields.toArray(String[]::new));
    }

    private Page merge(Account by, String path, String other) {
        return browsing.as(by)
                .post(
                        "/threads/" + idOf(path) + "/moderate/merge",
                        "other",
                        idOf(other),
                        "reason",
                        "They are about the same");
    }

    @Test
    void postsBeginAConversationOfTheirOwnWithWhatAnswersThem() {
        String path = talk.start(joe, alder, "Two subjects", "Beds and bikes");
        String opening = postIn(browsing.as(amina).post(postsOf(path), "text", "About beds"));
        String bikes = postIn(browsing.as(amina).post(postsOf(path), "text", "About bikes"));
        String below = postIn(browsing.as(joe).post(postsOf(path), "text", "Ours is red", "parent", bikes));
        String further = postIn(browsing.as(amina).post(postsOf(path), "text", "And new", "parent", below));
        String helmets = postIn(browsing.as(joe).post(postsOf(path), "text", "About helmets"));
        Page form = browsing.as(gwen).get("/threads/" + idOf(path) + "/moderate/split?post=" + bikes);
        assertThat(form.body()).contains("About bikes", "Ours is red").doesNotContain("value=\"" + first(path) + "\"");
        assertThat(split(gwen, path, "Bikes", first(path)).status())
                .as("what it begins with stays")
                .isEqualTo(422);
        Page done = split(gwen, path, "Bikes", helmets, below, bikes);
        String fresh = done.location();
        assertThat(browsing.as(joe).get(fresh).body())
                .contains("Bikes", "About bikes", "Ours is red", "And new", "About helmets")
                .doesNotContain("About beds");
        assertThat(browsing.as(joe).get(path).body())
                .contains("Beds and bikes", "About beds")
                .doesNotContain("About bikes", "Ours is red", "And new", "About helmets");
        assertThat(postsStored(idOf(fresh)))
                .extracting(post -> post.getString("_id"))
                .containsExactly(bikes, below, further, helmets);
        assertThat(browsing.as(joe).get(postsOf(path) + "/" + further).location())
                .isEqualTo(fresh + "?at=" + further + "#post-" + further);
        assertThat(browsing.as(joe).get(path + "?at=" + helmets).location())
                .isEqualTo(fresh + "?at=" + helmets + "#post-" + helmets);
        assertThat(browsing.as(otto).get(postsOf(path) + "/" + further).status())
                .isEqualTo(404);
        counted(idOf(fresh), 4);
        counted(idOf(path), 2);
        assertThat(browsing.as(amina).get(path + "?at=" + opening).status()).isEqualTo(200);
        assertThat(audited("threads.split", idOf(fresh))).hasSize(1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                browsing.as(amina).get("/notifications").body())
                        .contains(Words.of("threads.moved.notice.say", "Bikes")));
    }

    private String first(String path) {
        return postsStored(idOf(path)).getFirst().getString("_id");
    }

    private List<Document> postsStored(String thread) {
        return mongo.find(
                        Query.query(Criteria.where("thread").is(thread)).with(Sort.by("path")), Document.class, "posts")
                .collectList()
                .block(SOON);
    }

    private void counted(String thread, int posts) {
        assertThat(mongo.findById(thread, Document.class, "threads").block(SOON))
                .containsEntry("postCount", posts);
        assertThat(postsStored(thread).stream().filter(post -> post.getBoolean("live")))
                .hasSize(posts);
    }

    @Test
    void theOlderOfTwoTakesInTheOtherWhicheverWasChosen() {
        String older = talk.start(joe, alder, "Sleep", "Nobody sleeps");
        String younger = talk.start(amina, alder, "No sleep", "We do not sleep either");
        browsing.as(joe).post(postsOf(older), "text", "Third of all");
        assertThat(merge(gwen, older, younger).location()).isEqualTo(older);
        String body = browsing.as(amina).get(older).body();
        assertThat(body.indexOf("Nobody sleeps")).isPositive().isLessThan(body.indexOf("We do not sleep either"));
        assertThat(body.indexOf("We do not sleep either")).isLessThan(body.indexOf("Third of all"));
        assertThat(browsing.as(joe).get(younger).location()).isEqualTo(older);
        assertThat(browsing.as(otto).get(younger).status()).isEqualTo(404);
        String oldest = older;
        String third = talk.start(joe, alder, "Night", "Still awake");
        assertThat(merge(gwen, third, oldest).location()).isEqualTo(oldest);
        assertThat(merge(gwen, younger, third).location())
                .as("both are in the oldest already")
                .isEqualTo(oldest);
        counted(idOf(oldest), 4);
        assertThat(merge(gwen, oldest, talk.start(otto, birch, "Elsewhere", "Hello"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatAModeratorLockedIsNotOpenedByMergingOrSplitting() {
        String locked = talk.start(joe, board, "Locked here", "Enough");
        String open = talk.start(joe, board, "Open here", "Hello");
        String reply = postIn(browsing.as(amina).post(postsOf(locked), "text", "More"));
        browsing.as(moderator).post("/threads/" + idOf(locked) + "/lock", "reason", "Let us sleep");
        assertThat(merge(moderator, locked, open).status())
                .as("whoever may lift it")
                .isEqualTo(303);
        String again = talk.start(joe, alder, "Locked there", "Enough");
        String below = postIn(browsing.as(amina).post(postsOf(again), "text", "More"));
        mongo.updateFirst(
                        Query.query(Criteria.where("_id").is(idOf(again))).comment("test"),
                        new Update()
                                .set("state", "LOCKED")
                                .set(
                                        "lock",
                                        new Document("by", moderator.id())
                                                .append("at", new Date())
                                                .append("reason", "Sleep comes first")
                                                .append("byModerator", true)),
                        "threads")
                .block(SOON);
        String other = talk.start(joe, alder, "Open there", "Hello");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(browsing.as(joe).get(again).body()).contains("Sleep comes first"));
        assertThat(merge(gwen, other, again).status()).isEqualTo(409);
        assertThat(split(gwen, again, "Out of it", below).status()).isEqualTo(409);
        assertThat(reply).isNotEmpty();
    }

    @Test
    void aReportGoesWithItsPost() {
        String path = talk.start(joe, alder, "To be reported", "That was not kind");
        browsing.as(amina).post("/moderation/report", "post", first(path), "reason", "unkind", "words", "This hurts");
        move(gwen, path, birch);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mongo.find(
                                        Query.query(Criteria.where("thread").is(idOf(path))), Document.class, "reports")
                                .collectList()
                                .block(SOON))
                        .extracting(report -> report.getString("group"))
                        .containsExactly(birch.id()));
    }

    @Test
    void whateverIsDoneAtOnceNoPostIsLostOrThereTwice() throws Exception {
        Random random = new Random(18);
        List<String> paths = new ArrayList<>();
        for (int at = 0; at < 3; at++) {
            paths.add(talk.start(joe, alder, "Crowd " + at, "Opening " + at));
        }
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int at = 0; at < 30; at++) {
            String path = paths.get(random.nextInt(paths.size()));
            String text = "Said " + at;
            acts.add(() ->
                    browsing.as(at(text)).post(postsOf(path), "text", text).status());
        }
        acts.add(() -> merge(gwen, paths.get(0), paths.get(1)).status());
        acts.add(() -> merge(gwen, paths.get(1), paths.get(0)).status());
        acts.add(() -> move(gwen, paths.get(2), birch).status());
        acts.add(() -> {
            List<Document> some = postsStored(idOf(paths.get(1)));
            return some.size() < 2
                    ? 303
                    : split(
                                    gwen,
                                    paths.get(1),
                                    "Out of the crowd",
                                    some.getLast().getString("_id"))
                            .status();
        });
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : many.invokeAll(acts)) {
                answers.add(answer.get());
            }
        }
        List<Document> all = mongo.find(
                        Query.query(Criteria.where("markdown").regex("^(Said|Opening) "))
                                .comment("test"),
                        Document.class,
                        "posts")
                .collectList()
                .block(SOON);
        long replied =
                IntStream.range(0, 30).filter(at -> answers.get(at) == 303).count();
        assertThat(answers).doesNotContain(500);
        assertThat(all).hasSize((int) replied + 3);
        assertThat(all.stream().map(post -> post.getString("markdown"))).doesNotHaveDuplicates();
        for (String thread :
                all.stream().map(post -> post.getString("thread")).distinct().toList()) {
            counted(thread, postsStored(thread).size());
            Document stored = mongo.findById(thread, Document.class, "threads").block(SOON);
            assertThat(postsStored(thread))
                    .allSatisfy(post -> assertThat(post.getString("group")).isEqualTo(stored.getString("group")));
        }
    }

    private Account at(String text) {
        return text.hashCode() % 2 == 0 ? amina : joe;
    }
}
