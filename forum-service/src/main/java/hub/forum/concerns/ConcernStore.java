package hub.forum.concerns;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code concerns}. */
@Component
class ConcernStore {
    static final String CONCERNS = "concerns";
    /** In one list. Were there more open ones than this, the oldest are shown, which are acted on first. */
    static final int MOST = 200;

    private final Documents<Concern> concerns;

    ConcernStore(Collections collections) {
        this.concerns = collections.of(CONCERNS, Concern.class);
    }

    /** Whoever raised it, and safeguarding leads; nobody sees what is about themselves. */
    private static Criteria readableBy(Viewer viewer) {
        Criteria notAboutThem = where("about").ne(viewer.id());
        return viewer.is(Role.SAFEGUARDING_LEAD)
                ? notAboutThem
                : notAboutThem.and("account").is(viewer.id());
    }

    Mono<Concern> find(String id, Viewer viewer) {
        return concerns.first(Query.query(readableBy(viewer).and("_id").is(id)));
    }

    /** As it is stored now, for a transaction that changes it and for letters, which say nothing of it. */
    Mono<Concern> toChange(String id) {
        return concerns.find(id);
    }

    /** The viewer's own, the newest first. */
    Flux<Concern> own(Viewer viewer) {
        return concerns.list(
                Query.query(where("account").is(viewer.id()).and("about").ne(viewer.id()))
                        .with(Sort.by(Direction.DESC, "raisedAt"))
                        .limit(MOST));
    }

    /** In one state, for safeguarding leads: the oldest first of what is open, the newest first of what is done. */
    Flux<Concern> in(Concern.State state, Viewer viewer) {
        Direction direction = state == Concern.State.DONE ? Direction.DESC : Direction.ASC;
        return concerns.list(Query.query(readableBy(viewer).and("state").is(state))
                .with(Sort.by(direction, "raisedAt"))
                .limit(MOST));
    }

    Mono<Long> count(Concern.State state, Viewer viewer) {
        return concerns.count(
                Query.query(readableBy(viewer).and("state").is(state)).limit(MOST));
    }

    Mono<Concern> insert(Concern concern) {
        return concerns.insert(concern);
    }

    /** Empty if another change was first. */
    Mono<Concern> replace(Concern after, int before) {
        return concerns.replace(
                Query.query(where("_id").is(after.id()).and("version").is(before)), after);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration concernIndexes() {
            return new Migration("concerns-0001-indexes", mongo -> {
                var indexes = mongo.indexOps(CONCERNS);
                return Flux.concat(
                                indexes.createIndex(new Index("account", Direction.ASC).on("raisedAt", Direction.DESC)),
                                indexes.createIndex(new Index("state", Direction.ASC).on("raisedAt", Direction.ASC)))
                        .then();
            });
        }
    }
}
