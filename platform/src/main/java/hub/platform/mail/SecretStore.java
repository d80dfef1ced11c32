package hub.platform.mail;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keys that all processes share. */
@Component
class SecretStore {
    private final Documents<Secret> secrets;

    SecretStore(Collections collections) {
        this.secrets = collections.of("secrets", Secret.class);
    }

    record Secret(String id, String key) {}

    /** The key of that name; the fresh one if there was none. Of two that bring one at once, the first is kept. */
    Mono<String> orFresh(String name, String fresh) {
        return secrets.find(name)
                .switchIfEmpty(Mono.defer(() ->
                        secrets.upsert(Query.query(where("_id").is(name)), new Update().setOnInsert("key", fresh))))
                .map(Secret::key);
    }
}
