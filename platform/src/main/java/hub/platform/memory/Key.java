package hub.platform.memory;

import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Under which key a remembered value is found that a change concerns.
 *
 * @param fields text fields of the documents that it looks at, besides the id
 * @param dependsOn fields of the documents that the value is made from; empty for all of them. Plain ones, which are only ever replaced whole: of a
 *     change within one, other processes would not hear
 * @param of the key; null if it cannot be told, and everything is forgotten
 */
public record Key<K>(Set<String> fields, Set<String> dependsOn, Function<Change, @Nullable K> of) {

    /** The changed document's id. */
    public static Key<String> id() {
        return by(Set.of(), Change::id);
    }

    /** A text field of the changed document. */
    public static Key<String> field(String name) {
        return by(Set.of(name), change -> change.field(name));
    }

    /** Any change concerns everything that is remembered: for one value made from a whole small collection. */
    public static <K> Key<K> any() {
        return by(Set.of(), change -> null);
    }

    /** What a function makes of the changed document's text fields. */
    public static <K> Key<K> by(Set<String> fields, Function<Change, @Nullable K> of) {
        return new Key<>(fields, Set.of(), of);
    }

    /** The same, for a value that is made from these fields alone: where a document is changed in others, it is kept. */
    public Key<K> dependingOn(String... names) {
        return new Key<>(fields, Set.of(names), of);
    }

    boolean isConcernedBy(Change change) {
        return dependsOn.isEmpty() || change.mayTouch(dependsOn);
    }
}
