package hub.platform.search;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.FullDocument;
import com.mongodb.reactivestreams.client.ChangeStreamPublisher;
import com.mongodb.reactivestreams.client.MongoDatabase;
import hub.platform.outage.MongoAway;
import hub.platform.search.SearchSource.Watched;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What any process changes in the collections of the sources, from a position on: a moment of the database, or behind a change. MongoDB keeps
 * positions for as long as its log of operations reaches back, which is hours to weeks.
 */
@Component
class SourceChanges {
    private static final String MOMENT = "moment:";
    private static final List<String> OF_DOCUMENTS = List.of("insert", "update", "replace", "delete");
    private static final List<String> OF_COLLECTIONS = List.of("drop", "rename", "dropDatabase", "invalidate");

    private final ReactiveMongoDatabaseFactory databases;

    SourceChanges(ReactiveMongoDatabaseFactory databases) {
        this.databases = databases;
    }

    /** @param position behind it */
    record Change(String collection, String id, String position) {}

    /** The changes from there on can no longer be told: all must be read anew. */
    static final class PositionLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PositionLost(String why, @Nullable Throwable cause) {
            super("The changes of the database cannot be followed from where the index is: " + why, cause);
        }
    }

    /** The name of the database. */
    Mono<String> database() {
        return databases.getMongoDatabase().map(MongoDatabase::getName);
    }

    /** The position of this moment. */
    Mono<String> now() {
        return databases
                .getMongoDatabase()
                .flatMap(database -> Mono.from(database.runCommand(new Document("hello", 1), BsonDocument.class)))
                .map(answer -> MOMENT + answer.getTimestamp("operationTime").getValue());
    }

    /**
     * Never completes.
     *
     * @throws PositionLost (as a signal)
     */
    Flux<Change> from(String position, Collection<Watched> watched) {
        return databases
                .getMongoDatabase()
                .flatMapMany(database -> at(position, database.watch(pipeline(watched))))
                .map(SourceChanges::change)
                .onErrorMap(SourceChanges::isLost, failure -> new PositionLost(failure.toString(), failure))
                .concatWith(Mono.error(() -> new PositionLost("the stream has ended", null)));
    }

    private static Flux<ChangeStreamDocument<Document>> at(String position, ChangeStreamPublisher<Document> changes) {
        ChangeStreamPublisher<Document> all = changes.fullDocument(FullDocument.DEFAULT);
        return Flux.from(
                position.startsWith(MOMENT)
                        ? all.startAtOperationTime(
                                new BsonTimestamp(Long.parseLong(position.substring(MOMENT.length()))))
                        : all.resumeAfter(BsonDocument.parse(position)));
    }

    /** What is of no concern stays in MongoDB, such as the counters in a thread at each reply, and so do the documents. */
    private static List<Document> pipeline(Collection<Watched> watched) {
        List<Document> some = new ArrayList<>();
        some.add(new Document("operationType", new Document("$in", OF_COLLECTIONS)));
        for (Watched one : watched) {
            List<Document> either = new ArrayList<>();
            either.add(new Document(
                    "operationType", one.fields().isEmpty() ? new Document("$in", OF_DOCUMENTS) : notUpdates()));
            for (String field : one.fields()) {
                either.add(new Document("updateDescription.updatedFields." + field, new Document("$exists", true)));
            }
            some.add(new Document("ns.coll", one.collection()).append("$or", either));
        }
        return List.of(
                new Document("$match", new Document("$or", some)),
                new Document("$project", new Document("fullDocument", 0).append("updateDescription", 0)));
    }

    private static Document notUpdates() {
        return new Document("$in", List.of("insert", "replace", "delete"));
    }

    private static Change change(ChangeStreamDocument<Document> event) {
        BsonDocument key = event.getDocumentKey();
        MongoNamespace where = event.getNamespace();
        if (key == null || where == null) {
            throw new PositionLost("a collection went: " + event.getOperationTypeString(), null);
        }
        String id = key.get("_id") instanceof BsonString text ? text.getValue() : "";
        return new Change(where.getCollectionName(), id, event.getResumeToken().toJson());
    }

    /** MongoDB says no to the position itself; a database that is away is not that. */
    private static boolean isLost(Throwable failure) {
        return failure instanceof MongoCommandException && !MongoAway.explains(failure);
    }
}
