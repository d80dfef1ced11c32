package hub.resources.policies.suggestions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import hub.resources.policies.PolicyRights;
import hub.resources.publishing.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/** The only place that touches {@code policy_suggestions}. */
@Component
class SuggestionStore {
    private static final String SUGGESTIONS = "policy_suggestions";
    private static final int MOST_WAITING = 200;

    private final Documents<Suggestion> suggestions;

    SuggestionStore(Collections collections) {
        this.suggestions = collections.of(SUGGESTIONS, Suggestion.class);
    }

    /** Whoever is not approved sees what is decided, of which pages show them the answer alone. */
    private static Criteria readableBy(Viewer viewer, Criteria what) {
        return PolicyRights.seesSuggestions(viewer)
                ? what
                : what.and("decision.at").gt(Instant.EPOCH);
    }

    Mono<Suggestion> find(String id, Viewer viewer) {
        return suggestions.first(Query.query(readableBy(viewer, where("_id").is(id))));
    }

    /** As it is stored now, for a transaction that changes it. */
    Mono<Suggestion> toChange(String id) {
        return suggestions.find(id);
    }

    /** The latest first, from before a position. */
    Flux<Suggestion> before(
            String policy, Optional<Suggestion.State> state, Optional<Position> position, int limit, Viewer viewer) {
        Criteria what = where("policy").is(policy);
        state.ifPresent(one -> what.and("state").is(one));
        return suggestions.list(Query.query(readableBy(viewer, earlier(what, "at", position)))
                .with(Sort.by(Direction.DESC, "at", "_id"))
                .limit(limit));
    }

    /** What is answered, the latest answer first: for everybody. */
    Flux<Suggestion> answered(String policy, Optional<Position> position, int limit) {
        Criteria what = where("policy").is(policy);
        return suggestions.list(Query.query(
                        position.isEmpty()
                                ? what.and("decision.at").gt(Instant.EPOCH)
                                : earlier(what, "decision.at", position))
                .with(Sort.by(Direction.DESC, "decision.at", "_id"))
                .limit(limit));
    }

    private static Criteria earlier(Criteria what, String field, Optional<Position> position) {
        return position.map(last -> what.and(field)
                        .lte(last.at())
                        .orOperator(
                                where(field).lt(last.at()),
                                where(field).is(last.at()).and("_id").lt(last.id())))
                .orElse(what);
    }

    /** Those of the ids that there are, for everybody: they are in a version. */
    Flux<Suggestion> inVersion(List<String> ids) {
        return suggestions.list(ids);
    }

    /** What is decided and in no version yet, the oldest answer first. */
    Flux<Suggestion> decided(String policy) {
        return suggestions.list(
                Query.query(where("policy").is(policy).and("state").is(Suggestion.State.DECIDED))
                        .with(Sort.by("at", "_id"))
                        .limit(MOST_WAITING));
    }

    Mono<Long> count(String policy, Suggestion.State state) {
        return suggestions.count(
                Query.query(where("policy").is(policy).and("state").is(state)));
    }

    Mono<Suggestion> insert(Suggestion fresh) {
        return suggestions.insert(fresh);
    }

    Mono<Void> insertAll(List<Suggestion> fresh) {
        return suggestions.insertAll(fresh);
    }

    /** Stores the next revision; empty if the one before it is no longer the current one. */
    Mono<Suggestion> replace(Suggestion next) {
        return suggestions.replace(
                Query.query(where("_id").is(next.id()).and("revision").is(next.revision() - 1)), next);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration policySuggestionIndexes() {
            return new Migration(
                    "policies-0002-suggestions",
                    mongo -> Flux.just("at", "decision.at")
                            .concatMap(field -> mongo.indexOps(SUGGESTIONS)
                                    .createIndex(new Index("policy", Direction.ASC)
                                            .on(field, Direction.ASC)
                                            .on("_id", Direction.ASC)))
                            .then(mongo.indexOps(SUGGESTIONS)
                                    .createIndex(new Index("policy", Direction.ASC)
                                            .on("state", Direction.ASC)
                                            .on("at", Direction.ASC)
                                            .on("_id", Direction.ASC)))
                            .then());
        }
    }
}
