package hub.platform.memory;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.ChangeStreamPublisher;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** Follows what any process changes in the database. Ends before the driver does, and begins again by itself after a fault. */
@Component
public class ChangeStream implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);
    private static final String UPDATED = "updateDescription.updatedFields.";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final ReactiveMongoDatabaseFactory databases;
    private final StreamPulse pulse;
    private volatile Set<String> fields = Set.of();
    private volatile Set<String> dependedOn = Set.of();
    private volatile Consumer<Change> told = change -> {};
    private volatile @Nullable Disposable following;

    ChangeStream(ReactiveMongoDatabaseFactory databases, StreamPulse pulse) {
        this.databases = databases;
        this.pulse = pulse;
    }

    /**
     * @param fields text fields that are wanted with a change
     * @param dependedOn fields of which it is wanted to know whether they were touched
     */
    void tell(Set<String> fields, Set<String> dependedOn, Consumer<Change> told) {
        this.fields = fields;
        this.dependedOn = dependedOn;
        this.told = told;
    }

    /** Whether everything that was changed a second ago or earlier has been told. */
    boolean isHeard() {
        return pulse.isHeard();
    }

    @Override
    public synchronized void start() {
        following = databases
                .getMongoDatabase()
                .flatMapMany(database -> events(database.watch(pipeline(), BsonDocument.class)
                        .maxAwaitTime(StreamPulse.AT_LEAST_EVERY.toMillis(), TimeUnit.MILLISECONDS)))
                .doOnNext(event -> told.accept(change(event)))
                .doOnError(fault -> {
                    pulse.lost();
                    LOG.debug("The change stream broke off", fault);
                })
                .doOnComplete(pulse::lost)
                .repeatWhen(ended -> ended.delayElements(Duration.ofMillis(100)))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(50)).maxBackoff(LONGEST_PAUSE))
                .subscribe();
    }

    private static Flux<BsonDocument> events(ChangeStreamPublisher<BsonDocument> stream) {
        return Flux.from(stream.withDocumentClass(BsonDocument.class));
    }

    private List<Bson> pipeline() {
        Document wanted = new Document("operationType", 1).append("ns", 1).append("documentKey", 1);
        fields.forEach(field -> wanted.append("fullDocument." + field, 1));
        wanted.append("updateDescription.removedFields", 1);
        dependedOn.forEach(field -> wanted.append(UPDATED + field, 1));
        return List.of(
                Aggregates.match(
                        Filters.in("operationType", "insert", "update", "replace", "delete", "drop", "invalidate")),
                Aggregates.project(wanted));
    }

    private static Change change(BsonDocument event) {
        Map<String, String> known = new HashMap<>();
        Texts.of(event.getDocument("fullDocument", new BsonDocument()), name -> true, known);
        Texts.of(event.getDocument("documentKey", new BsonDocument()), name -> true, known);
        BsonDocument place = event.getDocument("ns", new BsonDocument());
        BsonValue collection = place.get("coll");
        return new Change(
                collection == null ? "" : collection.asString().getValue(), known.get("_id"), known, touched(event));
    }

    private static @Nullable Set<String> touched(BsonDocument event) {
        if (!event.getString("operationType").getValue().equals("update")) {
            return null;
        }
        BsonDocument description = event.getDocument("updateDescription", new BsonDocument());
        Set<String> touched = new HashSet<>(
                description.getDocument("updatedFields", new BsonDocument()).keySet());
        description
                .getArray("removedFields", new BsonArray())
                .forEach(name -> touched.add(name.asString().getValue()));
        return touched;
    }

    @Override
    public synchronized void stop() {
        Disposable ended = following;
        if (ended != null) {
            ended.dispose();
        }
        following = null;
        pulse.lost();
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }

    /** Before anything is served; the web server is stopped before it. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
