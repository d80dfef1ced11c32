package hub.forum.meetings;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.time.Instant;
import java.util.Collection;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code meeting_replies}. Who may read them is said by whoever asks: {@link Replies}. */
@Component
class ReplyStore {
    static final String REPLIES = "meeting_replies";

    /** To one meeting. */
    static final int MOST = 2_000;

    private static final int MOST_OF_ONE = 200;

    private final Documents<Reply> replies;

    ReplyStore(Collections collections) {
        this.replies = collections.of(REPLIES, Reply.class);
    }

    Mono<Reply> find(String id) {
        return replies.find(id);
    }

    Flux<Reply> list(Collection<String> ids) {
        return replies.list(ids);
    }

    /** In the order of tickets. */
    Flux<Reply> to(String meeting) {
        return replies.list(Query.query(where("meeting").is(meeting))
                .with(Sort.by("ticket"))
                .limit(MOST));
    }

    /** Somebody's own, to meetings that are not over, in the order in which those end. */
    Flux<Reply> of(String account, Instant now) {
        return replies.list(
                Query.query(where("account").is(account).and("until").gt(now))
                        .with(Sort.by("until"))
                        .limit(MOST_OF_ONE));
    }

    Mono<Reply> put(Reply reply) {
        return replies.put(reply);
    }

    Mono<Void> setUntil(String meeting, Instant until) {
        return replies.changeAll(Query.query(where("meeting").is(meeting)), new Update().set("until", until));
    }

    Mono<Reply> remove(String id) {
        return replies.remove(Documents.byId(id));
    }
}
