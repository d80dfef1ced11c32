package hub.forum.unread;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.time.Instant;
import java.util.Collection;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code read_marks}. A mark only ever moves forward, so two devices at once leave it where the one that read further is. */
@Component
class ReadMarkStore {
    private final Documents<ReadMark> marks;

    ReadMarkStore(Collections collections) {
        this.marks = collections.of("read_marks", ReadMark.class);
    }

    Flux<ReadMark> list(Collection<String> ids) {
        return marks.list(ids);
    }

    Mono<Void> add(ReadMark mark) {
        return marks.upsert(
                        Documents.byId(mark.id()),
                        new Update()
                                .max("upTo", mark.upTo())
                                .addToSet("beyond")
                                .each(mark.beyond().toArray()))
                .then();
    }

    /** @param before the posts that need not be kept any more */
    Mono<Void> moveTo(Instant upTo, ReadMark before) {
        return marks.upsert(
                        Documents.byId(before.id()),
                        new Update()
                                .max("upTo", upTo)
                                .pullAll("beyond", before.beyond().toArray()))
                .then();
    }
}
