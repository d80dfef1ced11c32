package hub.resources.library;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.identity.Viewer;
import hub.resources.audiences.Audience;
import hub.resources.audiences.Audiences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code library}. */
@Component
class LibraryStore {
    static final String LIBRARY = "library";
    private static final String PUBLISHED = "PUBLISHED";
    private static final String WITHDRAWN = "WITHDRAWN";

    private final ReactiveMongoTemplate mongo;

    LibraryStore(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    Mono<Piece> put(Piece piece) {
        return mongo.save(Row.of(piece), LIBRARY).thenReturn(piece);
    }

    Mono<Void> withdrawAllBut(Collection<String> slugs) {
        Query gone = Query.query(where("state").is(PUBLISHED).and("_id").nin(slugs));
        return mongo.updateMulti(gone, new Update().set("state", WITHDRAWN), LIBRARY)
                .then();
    }

    Mono<Piece> find(String slug, Viewer viewer) {
        Criteria readable = new Criteria().andOperator(where("_id").is(slug), published(viewer));
        return mongo.findOne(Query.query(readable), Row.class, LIBRARY).map(Row::piece);
    }

    /** Those to start with, in their order. */
    Flux<Piece> starts(int limit, Viewer viewer) {
        return list(List.of(published(viewer), where("start").gt(0)), Sort.by("start", "_id"), limit);
    }

    /** The last checked first. */
    Flux<Piece> latelyChecked(Optional<After> after, int limit, Viewer viewer) {
        List<Criteria> all = new ArrayList<>(List.of(published(viewer)));
        after.ifPresent(last -> all.addAll(List.of(
                where("updated").lte(last.key()),
                notSeen(where("updated").is(last.key()).and("_id").gte(last.slug())))));
        return list(all, Sort.by(Direction.DESC, "updated", "_id"), limit);
    }

    /** Those that have the value in a list of theirs, topics or standards, by title. */
    Flux<Piece> with(String listed, Object value, Optional<After> after, int limit, Viewer viewer) {
        List<Criteria> all =
                new ArrayList<>(List.of(published(viewer), where(listed).is(value)));
        after.ifPresent(last -> all.addAll(List.of(
                where("title").gte(last.key()),
                notSeen(where("title").is(last.key()).and("_id").lte(last.slug())))));
        return list(all, Sort.by("title", "_id"), limit);
    }

    /** How many the viewer may read for each value of a list of theirs. */
    <T> Mono<Map<T, Integer>> counts(String listed, Class<T> type, Viewer viewer) {
        Aggregation counting = Aggregation.newAggregation(
                Aggregation.match(published(viewer)),
                Aggregation.project(listed),
                Aggregation.unwind(listed),
                Aggregation.group(listed).count().as("count"));
        return mongo.aggregate(counting, LIBRARY, Document.class)
                .collectMap(group -> type.cast(group.get("_id")), group -> group.getInteger("count"));
    }

    private Flux<Piece> list(List<Criteria> all, Sort sort, int limit) {
        Query query = Query.query(new Criteria().andOperator(all)).with(sort).limit(limit);
        query.fields().exclude("html");
        return mongo.find(query, Row.class, LIBRARY).map(Row::piece);
    }

    /** Of those with the very key of the last one, the ones that were on the page before. Put as a "nor", which is answered within the index. */
    private static Criteria notSeen(Criteria seen) {
        return new Criteria().norOperator(seen);
    }

    private static Criteria published(Viewer viewer) {
        return new Criteria().andOperator(where("state").is(PUBLISHED), Audiences.readableBy(viewer));
    }

    /** A piece as it is stored. Dates are texts: a day has no time zone, and a stored instant would take on the machine's. */
    private record Row(
            String id,
            String state,
            String title,
            String summary,
            List<String> topics,
            Audience audience,
            List<Integer> standards,
            String owner,
            int version,
            String updated,
            String reviewBy,
            @Nullable Integer start,
            @Nullable String html,
            int rendererVersion,
            int minutes) {

        static Row of(Piece piece) {
            return new Row(
                    piece.slug(),
                    PUBLISHED,
                    piece.title(),
                    piece.summary(),
                    piece.topics(),
                    piece.audience(),
                    piece.standards(),
                    piece.owner(),
                    piece.version(),
                    piece.updated().toString(),
                    piece.reviewBy().toString(),
                    piece.start(),
                    piece.html(),
                    piece.rendererVersion(),
                    piece.minutes());
        }

        Piece piece() {
            return new Piece(
                    id,
                    title,
                    summary,
                    topics,
                    audience,
                    standards,
                    owner,
                    version,
                    LocalDate.parse(updated),
                    LocalDate.parse(reviewBy),
                    start,
                    html == null ? "" : html,
                    rendererVersion,
                    minutes);
        }
    }
}
