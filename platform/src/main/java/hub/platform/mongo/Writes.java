package hub.platform.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** For what is written most: commands with many documents. */
@Component
public class Writes {
    /** The driver frees connections that hang much sooner. Should one be left over, those behind it must not wait for ever. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ReactiveMongoDatabaseFactory databases;

    Writes(ReactiveMongoDatabaseFactory databases) {
        this.databases = databases;
    }

    /**
     * @param type of the documents; a plain record, as in {@link Reads}
     * @param command writes some items to the collection, unordered
     */
    public <D, T> GroupCommit<T> together(
            String collection, Class<D> type, BiFunction<MongoCollection<D>, List<T>, Publisher<?>> command) {
        return new GroupCommit<>(items -> databases
                .getMongoDatabase()
                .flatMap(database -> Mono.from(command.apply(database.getCollection(collection, type), items)))
                .timeout(LONGEST, Mono.error(MongoAway::new))
                .then());
    }
}
