package hub.platform.memory;

import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Under which key a remembered value is found that a change concerns.
 *
 * @param fields text fields of the documents that it looks at, besides the id
 * @param of the key; null if it cannot be told, and everything is forgotten
 */
public record Key<K>(Set<String> fields, Function<Change, @Nullable K> of) {

    /** The changed document's id. */
    public static Key<String> id() {
        return new Key<>(Set.of(), Change::id);
    }

    /** A text field of the changed document. */
    public static Key<String> field(String name) {
        return new Key<>(Set.of(name), change -> change.field(name));
    }

    /** Any change concerns everything that is remembered: for one value made from a whole small collection. */
    public static <K> Key<K> any() {
        return new Key<>(Set.of(), change -> null);
    }
}
