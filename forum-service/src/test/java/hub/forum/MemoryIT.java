package hub.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import hub.platform.memory.ChangeStream;
import hub.platform.memory.Key;
import hub.platform.memory.Memory;
import hub.platform.memory.Remembered;
import hub.testkit.HubIT;
import hub.testkit.QueryWatch;
import hub.testkit.TestMongo;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What a process remembers is what the database says: at once after its own writes, within a second after those of others. */
@HubIT
class MemoryIT {
    private static final String NOTES = "memory_notes";
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Autowired
    private Memory memory;

    @Autowired
    private ChangeStream stream;

    @Autowired
    private ReactiveMongoTemplate mongo;

    @Autowired
    private TransactionalOperator transaction;

    private final AtomicInteger reads = new AtomicInteger();
    private Remembered<String, String> words;
    private MongoClient elsewhere;
    private MongoCollection<Document> written;

    @BeforeEach
    void aNote() {
        reads.set(0);
        words = memory.of(NOTES, Key.id(), 100, this::read);
        elsewhere = MongoClients.create(TestMongo.uri("test"));
        written = elsewhere
                .getDatabase(mongo.getMongoDatabase().map(db -> db.getName()).block())
                .getCollection(NOTES);
        Mono.from(written.deleteMany(new Document())).block();
        mongo.insert(new Document("_id", "a").append("words", "first"), NOTES).block();
        await().atMost(Duration.ofSeconds(10)).until(this::servesFromMemory);
    }

    @AfterEach
    void away() {
        elsewhere.close();
    }

    private Mono<String> read(String id) {
        return Mono.defer(() -> {
            reads.incrementAndGet();
            return mongo.findOne(Query.query(where("_id").is(id)).comment(QueryWatch.TEST), Document.class, NOTES)
                    .mapNotNull(note -> note.getString("words"));
        });
    }

    private Mono<Integer> count(String id) {
        return mongo.findOne(Query.query(where("_id").is(id)).comment(QueryWatch.TEST), Document.class, NOTES)
                .map(note -> note.getInteger("count"));
    }

    private boolean servesFromMemory() {
        words.get("a").block();
        int before = reads.get();
        words.get("a").block();
        return reads.get() == before;
    }

    private String remembered() {
        return words.get("a").block();
    }

    private Mono<?> change(String text) {
        return mongo.updateFirst(Query.query(where("_id").is("a")), new Update().set("words", text), NOTES);
    }

    private void changedElsewhere(String text) {
        Mono.from(written.updateOne(new Document("_id", "a"), new Document("$set", new Document("words", text))))
                .block();
    }

    @Test
    void whatDidNotChangeIsReadOnce() {
        remembered();
        int before = reads.get();
        for (int i = 0; i < 50; i++) {
            assertThat(remembered()).isEqualTo("first");
        }
        assertThat(reads.get() - before).isLessThan(5);
    }

    @Test
    void whatIsAskedForOnceDoesNotDriveOutWhatIsThere() {
        Remembered<String, String> one = memory.of(NOTES, Key.id(), 1, this::read);
        mongo.save(new Document("_id", "b").append("words", "other"), NOTES).block();
        one.get("a").block();
        int before = reads.get();
        assertThat(one.get("b").block()).isEqualTo("other");
        one.get("a").block();
        assertThat(reads.get() - before).isEqualTo(1);
    }

    @Test
    void anOwnWriteCountsAtOnce() {
        for (int i = 0; i < 50; i++) {
            remembered();
            change("version " + i).block();
            assertThat(remembered()).isEqualTo("version " + i);
        }
    }

