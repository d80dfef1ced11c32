package hub.forum.bookmarks;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Visibility;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.PageKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code bookmarks}. */
@Component
class BookmarkStore {
    static final String BOOKMARKS = "bookmarks";

    private final Documents<Bookmark> bookmarks;

    BookmarkStore(Collections collections) {
        this.bookmarks = collections.of(BOOKMARKS, Bookmark.class);
    }

    /** Where a page ended, whether or not that bookmark is still there. */
    record Position(Instant at, String id) {}

    Mono<Bookmark> find(String id) {
        return bookmarks.find(id);
    }

    Mono<Bookmark> put(Bookmark bookmark) {
        return bookmarks.put(bookmark);
    }

    Mono<Bookmark> remove(String id) {
        return bookmarks.remove(Documents.byId(id));
    }

    /**
     * The viewer's, where they may read now, the last kept first.
     *
     * @param after where the page before ended; null for the first page
     */
    Flux<Bookmark> of(@Nullable Position after, int limit, Visibility visibility) {
        Criteria own = where("account").is(visibility.viewer().id()).andOperator(visibility.readable("group"));
        return after == null
                ? list(own, limit)
                : list(new Criteria().andOperator(own, PageKey.before("at", after.at(), after.id())), limit);
    }

    private Flux<Bookmark> list(Criteria which, int limit) {
        return bookmarks.list(
                Query.query(which).with(Sort.by(Direction.DESC, "at", "_id")).limit(limit));
    }
}
