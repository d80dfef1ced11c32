package hub.platform.cache;

import com.mongodb.ClientSessionOptions;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Follows what any process changes in the database, and knows whether it does: MongoDB answers when there is news, and otherwise every
 * {@link #AT_LEAST_EVERY}, and a longer silence means that news may be on its way. The driver's own change streams keep empty answers to
 * themselves; so the two commands are sent here.
 */
@Component
public class ChangeStream implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);
    private static final Duration AT_LEAST_EVERY = Duration.ofMillis(300);

    /** The promise to users is that a change counts everywhere within a second. */
    private static final long SILENCE = Duration.ofMillis(900).toNanos();

    /** The driver frees connections that hang; should one be left over, it is not waited for. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final List<String> CHANGES = List.of("insert", "update", "replace", "delete", "drop", "invalidate");

    private final ReactiveMongoDatabaseFactory databases;
    private volatile Set<String> fields = Set.of();
    private volatile Consumer<DocumentChange> told = change -> {};
    private volatile Runnable afterSilence = () -> {};
    private final Map<String, List<Consumer<@Nullable String>>> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable Disposable following;
    private volatile boolean open;
    private volatile long heardAt;

    ChangeStream(ReactiveMongoDatabaseFactory databases) {
        this.databases = databases;
    }

    /**
     * @param fields text fields that are wanted with a change
     * @param afterSilence what to do before the stream counts as heard again: changes may have been missed
     */
    void tell(Set<String> fields, Consumer<DocumentChange> told, Runnable afterSilence) {
        this.fields = fields;
        this.told = told;
        this.afterSilence = afterSilence;
    }

    /**
     * Tells whenever documents of a collection were changed, by whichever process; once more than needed does no harm.
     *
     * @param listener is quick, and gets the id of the document; null if changes may have been missed
     */
    public void whenChanged(String collection, Consumer<@Nullable String> listener) {
        listeners
                .computeIfAbsent(collection, name -> new CopyOnWriteArrayList<>())
                .add(listener);
    }

    /** Whether everything that was changed a second ago or earlier has been told. */
    boolean isHeard() {
        return following != null && open && System.nanoTime() - heardAt < SILENCE;
    }

    @Override
    public synchronized void start() {
        following = follow().retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)).subscribe();
    }

    /** Never completes: a stream that MongoDB closes has no more answers, which is an error as others are. */
    private Mono<Void> follow() {
        return Mono.usingWhen(
                        databases.getSession(ClientSessionOptions.builder()
                                .causallyConsistent(false)
                                .build()),
                        session -> databases.getMongoDatabase().flatMap(database -> follow(database, session)),
                        session -> Mono.fromRunnable(session::close))
                .doOnError(fault -> {
                    open = false;
                    LOG.debug("The change stream broke off and is opened anew", fault);
                });
    }

    private Mono<Void> follow(MongoDatabase database, ClientSession session) {
        return answer(database, session, opening())
                .map(cursor -> new Document("getMore", cursor.getLong("id"))
                        .append("collection", "$cmd.aggregate")
                        .append("maxTimeMS", AT_LEAST_EVERY.toMillis()))
                .flatMap(more -> answer(database, session, more).repeat().then());
    }

    /** The cursor as MongoDB answers it; what it brought has been told. */
    private Mono<Document> answer(MongoDatabase database, ClientSession session, Document command) {
        return Mono.from(database.runCommand(session, command))
                .timeout(LONGEST_ANSWER)
                .map(answer -> answer.get("cursor", Document.class))
                .doOnNext(this::heard);
    }

    private void heard(Document cursor) {
        if (!isHeard()) {
            afterSilence.run();
            listeners.values().forEach(each -> each.forEach(listener -> listener.accept(null)));
        }
        for (Document event : events(cursor)) {
            DocumentChange change = change(event);
            told.accept(change);
            listeners.getOrDefault(change.collection(), List.of()).forEach(listener -> listener.accept(change.id()));
        }
        heardAt = System.nanoTime();
        open = true;
    }

    private static List<Document> events(Document cursor) {
        return cursor.getList(cursor.containsKey("firstBatch") ? "firstBatch" : "nextBatch", Document.class);
    }

    private Document opening() {
        Document wanted = new Document("operationType", 1).append("ns", 1).append("documentKey", 1);
        fields.forEach(field -> wanted.append("fullDocument." + field, 1));
        return new Document("aggregate", 1)
                .append(
                        "pipeline",
                        List.of(
                                new Document("$changeStream", new Document()),
                                new Document("$match", new Document("operationType", new Document("$in", CHANGES))),
                                new Document("$project", wanted)))
                .append("cursor", new Document());
    }

    private static DocumentChange change(Document event) {
        Document none = new Document();
        String collection = event.get("ns", none).getString("coll");
        return DocumentChange.of(
                collection == null ? "" : collection, event.get("fullDocument", none), event.get("documentKey", none));
    }

    @Override
    public synchronized void stop() {
        Disposable ended = following;
        if (ended != null) {
            ended.dispose();
        }
        following = null;
        open = false;
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
