package hub.platform.memory;

import com.github.benmanes.caffeine.cache.AsyncCache;
import hub.platform.mongo.OngoingTransaction;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Values read from MongoDB, kept until the document they come from changes. They are shared between requests: only immutable ones belong here.
 * A value that was being read while its document changed is not kept. Inside a transaction memory is passed over, as it knows nothing of what
 * the transaction wrote.
 */
public final class Remembered<K, V> {
    private final AsyncCache<K, V> values;
    private final Key<K> key;
    private final int freely;
    private final AskedLately lately = new AskedLately();
    private final Function<K, Mono<V>> read;
    private final ChangeStream stream;

    /**
     * @param freely how many values are kept without a question. Beyond that, only what is asked for again soon: what is read once would live just
     *     long enough for the garbage collector to move it, which costs more than reading it
     */
    Remembered(AsyncCache<K, V> values, Key<K> key, int freely, Function<K, Mono<V>> read, ChangeStream stream) {
        this.values = values;
        this.key = key;
        this.freely = freely;
        this.read = read;
        this.stream = stream;
    }

    /** The value from memory, or read now; empty (and not kept) if there is none. */
    public Mono<V> get(K wanted) {
        return Mono.deferContextual(context ->
                stream.isHeard() && !OngoingTransaction.in(context) ? fromMemory(wanted) : read.apply(wanted));
    }

    /**
     * Several values at once; those that there are not are missing in the map.
     *
     * @param readAll reads those that are not remembered
     */
    public Mono<Map<K, V>> getAll(Collection<K> wanted, Function<Set<K>, Mono<Map<K, V>>> readAll) {
        return Mono.deferContextual(context -> stream.isHeard() && !OngoingTransaction.in(context)
                ? allFromMemory(wanted, readAll)
                : readAll.apply(Set.copyOf(wanted)));
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
        if (known != null) {
            return Mono.just(known);
        }
        return isWorthKeeping(wanted)
                ? Mono.fromFuture(
                        values.get(wanted, (k, executor) -> read.apply(k).toFuture()), true)
                : read.apply(wanted);
    }

    private boolean isWorthKeeping(K wanted) {
        return values.synchronous().estimatedSize() < freely || lately.again(wanted);
    }

    void forget(Change change) {
        if (!key.isConcernedBy(change)) {
            return;
        }
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
