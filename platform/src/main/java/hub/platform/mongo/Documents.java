package hub.platform.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.cache.DocumentCaches;
import hub.platform.cache.DocumentChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.data.mongodb.core.query.UpdateDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The documents of one collection: the one way to read and write them, for a Store. Each write tells the caches which documents it changed, before
 * its caller hears of it, and also if it failed, as it may have been carried out all the same. In a transaction they hear of it when that ends.
 */
public final class Documents<T> {
    private static final int MOST_TRIES = 3;

    private final String collection;
    private final Class<T> type;
    private final ReactiveMongoTemplate mongo;
    private final DocumentCaches caches;

    Documents(String collection, Class<T> type, ReactiveMongoTemplate mongo, DocumentCaches caches) {
        this.collection = collection;
        this.type = type;
        this.mongo = mongo;
        this.caches = caches;
    }

    /**
     * Keeps single values, each made from one or more documents of the collection, until one of these changes.
     *
     * @param key of the value that a change concerns
     * @param most how many values are kept
     * @param read reads a value, without regard to who asks: the caller decides whether the viewer may have it
     */
    public <K, V> DocumentCache<K, V> cache(CacheKey<K> key, int most, Function<K, Mono<V>> read) {
        return caches.add(collection, key, Caffeine.newBuilder().maximumSize(most), read);
    }

    /** As {@link #cache}, for values that are large and of very different size. */
    public <K, V> DocumentCache<K, V> weighedCache(
            CacheKey<K> key, long mostWeight, Weigher<K, V> weigher, Function<K, Mono<V>> read) {
        return caches.add(
                collection, key, Caffeine.newBuilder().maximumWeight(mostWeight).weigher(weigher), read);
    }

    public Mono<T> find(String id) {
        return mongo.findById(id, type, collection);
    }

    /** What a query finds first; empty if there is nothing. */
    public Mono<T> first(Query query) {
        return list(query.limit(1)).next();
    }

    /** @throws IllegalArgumentException if the query has no limit */
    public Flux<T> list(Query query) {
        requireLimit(query);
        return mongo.find(query, type, collection);
    }

    /** Those of the ids that there are, in no order. */
    public Flux<T> list(Collection<String> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : list(Query.query(where("_id").in(ids)).limit(ids.size()));
    }

    private void requireLimit(Query query) {
        if (!query.isLimited()) {
            throw new IllegalArgumentException("A query of " + collection + " has no limit: " + query);
        }
    }

    /** The ids of what a query finds. */
    public Flux<String> ids(Query query) {
        requireLimit(query);
        query.fields().include("_id");
        return mongo.find(query, Document.class, collection).map(found -> found.getString("_id"));
    }

    /** The next ids of all documents, in the order of ids. */
    public Flux<String> idsAfter(String id, int limit) {
        return ids(Query.query(where("_id").gt(id)).with(Sort.by("_id")).limit(limit));
    }

    public Mono<Boolean> exists(Query query) {
        return mongo.exists(query, type, collection);
    }

    public Mono<Long> count(Query query) {
        return mongo.count(query, type, collection);
    }

    public Flux<Document> aggregate(Aggregation aggregation) {
        return mongo.aggregate(aggregation, collection, Document.class);
    }

    /** @throws DuplicateKeyException (as a signal) if a unique index has it already; a transaction is over then */
    public Mono<T> insert(T fresh) {
        return telling(List.of(changeOf(fresh)), mongo.insert(fresh, collection));
    }

    /** As {@link #insert}, some in one command. */
    public Mono<Void> insertAll(List<T> fresh) {
        return telling(
                fresh.stream().map(this::changeOf).toList(),
                mongo.insert(fresh, collection).then());
    }

    /** Puts a document in the place of the one with its id, or inserts it. */
    public Mono<T> put(T document) {
        return telling(List.of(changeOf(document)), mongo.save(document, collection));
    }

    /** Puts a document in the place of the one that the query finds; empty if there is none. */
    public Mono<T> replace(Query query, T after) {
        return tellingResult(
                query,
                mongo.findAndReplace(
                        query, after, FindAndReplaceOptions.options().returnNew(), type, collection, type));
    }

    /** Changes the document that the query finds; as it is then, or empty if there is none. */
    public Mono<T> change(Query query, Update update) {
        return tellingResult(
                query,
                mongo.findAndModify(
                        query, update, FindAndModifyOptions.options().returnNew(true), type, collection));
    }

    /** As {@link #change}; inserts one if there is none. Of two that do so at once, the second changes what the first inserted. */
    public Mono<T> upsert(Query query, Update update) {
        return tellingResult(
                        query,
                        mongo.findAndModify(
                                query,
                                update,
                                FindAndModifyOptions.options().returnNew(true).upsert(true),
                                type,
                                collection))
                .retryWhen(Retry.max(MOST_TRIES).filter(DuplicateKeyException.class::isInstance));
    }

    /** Changes all documents that the query finds. Caches forget them as they were sought, and as they are then. */
    public Mono<Void> changeAll(Query query, UpdateDefinition update) {
        Document after = new Document(query.getQueryObject());
        after.putAll(update.getUpdateObject().get("$set", new Document()));
        List<DocumentChange> changes = new ArrayList<>(soughtBy(query));
        changes.addAll(DocumentChange.soughtBy(collection, after));
        return telling(
                changes, mongo.updateMulti(query, update, type, collection).then());
    }

    /** Removes the document that the query finds; empty if there is none. */
    public Mono<T> remove(Query query) {
        return tellingResult(query, mongo.findAndRemove(query, type, collection));
    }

    /** Removes all documents that the query finds. */
    public Mono<Void> removeAll(Query query) {
        return telling(soughtBy(query), mongo.remove(query, type, collection).then());
    }

    public static Query byId(String id) {
        return Query.query(where("_id").is(id));
    }

    private <R> Mono<R> telling(List<DocumentChange> changes, Mono<R> write) {
        return Mono.deferContextual(context -> write.doOnTerminate(() -> caches.changed(changes, context))
                .doOnCancel(() -> caches.changed(changes, context)));
    }

    /** What came back says best what was changed; a fault leaves what was sought. */
    private Mono<T> tellingResult(Query sought, Mono<T> write) {
        return Mono.deferContextual(context -> write.doOnNext(
                        after -> caches.changed(List.of(changeOf(after)), context))
                .doOnError(fault -> caches.changed(soughtBy(sought), context))
                .doOnCancel(() -> caches.changed(soughtBy(sought), context)));
    }

    private List<DocumentChange> soughtBy(Query query) {
        return DocumentChange.soughtBy(collection, query.getQueryObject());
    }

    /** Nobody asks for the fields of what is not kept. */
    private DocumentChange changeOf(T document) {
        Document stored = new Document();
        if (caches.keep(collection)) {
            mongo.getConverter().write(document, stored);
        }
        return DocumentChange.of(collection, stored);
    }
}
