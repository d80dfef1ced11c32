package hub.forum.visits;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.memory.Key;
import hub.platform.memory.Memory;
import hub.platform.memory.Remembered;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The collection {@code visits}. */
@Component
class VisitStore {
    static final String VISITS = "visits";
    private static final int MOST_REMEMBERED = 20_000;

    private final ReactiveMongoTemplate mongo;
    private final Remembered<String, Visit> byAccount;

    VisitStore(ReactiveMongoTemplate mongo, Memory memory) {
        this.mongo = mongo;
        this.byAccount =
                memory.of(VISITS, Key.id(), MOST_REMEMBERED, account -> mongo.findById(account, Visit.class, VISITS));
    }

    Mono<Visit> find(String account) {
        return byAccount.get(account);
    }

    /** Two processes that a person uses at once write the same {@code since}; the later {@code seen} stays. */
    Mono<Void> save(Visit visit) {
        return mongo.upsert(
                        Query.query(where("_id").is(visit.id())),
                        new Update().set("since", visit.since()).max("seen", visit.seen()),
                        VISITS)
                .then();
    }
}
