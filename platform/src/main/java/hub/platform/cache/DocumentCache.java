package hub.platform.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Values read from MongoDB, kept until the document they come from changes. They are shared between requests: only immutable ones belong here.
 * A value that was being read while its document changed is not kept. Inside a transaction the cache is passed over, as it knows nothing of what
 * the transaction wrote.
 */
public final class DocumentCache<K, V> {
    private final AsyncCache<K, V> values;
    private final CacheKey<K> key;
    private final Function<K, Mono<V>> read;
    private final ChangeStream stream;

    DocumentCache(AsyncCache<K, V> values, CacheKey<K> key, Function<K, Mono<V>> read, ChangeStream stream) {
        this.values = values;
        this.key = key;
        this.read = read;
        this.stream = stream;
    }

    /** The value from memory, or read now; empty (and not kept) if there is none. */
    public Mono<V> get(K wanted) {
        return Mono.deferContextual(context -> mayServe(context) ? fromMemory(wanted) : read.apply(wanted));
    }

    /**
     * Several values at once; those that there are not are missing in the map.
     *
     * @param readAll reads those that are not kept, at least one
     */
    public Mono<Map<K, V>> getAll(Collection<K> wanted, Function<Set<K>, Mono<Map<K, V>>> readAll) {
        if (wanted.isEmpty()) {
            return Mono.just(Map.of());
        }
        return Mono.deferContextual(
                context -> mayServe(context) ? allFromMemory(wanted, readAll) : readAll.apply(Set.copyOf(wanted)));
    }

    private boolean mayServe(ContextView context) {
        return stream.isHeard() && !TransactionChanges.areCollectedIn(context);
    }

    private Mono<Map<K, V>> allFromMemory(Collection<K> wanted, Function<Set<K>, Mono<Map<K, V>>> readAll) {
        Map<K, V> found = HashMap.newHashMap(wanted.size());
        for (K each : wanted) {
            V value = ready(each);
            if (value == null) {
                return Mono.fromFuture(
                        values.getAll(
                                wanted,
                                (missing, executor) ->
                                        readAll.apply(Set.copyOf(missing)).toFuture()),
                        true);
            }
            found.put(each, value);
        }
        return Mono.just(found);
    }

    private @Nullable V ready(K wanted) {
        CompletableFuture<V> known = values.getIfPresent(wanted);
        return known != null && known.isDone() && !known.isCompletedExceptionally() ? known.join() : null;
    }

    private Mono<V> fromMemory(K wanted) {
        V known = ready(wanted);
        return known != null
                ? Mono.just(known)
                : Mono.fromFuture(
                        values.get(wanted, (k, executor) -> read.apply(k).toFuture()), true);
    }

    void forget(DocumentChange change) {
        K concerned = key.of().apply(change);
        if (concerned == null) {
            forgetAll();
        } else {
            values.synchronous().invalidate(concerned);
        }
    }

    void forgetAll() {
        values.synchronous().invalidateAll();
    }
}
