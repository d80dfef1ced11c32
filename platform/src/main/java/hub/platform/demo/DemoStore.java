package hub.platform.demo;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.time.Instant;
import org.bson.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers in {@code demo} what has been loaded, by name. */
@Component
class DemoStore {
    private final Documents<Document> marks;

    DemoStore(Collections collections) {
        this.marks = collections.of("demo", Document.class);
    }

    Mono<Boolean> isLoaded(String name) {
        return marks.exists(Documents.byId(name));
    }

    Mono<Void> loaded(String name, Instant at) {
        return marks.upsert(Documents.byId(name), new Update().setOnInsert("at", at))
                .then();
    }
}
