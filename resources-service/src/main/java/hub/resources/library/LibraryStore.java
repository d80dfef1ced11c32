package hub.resources.library;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.PageKey;
import hub.resources.audiences.Audience;
import hub.resources.audiences.Audiences;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
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

    /** The states of those whose address is no 404. */
    private static final List<String> SHOWN =
            List.of(PUBLISHED, Ending.How.SUPERSEDED.name(), Ending.How.WITHDRAWN.name());

    /** Its file is not there any more: as if it never was. */
    private static final String GONE = "GONE";

    private static final int MOST_PIECES = 300;
    private static final int MOST_LISTS = 500;

    /** Whoever is asked to read more than that reads none of it. */
    private static final int MOST_ASKING = 50;

    private final Documents<Row> rows;
    private final DocumentCache<String, Row> bySlug;
    private final DocumentCache<Listing, List<Piece>> lists;
    private final DocumentCache<Counting, Map<Object, Integer>> counts;

    LibraryStore(Collections collections) {
        this.rows = collections.of(LIBRARY, Row.class);
        this.bySlug = rows.cache(CacheKey.id(), MOST_PIECES, rows::find);
        this.lists = rows.cache(CacheKey.any(), MOST_LISTS, this::read);
        this.counts = rows.cache(CacheKey.any(), MOST_LISTS, this::read);
    }

    Mono<Piece> put(Piece piece) {
        return rows.put(Row.of(piece)).thenReturn(piece);
    }

    /** As it is stored now, for a transaction that puts another in its place; empty if there is none or its file was gone. */
    Mono<Piece> toChange(String slug) {
        return rows.find(slug).filter(row -> !row.state().equals(GONE)).map(Row::piece);
    }

    /** The publication as which a guide of this slug is written in the hub, or empty for a file; nothing if there never was such a guide. */
    Mono<String> writtenAs(String slug) {
        return rows.find(slug)
                .filter(row -> !row.state().equals(GONE) || row.hub() != null)
                .map(row -> row.hub() == null ? "" : row.hub());
    }

    /** As if it had never been. */
    Mono<Void> gone(String slug) {
        return rows.changeAll(
                Query.query(where("_id").is(slug)),
                new Update().set("state", GONE).unset("ending"));
    }

    /** Files that are shown and are none of these. */
    Flux<String> shownBesides(Collection<String> slugs) {
        return rows.list(Query.query(besides(slugs)).limit(MOST_PIECES)).map(Row::id);
    }

    Mono<Void> withdrawAllBut(Collection<String> slugs) {
        return rows.changeAll(
                Query.query(besides(slugs)), new Update().set("state", GONE).unset("ending"));
    }

    /** What is written in the hub is none of the folder's business. */
    private static Criteria besides(Collection<String> slugs) {
        return where("state").in(SHOWN).and("_id").nin(slugs).and("hub").isNull();
    }

    Mono<Piece> find(String slug, Viewer viewer) {
        return bySlug.get(slug)
                .filter(row -> row.state().equals(PUBLISHED) && Audiences.mayRead(viewer, row.audience()))
                .map(Row::piece);
    }

    /** One that came to its end, and whose address says so. */
    Mono<Piece> ended(String slug, Viewer viewer) {
        return bySlug.get(slug)
                .filter(row -> row.ending() != null && Audiences.mayRead(viewer, row.audience()))
                .map(Row::piece);
    }

    /** As it is stored, whoever it is for: for what works without a reader. */
    Mono<Piece> published(String slug) {
        return bySlug.get(slug).filter(row -> row.state().equals(PUBLISHED)).map(Row::piece);
    }

    /** All that are published or have an address that says how they ended, with their texts, in no order. */
    Flux<Piece> all(int limit) {
        return rows.list(Query.query(where("state").in(SHOWN)).limit(limit))
                .filter(row -> row.state().equals(PUBLISHED) || row.ending() != null)
                .map(Row::piece);
    }

    /** For the search index, which keeps audiences beside words: those that are there. */
    Flux<Piece> toIndex(Collection<String> slugs) {
        return rows.list(slugs).filter(row -> row.state().equals(PUBLISHED)).map(Row::piece);
    }

    Flux<String> idsAfter(String slug, int limit) {
        return rows.idsAfter(slug, limit);
    }

    /** Those to start with, in their order. */
    Flux<Piece> starts(int limit, Viewer viewer) {
        return list(Listing.starts(limit, viewer));
    }

    /** The last checked first. */
    Flux<Piece> latelyChecked(Optional<After> after, int limit, Viewer viewer) {
        return list(Listing.latelyChecked(after, limit, Audiences.of(viewer)));
    }

    /** Those for one audience, if the viewer belongs to it: the last checked first. */
    Flux<Piece> meantFor(Audience audience, Optional<After> after, int limit, Viewer viewer) {
        return Audiences.mayRead(viewer, audience)
                ? list(Listing.latelyChecked(after, limit, Set.of(audience)))
                : Flux.empty();
    }

    /** Those that have the value in a list of theirs, topics or standards, by title. */
    Flux<Piece> with(String listed, Object value, Optional<After> after, int limit, Viewer viewer) {
        return list(Listing.with(listed, value, after, limit, viewer));
    }

    /** In their first version and no older than a day, the newest first. */
    Flux<Piece> fresh(LocalDate since, int limit, Viewer viewer) {
        return list(Listing.fresh(since, limit, viewer));
    }

    /** Those that somebody is asked to read, by title. */
    Flux<Piece> asking(Viewer viewer) {
        return list(Listing.asking(viewer));
    }

    /** How many the viewer may read for each value of a list of theirs. */
    <T> Mono<Map<T, Integer>> counts(String listed, Class<T> type, Viewer viewer) {
        return counts.get(new Counting(listed, Audiences.of(viewer))).map(counted -> {
            Map<T, Integer> typed = HashMap.newHashMap(counted.size());
            counted.forEach((value, count) -> typed.put(type.cast(value), count));
            return typed;
        });
    }

    private Mono<Map<Object, Integer>> read(Counting wanted) {
        Aggregation counting = Aggregation.newAggregation(
                Aggregation.match(published(wanted.audiences())),
                Aggregation.project(wanted.listed()),
                Aggregation.unwind(wanted.listed()),
                Aggregation.group(wanted.listed()).count().as("count"));
        return rows.aggregate(counting).collectMap(group -> group.get("_id"), group -> group.getInteger("count"));
    }

    private Flux<Piece> list(Listing wanted) {
        return lists.get(wanted).flatMapIterable(pieces -> pieces);
    }

    private Mono<List<Piece>> read(Listing wanted) {
        Query query = Query.query(new Criteria().andOperator(criteria(wanted)))
                .with(sort(wanted))
                .limit(wanted.limit());
        query.fields().exclude("html");
        return rows.list(query).map(Row::piece).collectList();
    }

    private static List<Criteria> criteria(Listing wanted) {
        List<Criteria> all = new ArrayList<>(List.of(published(wanted.audiences())));
        switch (wanted.by()) {
            case STARTS -> all.add(where("start").gt(0));
            case LATELY_CHECKED ->
                wanted.after().ifPresent(last -> all.add(PageKey.before("updated", last.key(), last.slug())));
            case FRESH -> all.add(where("version").is(1).and("updated").gte(wanted.value()));
            case ASKING -> all.add(where("mustRead").is(true));
            case VALUE -> {
                all.add(where(wanted.listed()).is(wanted.value()));
                wanted.after().ifPresent(last -> all.add(PageKey.after("title", last.key(), last.slug())));
            }
        }
        return all;
    }

    private static Sort sort(Listing wanted) {
        return switch (wanted.by()) {
            case STARTS -> Sort.by("start", "_id");
            case LATELY_CHECKED, FRESH -> Sort.by(Direction.DESC, "updated", "_id");
            case VALUE, ASKING -> Sort.by("title", "_id");
        };
    }

    private enum By {
        STARTS,
        LATELY_CHECKED,
        FRESH,
        ASKING,
        VALUE
    }

    /** A list as it is the same for all viewers of the same audiences. */
    private record Listing(
            By by, String listed, Object value, Optional<After> after, int limit, Set<Audience> audiences) {

        static Listing starts(int limit, Viewer viewer) {
            return new Listing(By.STARTS, "", "", Optional.empty(), limit, Audiences.of(viewer));
        }

        static Listing latelyChecked(Optional<After> after, int limit, Set<Audience> audiences) {
            return new Listing(By.LATELY_CHECKED, "", "", after, limit, audiences);
        }

        static Listing fresh(LocalDate since, int limit, Viewer viewer) {
            return new Listing(By.FRESH, "", since.toString(), Optional.empty(), limit, Audiences.of(viewer));
        }

        static Listing asking(Viewer viewer) {
            return new Listing(By.ASKING, "", "", Optional.empty(), MOST_ASKING, Audiences.of(viewer));
        }

        static Listing with(String listed, Object value, Optional<After> after, int limit, Viewer viewer) {
            return new Listing(By.VALUE, listed, value, after, limit, Audiences.of(viewer));
        }
    }

    private record Counting(String listed, Set<Audience> audiences) {}

    private static Criteria published(Set<Audience> audiences) {
        return new Criteria().andOperator(where("state").is(PUBLISHED), Audiences.among(audiences));
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
            @Nullable String changes,
            String updated,
            String reviewBy,
            @Nullable Integer start,
            @Nullable String html,
            int rendererVersion,
            int minutes,
            @Nullable Boolean mustRead,
            @Nullable Instant askedAt,
            @Nullable String hub,
            @Nullable Ending ending) {

        static Row of(Piece piece) {
            return new Row(
                    piece.slug(),
                    piece.ending() == null ? PUBLISHED : piece.ending().how().name(),
                    piece.title(),
                    piece.summary(),
                    piece.topics(),
                    piece.audience(),
                    piece.standards(),
                    piece.owner(),
                    piece.version(),
                    piece.changes(),
                    piece.updated().toString(),
                    piece.reviewBy().toString(),
                    piece.start(),
                    piece.html(),
                    piece.rendererVersion(),
                    piece.minutes(),
                    piece.mustRead(),
                    piece.askedAt(),
                    piece.hub(),
                    piece.ending());
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
                    changes == null ? "" : changes,
                    LocalDate.parse(updated),
                    LocalDate.parse(reviewBy),
                    start,
                    html == null ? "" : html,
                    rendererVersion,
                    minutes,
                    Boolean.TRUE.equals(mustRead),
                    askedAt,
                    hub,
                    ending);
        }
    }
}
