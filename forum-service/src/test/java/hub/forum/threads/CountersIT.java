package hub.forum.threads;

import static hub.forum.threads.Conversations.idOf;
import static hub.forum.threads.Conversations.postIn;
import static hub.forum.threads.Conversations.postsOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ClusterType;
import com.mongodb.connection.ServerConnectionState;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerType;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.platform.mongo.Leases;
import hub.platform.mongo.Primaries;
import hub.testkit.Browsing;
import hub.testkit.HubIT;
import hub.testkit.People;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A thread's numbers and counters, whoever writes at once and whatever ends in between. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountersIT {
    private static final Post.Text WORDS = new Post.Text("x", "<p>x</p>", 1);

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    Clock clock;

    @Autowired
    Leases leases;

    @Autowired
    WriterStore writers;

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
    }

    @Test
    void whatAnotherProcessWroteAndDidNotCountIsCountedWhenItHasEnded() {
        String id = idOf(talk.start(amina, board, "Crash", "Before"));
        WriterStore other = new WriterStore(mongo, clock);
        other.begin("crashpost001", id).block();
        insert(post("crashpost001", id));
        sweep.run(Instant.now().minusSeconds(10)).block();
        assertThat(thread(id).postCount()).as("the other may still count it").isEqualTo(1);
        sweep.run(Instant.now().plusSeconds(60)).block();
        assertThat(thread(id).postCount()).isEqualTo(2);
        assertThat(thread(id).lastPost().post()).isEqualTo("crashpost001");
        assertThat(writersLeft()).isZero();
    }

    @Test
    void whatThisProcessCouldNotCountIsCountedLater() {
        String id = idOf(talk.start(amina, board, "Fault", "Before"));
        SettableClock late = new SettableClock(clock.instant().minusSeconds(60));
        WriterStore own = new WriterStore(mongo, late);
        CounterSweep again = new CounterSweep(counters, own, leases, new Primaries(), clock);
        own.begin("faultpost001", id).block();
        insert(post("faultpost001", id));
        again.own().block();
        assertThat(thread(id).postCount()).as("not late yet").isEqualTo(1);
        late.now = clock.instant();
        again.own().block();
        assertThat(thread(id).postCount()).isEqualTo(2);
        assertThat(own.late()).as("the post may have come after the counting").hasSize(1);
        late.now = clock.instant().plusSeconds(60);
        again.own().block();
        assertThat(own.late()).isEmpty();
    }

    /** As after a crash of MongoDB: the post waited for the majority, its counting did not. */
    @Test
    void whatANewPrimaryDoesNotKnowOfIsCountedAnew() {
        String id = idOf(talk.start(amina, board, "New primary", "Before"));
        Primaries primaries = new Primaries();
        elected(primaries, 1);
        CounterSweep watching = new CounterSweep(counters, writers, leases, primaries, clock);
        insert(post("counted00001", id));
        watching.own().block();
        assertThat(thread(id).postCount()).as("no change of primary").isEqualTo(1);
        elected(primaries, 2);
        watching.own().block();
        assertThat(thread(id).postCount()).isEqualTo(2);
        insert(post("later0000002", id));
        elected(primaries, 1);
        watching.own().block();
        assertThat(thread(id).postCount()).as("old news").isEqualTo(2);
    }

    private static void elected(Primaries primaries, int term) {
        ServerDescription primary = ServerDescription.builder()
                .address(new ServerAddress())
                .type(ServerType.REPLICA_SET_PRIMARY)
                .state(ServerConnectionState.CONNECTED)
                .electionId(new ObjectId("7fffffff" + "%016x".formatted(term)))
                .ok(true)
                .build();
        ClusterDescription cluster =
                new ClusterDescription(ClusterConnectionMode.MULTIPLE, ClusterType.REPLICA_SET, List.of(primary));
        primaries.clusterDescriptionChanged(new ClusterDescriptionChangedEvent(new ClusterId(), cluster, cluster));
    }

    @Test
    void whoHasWrittenNothingForAWhileSignsOff() {
        SettableClock time = new SettableClock(clock.instant());
        WriterStore other = new WriterStore(mongo, time);
        other.begin("quietpost001", "thread000001").block();
        other.end("quietpost001");
        other.beat().block();
        assertThat(writersLeft()).as("may write more").isEqualTo(1);
        time.now = time.now.plusSeconds(120);
        other.beat().block();
        assertThat(writersLeft()).isZero();
        other.begin("quietpost002", "thread000001").block();
        assertThat(writersLeft()).as("writes again").isEqualTo(1);
        time.now = time.now.plusSeconds(120);
        other.beat().block();
        assertThat(writersLeft()).as("has a post uncounted").isEqualTo(1);
        other.end("quietpost002");
        other.beat().block();
        assertThat(writersLeft()).isZero();
    }

    @Test
    void whatWasMetWhenCountingAnewIsNotAddedOnceMore() {
        String id = idOf(talk.start(amina, board, "Both ways", "Before"));
        Post post = post("bothways0001", id);
        insert(post);
        counters.recount(id, Instant.MIN).block();
        counters.count(post).block();
        counters.count(post("elsewhere001", id)).block();
        assertThat(thread(id).postCount()).isEqualTo(3);
        counters.recount(id, Instant.MIN).block();
        assertThat(thread(id).postCount()).as("one was never there").isEqualTo(2);
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
        counters.count(later).block();
        counters.count(earlier).block();
        assertThat(thread(id).lastPost().post()).isEqualTo("later0000001");
        assertThat(thread(id).recency()).isEqualTo(DiscussionThread.recency(later.createdAt(), id));
    }

    @Test
    void theSweepCountsADeletionThatACrashCutOff() {
        String path = talk.start(amina, board, "Cut off", "Before");
        String id = idOf(path);
        String reply = postIn(browsing.as(joe).post(postsOf(path), "text", "Will go"));
        Post post = mongo.findById(reply, Post.class, PostStore.POSTS).block();
        counters.note(post, Instant.now()).block();
        mongo.save(post.deleted(Instant.now()), PostStore.POSTS).block();
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
    }

    private Post post(String id, String thread) {
        return Post.write(id, thread, board.id(), null, joe.id(), WORDS, clock.instant(), id);
    }

    private void insert(Post post) {
        mongo.insert(post, PostStore.POSTS).block();
    }

    /** Of other processes: none is running. */
    private long writersLeft() {
        return writers.ended(Instant.now().plusSeconds(600)).count().block();
    }

    private List<?> pending(String thread) {
        return mongo.findById(thread, Document.class, ThreadStore.THREADS)
                .block()
                .getList("pending", Object.class, List.of());
    }

    private DiscussionThread thread(String id) {
        return mongo.findById(id, DiscussionThread.class, ThreadStore.THREADS).block();
    }

    private static final class SettableClock extends Clock {
        private Instant now;

        SettableClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
