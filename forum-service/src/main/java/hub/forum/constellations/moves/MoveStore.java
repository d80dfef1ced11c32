package hub.forum.constellations.moves;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.groups.Visibility;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code constellation_moves}. */
@Component
class MoveStore {
    private static final String MOVES = "constellation_moves";

    /** Planned at one time, in a whole council. */
    private static final int MOST = 200;

    private final Documents<Move> moves;

    MoveStore(Collections collections) {
        this.moves = collections.of(MOVES, Move.class);
    }

    /** One that the viewer may know of: an administrator, or a liaison worker of either constellation; empty for everybody else. */
    Mono<Move> find(String id, Visibility visibility) {
        return moves.find(id)
                .filter(move -> visibility.viewer().administrator()
                        || ConstellationPolicy.mayOversee(visibility, move.from())
                        || ConstellationPolicy.mayOversee(visibility, move.to()));
    }

    /** As it is stored, in the work that changes it or tells of it. */
    Mono<Move> toChange(String id) {
        return moves.find(id);
    }

    /** Those that are planned, the next first: for administrators all, for liaison workers those of their constellations, nothing for everybody else. */
    Flux<Move> planned(Visibility visibility) {
        Criteria planned = where("state").is(Move.State.PLANNED);
        List<String> overseen = visibility.ownReadable().stream()
                .filter(group -> ConstellationPolicy.mayOversee(visibility, group))
                .toList();
        if (!visibility.viewer().administrator() && overseen.isEmpty()) {
            return Flux.empty();
        }
        Criteria seen = visibility.viewer().administrator()
                ? planned
                : new Criteria()
                        .andOperator(
                                planned,
                                new Criteria()
                                        .orOperator(
                                                where("from").in(overseen),
                                                where("to").in(overseen)));
        return moves.list(Query.query(seen).limit(MOST))
                .sort(Comparator.comparing(Move::day).thenComparing(Move::id));
    }

    Mono<Boolean> isPlanned(String household, String from) {
        return moves.list(Query.query(where("state")
                                .is(Move.State.PLANNED)
                                .and("household")
                                .is(household)
                                .and("from")
                                .is(from))
                        .limit(1))
                .hasElements();
    }

    Mono<Move> insert(Move move) {
        return moves.insert(move);
    }

    /** Empty if another change was first. */
    Mono<Move> replace(Move after, int before) {
        return moves.replace(
                Query.query(where("_id").is(after.id()).and("version").is(before)), after);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration moveIndexes() {
            return new Migration(
                    "constellations-0007-moves",
                    mongo -> mongo.indexOps(MOVES)
                            .createIndex(new Index("state", Direction.ASC).on("household", Direction.ASC))
                            .then());
        }

        /** Until then whoever had moved was in both. */
        @Bean
        Migration movesSayWhoJoined() {
            Criteria before = where("joined").exists(false);
            return new Migration(
                    "constellations-0009-moves-joined",
                    mongo -> mongo.updateMulti(
                                    Query.query(new Criteria()
                                            .andOperator(before, where("state").is(Move.State.DONE))),
                                    AggregationUpdate.update().set("joined").toValueOf("people"),
                                    MOVES)
                            .then(mongo.updateMulti(Query.query(before), new Update().set("joined", List.of()), MOVES))
                            .then());
        }
    }
}
