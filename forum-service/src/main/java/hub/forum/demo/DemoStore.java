package hub.forum.demo;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.time.Clock;
import org.bson.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers in {@code demo} that the community has been loaded. */
@Component
class DemoStore {
    private static final String DEMO = "demo";
    private static final String COMMUNITY = "community";

    private final Documents<Document> marks;
    private final Clock clock;

    DemoStore(Collections collections, Clock clock) {
        this.marks = collections.of(DEMO, Document.class);
        this.clock = clock;
    }

    Mono<Boolean> isLoaded() {
        return marks.exists(Documents.byId(COMMUNITY));
    }

    Mono<Void> loaded() {
        return marks.upsert(Documents.byId(COMMUNITY), new Update().set("at", clock.instant()))
                .then();
    }
}
