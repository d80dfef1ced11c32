package hub.platform.mongo;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The short way, for what is read most: one command and no cursor, records made by the driver itself, and nobody who listens to its commands but those who
 * ask to ({@link SeesReads}). Inside a transaction it reads as others do, and sees what the transaction wrote.
 *
 * <p>Records are plain: an id is marked with {@code @BsonId}, names of fields are those of the components, and conversions of Spring Data do not apply.
 */
@Component
public class Reads implements AutoCloseable {
    /** A command, unlike a cursor, is not sent again by the driver when the primary has changed. */
    private static final Retry ONCE_MORE =
            Retry.max(1).filter(Reads::isWorthAskingAgain).onRetryExhaustedThrow((retry, last) -> last.failure());

    private final ReactiveMongoTemplate usual;
    private final MongoClient client;
    private final ReactiveMongoDatabaseFactory databases;
    private final Map<Class<?>, CodecRegistry> byType = new ConcurrentHashMap<>();

    Reads(Dial dial, ReactiveMongoDatabaseFactory databases, ReactiveMongoTemplate usual) {
        this.usual = usual;
        this.client = dial.clientForReads();
        this.databases = databases;
    }

    /** What a query finds first; empty if there is nothing. The query is as in {@link #list}, but for its limit. */
    public <T> Mono<T> one(String collection, Class<T> type, Query query) {
        return list(collection, type, query.limit(1))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /**
     * What a query finds, in one batch: some dozens of documents, and not more than 16 MB.
     *
     * @param query with a limit, whose values are as MongoDB has them: text, numbers, truth, moments
     */
    public <T> Mono<List<T>> list(String collection, Class<T> type, Query query) {
        if (!query.isLimited()) {
            throw new IllegalArgumentException("How many at most?");
        }
        return Mono.deferContextual(context ->
                OngoingTransaction.in(context) ? asOthers(collection, type, query) : apart(collection, type, query));
    }

    private <T> Mono<List<T>> asOthers(String collection, Class<T> type, Query query) {
        return usual.execute(
                        collection,
                        documents -> documents
                                .find(query.getQueryObject(), type)
                                .projection(query.getFieldsObject())
                                .sort(query.getSortObject())
                                .limit(query.getLimit()))
                .collectList();
    }

    private <T> Mono<List<T>> apart(String collection, Class<T> type, Query query) {
        Document command = command(collection, query);
        return databases
                .getMongoDatabase()
                .flatMap(others -> Mono.from(client.getDatabase(others.getName())
                        .withCodecRegistry(byType.computeIfAbsent(type, any -> codecs(type, others)))
                        .runCommand(command, FirstBatch.class)))
                .retryWhen(ONCE_MORE)
                .map(batch -> batch.of(type));
    }

    private static boolean isWorthAskingAgain(Throwable failure) {
        return failure instanceof MongoSocketException
                || failure instanceof MongoNotPrimaryException
                || failure instanceof MongoNodeIsRecoveringException
                || failure instanceof MongoConnectionPoolClearedException;
    }

    private static Document command(String collection, Query query) {
        Document command = new Document("find", collection).append("filter", query.getQueryObject());
        if (!query.getFieldsObject().isEmpty()) {
            command.append("projection", query.getFieldsObject());
        }
        if (!query.getSortObject().isEmpty()) {
            command.append("sort", query.getSortObject());
        }
        return command.append("limit", query.getLimit())
                .append("batchSize", query.getLimit())
                .append("singleBatch", true);
    }

    private static CodecRegistry codecs(Class<?> type, MongoDatabase database) {
        CodecRegistry usual = database.getCodecRegistry();
        return CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(new FirstBatch.Decoding(usual.get(type))), usual);
    }

    @Override
    public void close() {
        client.close();
    }
}
