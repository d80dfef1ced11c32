package hub.platform.mongo;

import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Mono;

/**
 * One numbered change of the database: indexes, shape. Runs once, in the order of its name, by whichever process is first; must be able to
 * run again after it was cut off half-way.
 *
 * @param name owner and number, such as {@code threads-0001-indexes}; never changed once landed
 */
public record Migration(String name, Step step) {

    /** What a migration does. */
    @FunctionalInterface
    public interface Step {
        Mono<Void> run(ReactiveMongoTemplate mongo);
    }

    public static Mono<Void> dropIndex(ReactiveMongoTemplate mongo, String collection, String index) {
        return mongo.indexOps(collection)
                .getIndexInfo()
                .filter(there -> there.getName().equals(index))
                .flatMap(there -> mongo.indexOps(collection).dropIndex(index))
                .then();
    }
}