    @Test
    void whatDependsOnOneFieldStaysWhileOthersChangeHereOrElsewhere() {
        stream.stop();
        Remembered<String, String> dependent = memory.of(NOTES, Key.id().dependingOn("words"), 10, this::read);
        Remembered<String, Integer> counts = memory.of(NOTES, Key.id(), 10, this::count);
        stream.start();
        await().atMost(Duration.ofSeconds(10)).until(this::servesFromMemory);
        dependent.get("a").block();
        int before = reads.get();
        mongo.updateFirst(Query.query(where("_id").is("a")), new Update().inc("count", 1), NOTES)
                .block();
        assertThat(counts.get("a").block()).isEqualTo(1);
        Mono.from(written.updateOne(new Document("_id", "a"), new Document("$inc", new Document("count", 1))))
                .block();
        // So the news of it has come.
        await().atMost(A_SECOND).until(() -> counts.get("a").block() == 2);
        assertThat(dependent.get("a").block()).isEqualTo("first");
        assertThat(reads.get()).isEqualTo(before);

        change("changed here").block();
        assertThat(dependent.get("a").block()).isEqualTo("changed here");
        changedElsewhere("changed elsewhere");
        await().atMost(A_SECOND)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> dependent.get("a").block().equals("changed elsewhere"));
        Mono.from(written.updateOne(new Document("_id", "a"), new Document("$unset", new Document("words", ""))))
                .block();
        await().atMost(A_SECOND)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> dependent.get("a").blockOptional().isEmpty());
    }

    @Test
    void anOwnDeletionCountsAtOnce() {
        remembered();
        mongo.remove(Query.query(where("_id").is("a")), NOTES).block();
        assertThat(remembered()).isNull();
    }

    @Test
    void anOwnWriteToSeveralThatAreNamedLeavesTheOthersInMemory() {
        mongo.save(new Document("_id", "b").append("words", "other"), NOTES).block();
        remembered();
        int before = reads.get();
        for (int i = 0; i < 50; i++) {
            mongo.updateMulti(Query.query(where("_id").in("b", "c")), Update.update("words", "other " + i), NOTES)
                    .block();
            assertThat(remembered()).isEqualTo("first");
        }
        assertThat(reads.get() - before).isLessThan(5);
        mongo.updateMulti(Query.query(where("_id").in("a", "b")), Update.update("words", "changed"), NOTES)
                .block();
        assertThat(remembered()).isEqualTo("changed");
    }

    @Test
    void anOwnTransactionCountsWhenItIsDone() {
        remembered();
        transaction
                .transactional(change("in a transaction").then(words.get("a")))
                .doOnNext(inside -> assertThat(inside).isEqualTo("in a transaction"))
                .block();
        assertThat(remembered()).isEqualTo("in a transaction");
    }

    @Test
    void insideATransactionMemoryIsPassedOverAndNotFilled() {
        remembered();
        transaction
                .execute(status -> change("never to be")
                        .then(words.get("a"))
                        .doOnNext(inside -> assertThat(inside).isEqualTo("never to be"))
                        .doOnNext(inside -> status.setRollbackOnly()))
                .blockLast();
        assertThat(remembered()).isEqualTo("first");
    }

    @Test
    void aWriteOfAnotherProcessCountsWithinASecond() {
        for (int i = 0; i < 20; i++) {
            remembered();
            changedElsewhere("elsewhere " + i);
            String expected = "elsewhere " + i;
            await().atMost(A_SECOND)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> remembered().equals(expected));
        }
    }

    @Test
    void withoutItsStreamNothingIsServedFromMemory() {
        remembered();
        stream.stop();
        changedElsewhere("while deaf");
        assertThat(remembered()).isEqualTo("while deaf");
        stream.start();
        await().atMost(Duration.ofSeconds(10)).until(this::servesFromMemory);
        assertThat(remembered()).isEqualTo("while deaf");
    }

    @Test
    void whatWasBeingReadWhileItChangedIsNotKept() {
        Sinks.Empty<Void> gate = Sinks.empty();
        AtomicInteger slowReads = new AtomicInteger();
        Remembered<String, String> slow = memory.of(NOTES, Key.id(), 10, id -> {
            boolean first = slowReads.incrementAndGet() == 1;
            return read(id).flatMap(found -> first ? gate.asMono().thenReturn(found) : Mono.just(found));
        });
        var early = slow.get("a").toFuture();
        await().atMost(Duration.ofSeconds(5)).until(() -> reads.get() > 0);
        change("newer").block();
        gate.tryEmitEmpty();
        assertThat(early.join()).isIn("first", "newer");
        assertThat(slow.get("a").block()).isEqualTo("newer");
    }
}
