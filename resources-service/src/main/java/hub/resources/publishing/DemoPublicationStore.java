package hub.resources.publishing;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.time.Instant;
import org.bson.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes in {@code demo} that the demo's publications were loaded, so that one who archives them is not given them again. */
@Component
class DemoPublicationStore {
    private static final String DEMO = "demo";
    private static final String PUBLICATIONS = "publications";

    private final Documents<Document> marks;

    DemoPublicationStore(Collections collections) {
        this.marks = collections.of(DEMO, Document.class);
    }

    Mono<Boolean> loaded() {
        return marks.exists(Documents.byId(PUBLICATIONS));
    }

    Mono<Void> noteLoaded(Instant at) {
        return marks.upsert(Documents.byId(PUBLICATIONS), new Update().setOnInsert("at", at))
                .then();
    }
}
