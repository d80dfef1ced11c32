package hub.platform.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** All caches of this process, by the collection whose documents they keep. */
@Component
public class DocumentCaches {
    private final Map<String, List<DocumentCache<?, ?>>> byCollection = new ConcurrentHashMap<>();
    private final Set<String> fields = ConcurrentHashMap.newKeySet();
    private final ChangeStream stream;

    DocumentCaches(ChangeStream stream) {
        this.stream = stream;
        stream.tell(fields, this::forget, this::forgetAll);
    }

    /**
     * Adds a cache. To be called when a Store is made, before the change stream opens.
     *
     * @param size how much is kept
     * @param read reads a value, without regard to who asks: the caller decides whether the viewer may have it
     * @throws IllegalStateException if the change stream is open and leaves out fields that the key looks at
     */
    public <K, V> DocumentCache<K, V> add(
            String collection, CacheKey<K> key, Caffeine<? super K, ? super V> size, Function<K, Mono<V>> read) {
        if (stream.isRunning() && !fields.containsAll(key.fields())) {
            throw new IllegalStateException("A cache of " + collection + " was added after the change stream opened,"
                    + " which does not tell all of " + key.fields());
        }
        fields.addAll(key.fields());
        DocumentCache<K, V> cache =
                new DocumentCache<>(size.executor(Runnable::run).buildAsync(), key, read, stream);
        byCollection
                .computeIfAbsent(collection, name -> new CopyOnWriteArrayList<>())
                .add(cache);
        return cache;
    }

    /** Whether anything is kept of this collection. */
    public boolean keep(String collection) {
        return byCollection.containsKey(collection);
    }

    /**
     * Forgets what changes of this process concern: at once, or when the transaction has ended that they are part of.
     *
     * @param context of whoever subscribed to the write
     */
    public void changed(List<DocumentChange> changes, ContextView context) {
        if (TransactionChanges.areCollectedIn(context)) {
            changes.forEach(context.get(TransactionChanges.class)::add);
        } else {
            changes.forEach(this::forget);
        }
    }

    /** Forgets what a transaction changed that has ended, well or not. */
    public void ended(TransactionChanges transaction) {
        transaction.all().forEach(this::forget);
    }

    private void forget(DocumentChange change) {
        List<DocumentCache<?, ?>> concerned = byCollection.get(change.collection());
        if (concerned != null) {
            concerned.forEach(cache -> cache.forget(change));
        }
    }

    /** After changes may have been missed. */
    private void forgetAll() {
        byCollection.values().forEach(list -> list.forEach(DocumentCache::forgetAll));
    }
}
