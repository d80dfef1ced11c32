package hub.forum.groups;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.memory.Key;
import hub.platform.memory.Memory;
import hub.platform.memory.Remembered;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code join_requests}. */
@Component
class JoinRequestStore {
    static final String REQUESTS = "join_requests";
    private static final int MOST = 200;

    private static final int MOST_REMEMBERED = 500;

    private final ReactiveMongoTemplate mongo;
    private final Remembered<String, List<JoinRequest>> openByGroup;

    JoinRequestStore(ReactiveMongoTemplate mongo, Memory memory) {
        this.mongo = mongo;
        this.openByGroup = memory.of(REQUESTS, Key.field("group"), MOST_REMEMBERED, this::readOpen);
    }

    Mono<JoinRequest> find(String id) {
        return mongo.findById(id, JoinRequest.class, REQUESTS);
    }

    /** A person's own, newest first. */
    Flux<JoinRequest> of(String account) {
        return mongo.find(
                Query.query(where("account").is(account))
                        .with(Sort.by(Direction.DESC, "at"))
                        .limit(MOST),
                JoinRequest.class,
                REQUESTS);
    }

    /** What waits for an answer in a group, oldest first. */
    Flux<JoinRequest> openIn(String group) {
        return openByGroup.get(group).flatMapIterable(open -> open);
    }

    private Mono<List<JoinRequest>> readOpen(String group) {
        return mongo.find(
                        Query.query(where("group").is(group).and("state").is(JoinRequest.State.OPEN))
                                .with(Sort.by("at"))
                                .limit(MOST),
                        JoinRequest.class,
                        REQUESTS)
                .collectList();
    }

    Mono<JoinRequest> openOf(String group, String account) {
        return mongo.findOne(
                Query.query(where("group")
                        .is(group)
                        .and("account")
                        .is(account)
                        .and("state")
                        .is(JoinRequest.State.OPEN)),
                JoinRequest.class,
                REQUESTS);
    }

    /** @throws org.springframework.dao.DuplicateKeyException (as a signal) if another of that person is open in the group */
    Mono<JoinRequest> insert(JoinRequest request) {
        return mongo.insert(request, REQUESTS);
    }

    /** Saves what became of an open request; empty if it is not open any more. */
    Mono<JoinRequest> close(JoinRequest closed) {
        return mongo.findAndReplace(
                Query.query(where("_id").is(closed.id()).and("state").is(JoinRequest.State.OPEN)),
                closed,
                FindAndReplaceOptions.options().returnNew(),
                JoinRequest.class,
                REQUESTS,
                JoinRequest.class);
    }
}
