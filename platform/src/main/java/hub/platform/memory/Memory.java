package hub.platform.memory;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All that this process remembers, by the collection it comes from. */
@Component
public class Memory {
    private final Map<String, List<Remembered<?, ?>>> byCollection = new ConcurrentHashMap<>();
    private final Set<String> fields = ConcurrentHashMap.newKeySet();
    private final Set<String> dependedOn = ConcurrentHashMap.newKeySet();
    private final ChangeStream stream;

    Memory(ChangeStream stream, StreamPulse pulse, OwnWrites own) {
        this.stream = stream;
        stream.tell(fields, dependedOn, this::forget);
        pulse.afterSilence(this::forgetAll);
        own.tell(byCollection::containsKey, fields, this::forget);
    }

    /**
     * Remembers single values, each made from one or more documents of a collection. To be asked for when a Store is made, before the change stream opens.
     *
     * @param key of the value that a change of the collection concerns
     * @param most how many values are kept. When there are as many, one more is remembered only if it is asked for again soon
     * @param read reads a value, without regard to who asks: the caller decides whether the viewer may have it
     */
    public <K, V> Remembered<K, V> of(String collection, Key<K> key, int most, Function<K, Mono<V>> read) {
        return add(collection, key, Caffeine.newBuilder().maximumSize(most), most, read);
    }

    /** As {@link #of}, for values that are large and of very different size. */
    public <K, V> Remembered<K, V> weighed(
            String collection, Key<K> key, long mostWeight, Weigher<K, V> weigher, Function<K, Mono<V>> read) {
        return add(
                collection, key, Caffeine.newBuilder().maximumWeight(mostWeight).weigher(weigher), 0, read);
    }

    private <K, V> Remembered<K, V> add(
            String collection,
            Key<K> key,
            Caffeine<? super K, ? super V> cache,
            int freely,
            Function<K, Mono<V>> read) {
        Remembered<K, V> remembered =
                new Remembered<>(cache.executor(Runnable::run).buildAsync(), key, freely, read, stream);
        if (stream.isRunning() && !(fields.containsAll(key.fields()) && dependedOn.containsAll(key.dependsOn()))) {
            throw new IllegalStateException("The stream is open and does not tell " + key);
        }
        fields.addAll(key.fields());
        dependedOn.addAll(key.dependsOn());
        byCollection
                .computeIfAbsent(collection, name -> new CopyOnWriteArrayList<>())
                .add(remembered);
        return remembered;
    }

    private void forget(Change change) {
        List<Remembered<?, ?>> concerned = byCollection.get(change.collection());
        if (concerned != null) {
            concerned.forEach(remembered -> remembered.forget(change));
        }
    }

    /** After changes may have been missed. */
    private void forgetAll() {
        byCollection.values().forEach(list -> list.forEach(Remembered::forgetAll));
    }
}
