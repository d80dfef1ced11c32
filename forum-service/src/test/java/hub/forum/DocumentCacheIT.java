package hub.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import hub.platform.cache.CacheKey;
import hub.platform.cache.ChangeStream;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Transactions;
import hub.testkit.HubIT;
import hub.testkit.QueryWatch;
import hub.testkit.TestMongo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What a process keeps is what the database says: at once after its own writes, within a second after those of others. */
@HubIT
class DocumentCacheIT {
    private static final String NOTES = "cached_notes";
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Autowired
    private Collections collections;

    @Autowired
    private ChangeStream stream;

    @Autowired
    private ReactiveMongoTemplate mongo;

    @Autowired
    private Transactions transactions;

    private final AtomicInteger reads = new AtomicInteger();
    private Documents<Document> notes;
    private DocumentCache<String, String> words;
    private MongoClient elsewhere;
    private MongoCollection<Document> written;

    @BeforeEach
    void aNote() {
        reads.set(0);
        notes = collections.of(NOTES, Document.class);
        words = notes.cache(CacheKey.id(), 100, this::read);
        elsewhere = MongoClients.create(TestMongo.uri("test"));
        written = elsewhere
                .getDatabase(mongo.getMongoDatabase().map(db -> db.getName()).block())
                .getCollection(NOTES);
        Mono.from(written.deleteMany(new Document())).block();
        notes.insert(new Document("_id", "a").append("words", "first")).block();
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
        return notes.change(Documents.byId("a"), new Update().set("words", text));
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
    void anOwnWriteCountsAtOnce() {
        for (int i = 0; i < 50; i++) {
            remembered();
            change("version " + i).block();
            assertThat(remembered()).isEqualTo("version " + i);
        }
    }

    @Test
    void anOwnDeletionCountsAtOnce() {
        remembered();
        notes.remove(Documents.byId("a")).block();
        assertThat(remembered()).isNull();
    }

    @Test
    void anOwnWriteToSeveralThatAreNamedLeavesTheOthersInMemory() {
        notes.put(new Document("_id", "b").append("words", "other")).block();
        remembered();
        int before = reads.get();
        for (int i = 0; i < 50; i++) {
            notes.changeAll(Query.query(where("_id").in("b", "c")), Update.update("words", "other " + i))
                    .block();
            assertThat(remembered()).isEqualTo("first");
        }
        assertThat(reads.get() - before).isLessThan(5);
        notes.changeAll(Query.query(where("_id").in("a", "b")), Update.update("words", "changed"))
                .block();
        assertThat(remembered()).isEqualTo("changed");
    }

    @Test
    void anOwnWriteCountsHoweverItIsDone() {
        Query all = Query.query(where("_id").gt(""));
        remembered();
        notes.changeAll(all, Update.update("words", "all")).block();
        assertThat(remembered()).isEqualTo("all");
        notes.put(new Document("_id", "a").append("words", "put")).block();
        assertThat(remembered()).isEqualTo("put");
        notes.replace(Documents.byId("a"), new Document("_id", "a").append("words", "replaced"))
                .block();
        assertThat(remembered()).isEqualTo("replaced");
        notes.upsert(Documents.byId("a"), Update.update("words", "upserted")).block();
        assertThat(remembered()).isEqualTo("upserted");
        notes.remove(Documents.byId("a")).block();
        notes.insertAll(List.of(new Document("_id", "a").append("words", "inserted")))
                .block();
        assertThat(remembered()).isEqualTo("inserted");
    }

    @Test
    void whatFailedIsForgottenToo() {
        remembered();
        int before = reads.get();
        assertThatThrownBy(() -> notes.insert(new Document("_id", "a").append("words", "twice"))
                        .block())
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(remembered()).isEqualTo("first");
        assertThat(reads.get()).isEqualTo(before + 1);
    }

    @Test
    void whatATransactionChangedCountsBeforeItsCallerHearsOfTheEnd() {
        remembered();
        transactions
                .run(change("in a transaction").then(words.get("a")))
                .doOnNext(inside -> assertThat(inside).isEqualTo("in a transaction"))
                .flatMap(inside -> words.get("a"))
                .doOnNext(after -> assertThat(after).isEqualTo("in a transaction"))
                .block();
        assertThat(remembered()).isEqualTo("in a transaction");
    }

    @Test
    void insideATransactionTheCacheIsPassedOverAndNotFilled() {
        remembered();
        Mono<String> steps = change("never to be")
                .then(words.get("a"))
                .doOnNext(inside -> assertThat(inside).isEqualTo("never to be"))
                .flatMap(inside -> Mono.error(new IllegalStateException("undone")));
        assertThatThrownBy(() -> transactions.run(steps).block()).hasMessage("undone");
        assertThat(remembered()).isEqualTo("first");
    }

    @Test
    void aTransactionWithinAnotherIsPartOfIt() {
        Mono<String> steps = transactions
                .run(change("within"))
                .then(transactions.run(words.get("a")))
                .doOnNext(inside -> assertThat(inside).isEqualTo("within"))
                .flatMap(inside -> Mono.error(new IllegalStateException("undone")));
        assertThatThrownBy(() -> transactions.run(steps).block()).hasMessage("undone");
        assertThat(remembered()).isEqualTo("first");
    }

    @Test
    void transactionsThatMeetAreTriedAgain() {
        Flux.range(0, 20)
                .flatMap(
                        i -> transactions.run(notes.find("a")
                                .flatMap(note -> notes.change(
                                        Documents.byId("a"), Update.update("count", note.getInteger("count", 0) + 1)))),
                        5)
                .blockLast(A_SECOND.multipliedBy(30));
        assertThat(notes.find("a").block().getInteger("count")).isEqualTo(20);
    }

    @Test
    void aQueryWithoutALimitIsRefused() {
        assertThatThrownBy(() -> notes.list(new Query())).hasMessageContaining(NOTES);
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
        DocumentCache<String, String> slow = notes.cache(CacheKey.id(), 10, id -> {
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
