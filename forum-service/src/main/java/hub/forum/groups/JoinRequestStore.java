package hub.forum.groups;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
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

    private final Documents<JoinRequest> requests;
    private final DocumentCache<String, List<JoinRequest>> openByGroup;

    JoinRequestStore(Collections collections) {
        this.requests = collections.of(REQUESTS, JoinRequest.class);
        this.openByGroup = requests.cache(CacheKey.field("group"), MOST_REMEMBERED, this::readOpen);
    }

    Mono<JoinRequest> find(String id) {
        return requests.find(id);
    }

    /** A person's own, newest first. */
    Flux<JoinRequest> of(String account) {
        return requests.list(Query.query(where("account").is(account))
                .with(Sort.by(Direction.DESC, "at"))
                .limit(MOST));
    }

    /** What waits for an answer in a group, oldest first. */
    Flux<JoinRequest> openIn(String group) {
        return openByGroup.get(group).flatMapIterable(open -> open);
    }

    private Mono<List<JoinRequest>> readOpen(String group) {
        return requests.list(Query.query(where("group").is(group).and("state").is(JoinRequest.State.OPEN))
                        .with(Sort.by("at"))
                        .limit(MOST))
                .collectList();
    }

    Mono<JoinRequest> openOf(String group, String account) {
        return requests.first(Query.query(
                where("group").is(group).and("account").is(account).and("state").is(JoinRequest.State.OPEN)));
    }

    /** @throws org.springframework.dao.DuplicateKeyException (as a signal) if another of that person is open in the group */
    Mono<JoinRequest> insert(JoinRequest request) {
        return requests.insert(request);
    }

    /** Saves what became of an open request; empty if it is not open any more. */
    Mono<JoinRequest> close(JoinRequest closed) {
        return requests.replace(
                Query.query(where("_id").is(closed.id()).and("state").is(JoinRequest.State.OPEN)), closed);
    }
}
