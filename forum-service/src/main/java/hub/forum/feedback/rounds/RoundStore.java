package hub.forum.feedback.rounds;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.feedback.FeedbackPolicy;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.util.List;
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

/** The only place that touches {@code feedback_rounds}. */
@Component
class RoundStore {
    private static final String ROUNDS = "feedback_rounds";
    private static final List<Round.State> SEEN = List.of(Round.State.OPEN, Round.State.CLOSED);
    private static final int MOST = 60;

    private final Documents<Round> rounds;

    RoundStore(Collections collections) {
        this.rounds = collections.of(ROUNDS, Round.class);
    }

    /** Those who run rounds see drafts; other approved people what has opened; the public what has closed. */
    private static Criteria readableBy(Viewer viewer, Criteria what) {
        if (FeedbackPolicy.runs(viewer)) {
            return what;
        }
        return viewer.approved()
                ? what.and("state").in(SEEN)
                : what.and("state").is(Round.State.CLOSED);
    }

    Mono<Round> find(String id, Viewer viewer) {
        return rounds.first(Query.query(readableBy(viewer, where("_id").is(id))));
    }

    /** The latest first; drafts last. */
    Flux<Round> newest(Viewer viewer) {
        return rounds.list(Query.query(readableBy(viewer, new Criteria()))
                .with(Sort.by(Direction.DESC, "opens", "_id"))
                .limit(MOST));
    }

    /** What has closed, the latest first: for everybody. */
    Flux<Round> closed() {
        return rounds.list(Query.query(where("state").is(Round.State.CLOSED))
                .with(Sort.by(Direction.DESC, "opens", "_id"))
                .limit(MOST));
    }

    /** As it is stored now, for a transaction that changes it. */
    Mono<Round> toChange(String id) {
        return rounds.find(id);
    }

    Mono<Round> insert(Round round) {
        return rounds.insert(round);
    }

    /** Stores the next revision; empty if the one before it is no longer the current one. */
    Mono<Round> replace(Round next) {
        return rounds.replace(
                Query.query(where("_id").is(next.id()).and("revision").is(next.revision() - 1)), next);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration feedbackRoundIndexes() {
            return new Migration(
                    "feedback-0001-rounds",
                    mongo -> Flux.concat(
                                    mongo.indexOps(ROUNDS)
                                            .createIndex(new Index("opens", Direction.DESC).on("_id", Direction.DESC)),
                                    mongo.indexOps(ROUNDS)
                                            .createIndex(new Index("state", Direction.ASC)
                                                    .on("opens", Direction.DESC)
                                                    .on("_id", Direction.DESC)))
                            .then());
        }
    }
}
