package hub.platform.cache;

import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Under which key a cached value is found that a change concerns.
 *
 * @param fields text fields of the documents that it looks at, besides the id
 * @param of the key; null if it cannot be told, and everything is forgotten
 */
public record CacheKey<K>(Set<String> fields, Function<DocumentChange, @Nullable K> of) {

    /** The changed document's id. */
    public static CacheKey<String> id() {
        return new CacheKey<>(Set.of(), DocumentChange::id);
    }

    /** A text field of the changed document. */
    public static CacheKey<String> field(String name) {
        return new CacheKey<>(Set.of(name), change -> change.field(name));
    }

    /** Any change concerns everything that is cached: for one value made from a whole small collection. */
    public static <K> CacheKey<K> any() {
        return new CacheKey<>(Set.of(), change -> null);
    }

    /** What a function makes of the changed document's text fields. */
    public static <K> CacheKey<K> by(Set<String> fields, Function<DocumentChange, @Nullable K> of) {
        return new CacheKey<>(fields, of);
    }
}
