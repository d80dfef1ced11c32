package hub.platform.mongo;

import hub.platform.status.Standing;
import hub.platform.status.StatusSource;
import org.bson.Document;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which MongoDB serves, and whether it answers. */
@Component
@Order(20)
class MongoStatus implements StatusSource {
    /** What is older gets no more repairs. Source: MongoDB's published ends of life. */
    private static final int FIRST_KEPT = 7;

    private final ReactiveMongoTemplate mongo;

    MongoStatus(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public String of() {
        return "database";
    }

    @Override
    public Mono<Standing> standing() {
        return mongo.executeCommand(new Document("buildInfo", 1))
                .elapsed()
                .map(answer -> standing(answer.getT2().getString("version"), answer.getT1()));
    }

    private Standing standing(String version, long millis) {
        int dot = version.indexOf('.');
        boolean kept = Integer.parseInt(dot < 0 ? version : version.substring(0, dot)) >= FIRST_KEPT;
        return kept ? Standing.fine(of(), "answers", version, millis) : Standing.look(of(), "past", version, millis);
    }
}
