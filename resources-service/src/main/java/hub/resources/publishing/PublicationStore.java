package hub.resources.publishing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.PageKey;
import hub.resources.audiences.Audience;
import hub.resources.audiences.Audiences;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code publications}. */
@Component
class PublicationStore {
    static final String PUBLICATIONS = "publications";

    /** No session goes on for longer; the list of what is still to come begins that long ago. */
    private static final Duration LONGEST_SESSION = Duration.ofDays(1);

    private static final int MOST_REMEMBERED = 300;

    private final Documents<Publication> publications;
    private final DocumentCache<String, Publication> byId;
    private final DocumentCache<Current, List<Publication>> current;

    PublicationStore(Collections collections) {
        this.publications = collections.of(PUBLICATIONS, Publication.class);
        this.byId = publications.cache(CacheKey.id(), MOST_REMEMBERED, publications::find);
        this.current = publications.cache(CacheKey.any(), MOST_REMEMBERED, this::read);
    }

    /**
     * What is the same for all viewers of the same audiences in the same minute.
     *
     * @param minute since when training must not be over
     */
    private record Current(Instant minute, int limit, Set<Audience> audiences) {}

    /** What the viewer may read of it: editors read drafts and what is archived too. */
    Mono<Publication> find(String id, Viewer viewer) {
        return byId.get(id).filter(publication -> viewer.staffEditor() || isPublished(publication, viewer));
    }

    private static boolean isPublished(Publication publication, Viewer viewer) {
        return publication.state() == State.PUBLISHED && Audiences.mayRead(viewer, publication.audience());
    }

    /** What the viewer may read of it as a reader: no drafts, for editors neither. */
    Mono<Publication> published(String id, Viewer viewer) {
        return byId.get(id).filter(publication -> isPublished(publication, viewer));
    }

    /** Published under an address that was made of its title, if the viewer may read it. */
    Mono<Publication> atAddress(Kind kind, String address, Viewer viewer) {
        return publications
                .first(Query.query(where("address").is(address).and("kind").is(kind)))
                .filter(publication -> isPublished(publication, viewer));
    }

    /** For the search index, which keeps audiences beside words: as they are stored, not as they are remembered. */
    Flux<Publication> toIndex(Collection<String> ids) {
        return publications.list(ids);
    }

    Flux<String> idsAfter(String id, int limit) {
        return publications.idsAfter(id, limit);
    }

    /** Published ones of these kinds, newest first. */
    Flux<Publication> newest(Collection<Kind> kinds, Optional<Position> before, int limit, Viewer viewer) {
        List<Criteria> all =
                new ArrayList<>(List.of(published(viewer), where("kind").in(kinds)));
        before.ifPresent(position -> all.add(PageKey.before("publishedAt", position.at(), position.id())));
        return publications.list(query(all, Direction.DESC, "publishedAt").limit(limit));
    }

    /** Published ones of a kind, whoever reads them: for what follows when another of it is published. */
    Flux<Publication> inForce(Kind kind, int limit) {
        List<Criteria> all =
                List.of(where("state").is(State.PUBLISHED), where("kind").is(kind));
        return publications.list(query(all, Direction.DESC, "publishedAt").limit(limit));
    }

    /** Published ones, newest first, without training that is over. */
    Flux<Publication> current(Instant now, int limit, Viewer viewer) {
        return current.get(new Current(now.truncatedTo(ChronoUnit.MINUTES), limit, Audiences.of(viewer)))
                .flatMapIterable(found -> found);
    }

    private Mono<List<Publication>> read(Current wanted) {
        Criteria notOver = new Criteria()
                .orOperator(
                        where("kind").ne(Kind.TRAINING_NOTICE),
                        where("training.ends").gt(wanted.minute()));
        List<Criteria> all =
                List.of(published(wanted.audiences()), where("kind").in(Kind.ofNews()), notOver);
        return publications
                .list(query(all, Direction.DESC, "publishedAt").limit(wanted.limit()))
                .collectList();
    }

    /** Published training that is not over, the soonest first. */
    Flux<Publication> upcoming(Instant now, Optional<Position> after, int limit, Viewer viewer) {
        List<Criteria> all = new ArrayList<>(List.of(
                published(viewer),
                where("kind").is(Kind.TRAINING_NOTICE),
                where("training.starts").gt(now.minus(LONGEST_SESSION)),
                where("training.ends").gt(now)));
        after.ifPresent(position -> all.add(PageKey.after("training.starts", position.at(), position.id())));
        return publications.list(query(all, Direction.ASC, "training.starts").limit(limit));
    }

    /** Published training that starts between two moments, the soonest first. */
    Flux<Publication> training(Instant from, Instant to, int limit, Viewer viewer) {
        List<Criteria> all = List.of(
                published(viewer),
                where("kind").is(Kind.TRAINING_NOTICE),
                where("training.starts").gte(from).lt(to));
        return publications.list(query(all, Direction.ASC, "training.starts").limit(limit));
    }

    /** All in one state, for editors, the last changed first. */
    Flux<Publication> inState(State state, Optional<Position> before, int limit) {
        // A correction waits for a second person while the text that it corrects is published.
        Criteria wanted = state == State.IN_REVIEW
                ? where("review.open").is(true)
                : where("state").is(state);
        List<Criteria> all = new ArrayList<>(List.of(wanted));
        before.ifPresent(position -> all.add(PageKey.before("changed.at", position.at(), position.id())));
        return publications.list(query(all, Direction.DESC, "changed.at").limit(limit));
    }

    /** Inserts it; or finds what the same author has stored with the same key before. */
    Mono<Publication> insertOrFind(Publication publication) {
        return insert(publication).onErrorResume(DuplicateKeyException.class, twice -> ofSameForm(publication));
    }

    /** @throws DuplicateKeyException (as a signal) if the same author has stored one with the same key before; a transaction is over then */
    Mono<Publication> insert(Publication publication) {
        return publications.insert(publication);
    }

    /** What the same author has stored with the same key before. */
    Mono<Publication> ofSameForm(Publication publication) {
        return publications.first(Query.query(
                where("author").is(publication.author()).and("formKey").is(publication.formKey())));
    }

    /** Stores the next version; empty if the one before it is no longer the current one. */
    Mono<Publication> replace(Publication next) {
        return publications.replace(
                Query.query(where("_id").is(next.id()).and("version").is(next.version() - 1)), next);
    }

    private static Criteria published(Viewer viewer) {
        return published(Audiences.of(viewer));
    }

    private static Criteria published(Set<Audience> audiences) {
        return new Criteria().andOperator(where("state").is(State.PUBLISHED), Audiences.among(audiences));
    }

    private static Query query(List<Criteria> all, Direction direction, String by) {
        return Query.query(new Criteria().andOperator(all)).with(Sort.by(direction, by, "_id"));
    }
}
