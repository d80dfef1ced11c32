package hub.forum.threads;

import static hub.forum.threads.Conversations.idOf;
import static hub.forum.threads.Conversations.postsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Role;
import hub.platform.mongo.Migration;
import hub.platform.refusals.Rejected;
import hub.testkit.Browsing;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.QueryWatch;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A thread's counters are what its posts say, whoever writes at once. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountersIT {
    private static final Post.Text WORDS = new Post.Text("x", "<p>x</p>", 1);
    private static final int REPLIES = Integer.getInteger("hearth.test.replies", 500);
    private static final int AT_ONCE = 6;

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    Accounts accounts;

    @Autowired
    Rights rights;

    @Autowired
    Threads threads;

    @Autowired
    ThreadModeration moderation;

    @Autowired
    ThreadStore store;

    @Autowired
    Clock clock;

    @Autowired
    ReactiveMongoTemplate mongo;

    @Autowired
    @Qualifier("countersInTheReply")
    Migration migration;

    private Account amina;
    private Account joe;
    private Account gwen;
    private Account ruth;
    private Group board;
    private Conversations talk;

    @BeforeAll
    void aBoard() {
        amina = people.carer("Amina");
        joe = people.carer("Joe");
        gwen = people.carer("Gwen");
        ruth = people.with("Ruth", Role.MODERATOR);
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
        assertThatCountersAreWhatThePostsSay(id);
    }

    @Test
    void countersAreRightAfterRepliesDeletionsAndHidesAtOnce() {
        String id = idOf(talk.start(amina, board, "All at once", "Go"));
        Visibility joes = visibility(joe);
        Visibility gwens = visibility(gwen);
        Visibility ruths = visibility(ruth);
        Flux.range(0, REPLIES)
                .flatMap(
                        i -> {
                            Visibility author = i % 2 == 0 ? joes : gwens;
                            return threads.reply(id, null, "Reply " + i, "all-at-once-" + i, author)
                                    .flatMap(reply -> i % 3 == 0
                                            ? threads.delete(reply.post().id(), author)
                                            : i % 20 == 1
                                                    ? moderation.hide(
                                                            reply.post().id(), "Names a school", ruths)
                                                    : Mono.just(reply.post()));
                        },
                        AT_ONCE)
                .blockLast(Duration.ofMinutes(10));
        assertThat(thread(id).postCount()).isEqualTo(1 + REPLIES - (REPLIES + 2) / 3);
        assertThatCountersAreWhatThePostsSay(id);
    }

    @Test
    void nothingComesInBehindALock() {
        String id = idOf(talk.start(amina, board, "Soon locked", "Go"));
        Visibility joes = visibility(joe);
        Mono<Long> whenLocked = moderation
                .lock(id, "Let us wait", visibility(ruth))
                .delaySubscription(Duration.ofMillis(100))
                .then(Mono.defer(() -> posts(id)));
        Mono<Void> replies = Flux.range(0, 10_000)
                .flatMap(i -> threads.reply(id, null, "Reply " + i, "locked-" + i, joes), AT_ONCE)
                .then()
                .onErrorResume(Rejected.class, locked -> Mono.empty());
        Long then = Mono.zip(whenLocked, replies.thenReturn("over"))
                .block(Duration.ofMinutes(1))
                .getT1();
        assertThat(posts(id).block()).isEqualTo(then);
        assertThat(thread(id).isLocked()).isTrue();
        assertThatCountersAreWhatThePostsSay(id);
    }

    @Test
    void anEarlierPostThatIsCountedLaterIsNotTheLast() {
        String id = idOf(talk.start(amina, board, "Order", "Before"));
        Post earlier = post("earlier00001", id);
        Post later = Post.write(
                "later0000001",
                id,
                board.id(),
                null,
                joe.id(),
                WORDS,
                earlier.createdAt().plusMillis(5),
                "laterkey");
        store.count(later, thread(id), visibility(joe)).block();
        store.count(earlier, thread(id), visibility(joe)).block();
        assertThat(thread(id).lastPost().post()).isEqualTo("later0000001");
        assertThat(thread(id).recency()).isEqualTo(DiscussionThread.recency(later.createdAt(), id));
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
        assertThatCountersAreWhatThePostsSay(idOf(path));
    }

    @Test
    void theMigrationCountsEachThreadAndClearsWhatTheOldWayLeft() {
        String id = idOf(talk.start(amina, board, "From before", "Before"));
        mongo.insert(post("uncounted001", id), PostStore.POSTS).block();
        mongo.updateFirst(
                        Query.query(where("_id").is(id)),
                        new Update()
                                .set("postCount", 7)
                                .set("revision", 3)
                                .set("counted", List.of("uncounted001"))
                                .set("pending", List.of(new Document("post", "uncounted001"))),
                        ThreadStore.THREADS)
                .block();
        for (int run = 0; run < 2; run++) {
            migration.step().run(mongo).block();
            assertThat(thread(id).postCount()).isEqualTo(2);
            assertThat(thread(id).lastPost().post()).isEqualTo("uncounted001");
            assertThatCountersAreWhatThePostsSay(id);
            assertThat(mongo.findById(id, Document.class, ThreadStore.THREADS).block())
                    .doesNotContainKeys("revision", "counted", "pending");
        }
    }

    private Visibility visibility(Account account) {
        return accounts.viewer(account.id()).flatMap(rights::of).block();
    }

    private Post post(String id, String thread) {
        return Post.write(id, thread, board.id(), null, joe.id(), WORDS, clock.instant(), id);
    }

    private DiscussionThread thread(String id) {
        return mongo.findById(id, DiscussionThread.class, ThreadStore.THREADS).block();
    }

    private Mono<Long> posts(String thread) {
        return mongo.count(Query.query(where("thread").is(thread)).comment(QueryWatch.TEST), PostStore.POSTS);
    }

    private void assertThatCountersAreWhatThePostsSay(String id) {
        List<Post> live = mongo.find(
                        Query.query(where("thread").is(id).and("live").is(true))
                                .with(Sort.by(Direction.DESC, "createdAt")),
                        Post.class,
                        PostStore.POSTS)
                .collectList()
                .block();
        DiscussionThread thread = thread(id);
        Post last = live.getFirst();
        assertThat(thread.postCount()).isEqualTo(live.size());
        assertThat(thread.lastPost().at()).isEqualTo(last.createdAt());
        assertThat(thread.recency()).isEqualTo(DiscussionThread.recency(last.createdAt(), id));
    }
}
