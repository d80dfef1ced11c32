package hub.forum.threads;

import static hub.forum.threads.Conversations.idOf;
import static hub.forum.threads.Conversations.postIn;
import static hub.forum.threads.Conversations.postsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.groups.Rights;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.HubIT;
import hub.testkit.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A thread's numbers and counters, whoever writes at once and whatever ends in between. */
@HubIT
@Import(GroupMaker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountersIT {
    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    Rights rights;

    @Autowired
    Accounts accounts;

    @Autowired
    CounterStore counters;

    @Autowired
    CounterSweep sweep;

    @Autowired
    ReactiveMongoTemplate mongo;

    private Account amina;
    private Account joe;
    private Account gwen;
    private Group board;
    private Conversations talk;

    @BeforeAll
    void aBoard() {
        amina = people.carer("Amina");
        joe = people.carer("Joe");
        gwen = people.carer("Gwen");
        talk = new Conversations(browsing);
        board = making.aGroup(Group.Privacy.OPEN, "Everyday caring", "For all", "")
                .there();
    }

    @Test
    void countersAreRightAfterRepliesAtOnce() {
        String path = talk.start(amina, board, "Many at once", "Go");
        String id = idOf(path);
        Flux.range(0, 40)
                .flatMap(
                        i -> Mono.fromCallable(() ->
                                        browsing.as(i % 2 == 0 ? joe : gwen).post(postsOf(path), "text", "Reply " + i))
                                .subscribeOn(Schedulers.boundedElastic()),
                        8)
                .doOnNext(page -> assertThat(page.status()).isEqualTo(303))
                .blockLast();
        assertThat(thread(id).postCount()).isEqualTo(41);
        assertThat(thread(id).sequence()).isEqualTo(41);
    }

    @Test
    void theSweepPutsRightWhatACrashLeftBehind() {
        String id = idOf(talk.start(amina, board, "Crash", "Before"));
        number(id, "crashpost001").block();
        assertThat(thread(id).postCount()).as("counted before it is there").isEqualTo(2);
        sweep.run(Instant.now().minusSeconds(10)).block();
        assertThat(thread(id).postCount()).as("still on its way").isEqualTo(2);
        sweep.run(Instant.now().plusSeconds(60)).block();
        assertThat(thread(id).postCount()).as("it never came").isEqualTo(1);
        assertThat(thread(id).lastPost().author()).isEqualTo(amina.id());
        assertThat(pending(id)).isEmpty();
    }

    @Test
    void theSweepKeepsAPostThatCameBeforeTheCrash() {
        String id = idOf(talk.start(amina, board, "Late crash", "Before"));
        DiscussionThread numbered = number(id, "crashpost002").block();
        mongo.insert(
                        Post.write(
                                "crashpost002",
                                numbered,
                                null,
                                2,
                                joe.id(),
                                new Post.Text("x", "<p>x</p>", 1),
                                Instant.now(),
                                "crashkey0002"),
                        PostStore.POSTS)
                .block();
        sweep.run(Instant.now().plusSeconds(60)).block();
        sweep.run(Instant.now().plusSeconds(60)).block();
        assertThat(thread(id).postCount()).isEqualTo(2);
        assertThat(thread(id).lastPost().post()).isEqualTo("crashpost002");
        assertThat(pending(id)).isEmpty();
    }

    @Test
    void theSweepCountsADeletionThatACrashCutOff() {
        String path = talk.start(amina, board, "Cut off", "Before");
        String id = idOf(path);
        String reply = postIn(browsing.as(joe).post(postsOf(path), "text", "Will go"));
        Post post = mongo.findById(reply, Post.class, PostStore.POSTS).block();
        counters.note(post, Instant.now()).block();
        mongo.save(post.deleted(Instant.now()), PostStore.POSTS).block();
        // The note from its writing goes; the deletion's stays.
        counters.clearNotes().block();
        assertThat(thread(id).postCount()).isEqualTo(2);
        sweep.run(Instant.now().plusSeconds(60)).block();
        assertThat(thread(id).postCount()).isEqualTo(1);
        assertThat(pending(id)).isEmpty();
    }

    @Test
    void theSameReplySentTwiceAtOnceCountsOnce() {
        String path = talk.start(amina, board, "Two taps", "Before");
        String key = browsing.as(joe).get(path).formKey();
        Flux.range(0, 6)
                .flatMap(
                        tap -> Mono.fromCallable(
                                        () -> browsing.as(joe).post(postsOf(path), "text", "Only once", "formKey", key))
                                .subscribeOn(Schedulers.boundedElastic()),
                        6)
                .doOnNext(page -> assertThat(page.status()).isEqualTo(303))
                .blockLast();
        assertThat(thread(idOf(path)).postCount()).isEqualTo(2);
        await().atMost(Duration.ofSeconds(10)).until(() -> pending(idOf(path)).isEmpty());
    }

    /** A change of primary between a post's number and the post itself can lose the one and keep the other. */
    @Test
    void aNumberThatMongoDbLostIsGivenOutOnceMoreAndCounted() {
        String path = talk.start(amina, board, "Lost number", "Before");
        String id = idOf(path);
        int replies = repliesOfWhichTheLastLosesItsNumber(path);
        int posts = replies + 1;
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(thread(id).postCount()).isEqualTo(posts));

        Page after = browsing.as(gwen).post(postsOf(path), "text", "Its number is taken");
        assertThat(after.status()).isEqualTo(303);
        assertThat(browsing.as(amina).get(path).body())
                .containsSubsequence("Before", "Its number will be lost", "Its number is taken");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(thread(id).postCount()).isEqualTo(posts + 1));
        assertThat(thread(id).lastPost().author()).isEqualTo(gwen.id());
    }

    @Test
    void aLostNumberIsFoundThoughTheNextReplyHasItsNote() {
        String path = talk.start(amina, board, "Lost and followed", "Before");
        String id = idOf(path);
        int replies = repliesOfWhichTheLastLosesItsNumber(path);
        browsing.as(gwen).post(postsOf(path), "text", "Right behind it");
        int posts = replies + 2;
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(thread(id).postCount()).isEqualTo(posts));
    }

    private int repliesOfWhichTheLastLosesItsNumber(String path) {
        int replies = 0;
        do {
            browsing.as(joe).post(postsOf(path), "text", "Its number will be lost");
            replies++;
        } while (!losesTheLastNumber(idOf(path), replies));
        return replies;
    }

    /** False if the note was cleared meanwhile: then the number had long been safe. */
    private boolean losesTheLastNumber(String thread, int before) {
        Update asBefore = new Update()
                .set("sequence", before)
                .set("postCount", before)
                .set("recency", "0")
                .unset("pending");
        Query noted = Query.query(where("_id").is(thread).and("pending.0").exists(true));
        return mongo.updateFirst(noted, asBefore, ThreadStore.THREADS).block().getModifiedCount() == 1;
    }

    private Mono<DiscussionThread> number(String thread, String post) {
        return accounts.viewer(joe.id())
                .flatMap(rights::of)
                .flatMap(visibility -> counters.number(thread, post, joe.id(), Instant.now(), visibility));
    }

    private List<?> pending(String thread) {
        return mongo.findById(thread, Document.class, ThreadStore.THREADS)
                .block()
                .getList("pending", Object.class, List.of());
    }

    private DiscussionThread thread(String id) {
        return mongo.findById(id, DiscussionThread.class, ThreadStore.THREADS).block();
    }
}
