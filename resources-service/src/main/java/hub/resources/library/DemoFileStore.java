package hub.resources.library;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.time.Instant;
import org.bson.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes in {@code demo} that the demo's files were loaded. */
@Component
class DemoFileStore {
    private static final String FILES = "library-files";

    private final Documents<Document> marks;

    DemoFileStore(Collections collections) {
        this.marks = collections.of("demo", Document.class);
    }

    Mono<Boolean> loaded() {
        return marks.exists(Documents.byId(FILES));
    }

    Mono<Void> noteLoaded(Instant at) {
        return marks.upsert(Documents.byId(FILES), new Update().setOnInsert("at", at))
                .then();
    }
}
