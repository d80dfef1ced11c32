package hub.resources.readings;

import hub.platform.mongo.Migration;
import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Before, policies and news each kept their own readings. */
@Configuration(proxyBeanMethods = false)
class ReadingMigrations {
    @Bean
    Migration readingIndexes() {
        return new Migration(
                "readings-0001-indexes",
                mongo -> mongo.indexOps(ReadingStore.READINGS)
                        .createIndex(new Index("of", Direction.ASC).on("at", Direction.ASC))
                        .then());
    }

    @Bean
    Migration readingsOfBefore() {
        return new Migration(
                "readings-0002-of-before",
                mongo -> move(
                                mongo,
                                "policy_readings",
                                List.of("policies:", "$policy", ":", new Document("$toString", "$version")))
                        .then(move(mongo, "publication_readings", List.of("publishing:", "$publication", ":1"))));
    }

    /** Copies them, and lets the collection go. @param of what was read, in pieces */
    private static Mono<Void> move(ReactiveMongoTemplate mongo, String collection, List<Object> of) {
        List<Document> steps = List.of(
                new Document("$set", new Document("of", new Document("$concat", of))),
                new Document(
                        "$project",
                        new Document("of", 1)
                                .append("account", 1)
                                .append("at", 1)
                                .append("_id", new Document("$concat", List.of("$of", ":", "$account")))),
                new Document(
                        "$merge", new Document("into", ReadingStore.READINGS).append("whenMatched", "keepExisting")));
        return mongo.getCollection(collection)
                .flatMapMany(there -> Flux.from(there.aggregate(steps).toCollection()))
                .then(mongo.dropCollection(collection));
    }
}
