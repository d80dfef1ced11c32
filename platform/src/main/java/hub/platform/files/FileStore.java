package hub.platform.files;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code files}: what there is to know of each, without its bytes and its words. */
@Component
class FileStore {
    static final String FILES = "files";
    private static final int MOST_PLACES = 500;
    private static final int MOST_LISTED = 100;

    private final Documents<StoredFile> files;
    private final DocumentCache<String, List<StoredFile>> byPlace;

    FileStore(Collections collections) {
        this.files = collections.of(FILES, StoredFile.class);
        this.byPlace = files.cache(CacheKey.field("place"), MOST_PLACES, this::readAt);
    }

    Mono<StoredFile> insert(StoredFile file) {
        return files.insert(file);
    }

    /**
     * Its bytes are all there.
     *
     * @throws org.springframework.dao.DuplicateKeyException (as a signal) if a file with this key is there already
     */
    Mono<StoredFile> complete(StoredFile file, FileState state, String key) {
        return files.change(
                Documents.byId(file.id()), new Update().set("state", state).set("key", key));
    }

    Mono<StoredFile> withKey(String key) {
        return files.first(Query.query(where("key").is(key)));
    }

    Mono<StoredFile> find(String id) {
        return files.find(id);
    }

    /** What hangs there, the first attached first, whatever its state but {@link FileState#INCOMPLETE}. */
    Mono<List<StoredFile>> at(Place place) {
        return byPlace.get(place.toString());
    }

    private Mono<List<StoredFile>> readAt(String place) {
        Query there =
                Query.query(where("place").is(place)).with(Sort.by("at", "_id")).limit(MOST_LISTED);
        return files.list(there)
                .filter(file -> file.state() != FileState.INCOMPLETE)
                .collectList();
    }

    /** Empty if it is not there any more, or hangs somewhere else. */
    Mono<StoredFile> attach(String id, Place place, String title) {
        Query free = Query.query(where("_id")
                .is(id)
                .and("state")
                .ne(FileState.INCOMPLETE)
                .and("place")
                .in(Place.NOWHERE, place.toString()));
        return files.change(free, new Update().set("place", place.toString()).set("title", title));
    }

    /** What the scanner said; empty if it is being taken away. */
    Mono<StoredFile> scanned(String id, FileState state) {
        return files.change(
                Query.query(where("_id").is(id).and("state").ne(FileState.INCOMPLETE)),
                new Update().set("state", state));
    }

    /** From now on nobody sees it. */
    Mono<StoredFile> hide(String id) {
        return files.change(
                Documents.byId(id),
                new Update().set("state", FileState.INCOMPLETE).unset("key"));
    }

    Mono<Void> remove(String id) {
        return files.remove(Documents.byId(id)).then();
    }

    /** Sent before then, and hanging on nothing, or cut off half-way. */
    Flux<StoredFile> abandoned(Instant before, int limit) {
        Query cutOff = Query.query(
                        where("state").is(FileState.INCOMPLETE).and("at").lt(before))
                .limit(limit);
        Query onNothing = Query.query(where("place").is(Place.NOWHERE).and("at").lt(before))
                .limit(limit);
        return files.list(cutOff).concatWith(files.list(onNothing)).distinct(StoredFile::id);
    }

    /** Those that the scanner has not answered for. */
    Flux<StoredFile> waiting(int limit) {
        return files.list(Query.query(where("state").is(FileState.WAITING))
                .with(Sort.by("at"))
                .limit(limit));
    }
}
