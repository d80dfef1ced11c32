package hub.platform.mongo;

import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.SimpleReactiveMongoDatabaseFactory;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The short way, for what is read most: the driver makes the records itself, and nobody listens to its commands but those who ask to
 * ({@link SeesReads}). Inside a transaction it reads as others do, and sees what the transaction wrote.
 *
 * <p>Records are plain: an id is marked with {@code @BsonId}, names of fields are those of the components, and conversions of Spring Data do not apply.
 */
@Component
public class Reads implements AutoCloseable {
    private final ReactiveMongoTemplate usual;
    private final MongoClient client;
    private final ReactiveMongoTemplate apart;

    Reads(Dial dial, ReactiveMongoDatabaseFactory databases, ReactiveMongoTemplate usual) {
        this.usual = usual;
        this.client = dial.clientForReads();
        this.apart = new ReactiveMongoTemplate(new SameDatabase(client, databases));
    }

    /** @param query whose values are as MongoDB has them: text, numbers, truth, moments */
    public <T> Flux<T> find(String collection, Class<T> type, Query query) {
        return Flux.deferContextual(context -> (OngoingTransaction.in(context) ? usual : apart)
                .execute(collection, documents -> {
                    FindPublisher<T> found = documents
                            .find(query.getQueryObject(), type)
                            .projection(query.getFieldsObject())
                            .sort(query.getSortObject());
                    return query.isLimited() ? found.limit(query.getLimit()) : found;
                }));
    }

    @Override
    public void close() {
        client.close();
    }

    /** The database that others have, by another client. */
    private static final class SameDatabase extends SimpleReactiveMongoDatabaseFactory {
        private final ReactiveMongoDatabaseFactory databases;

        SameDatabase(MongoClient client, ReactiveMongoDatabaseFactory databases) {
            super(client, "unused");
            this.databases = databases;
        }

        @Override
        public Mono<MongoDatabase> getMongoDatabase() {
            return databases.getMongoDatabase().map(MongoDatabase::getName).flatMap(this::getMongoDatabase);
        }
    }
}
