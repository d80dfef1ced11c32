package hub.platform.memory;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That one or more documents of a collection changed.
 *
 * @param id of the one document; null if it may be several
 * @param fields text fields of what changed, as far as they are known: all when it was inserted or replaced, those it was sought by when it was
 *     changed in place
 * @param touched the fields that were changed in place, as far as somebody wants to know of them; null if it may be any
 */
public record Change(
        String collection,
        @Nullable String id,
        Map<String, String> fields,
        @Nullable Set<String> touched) {

    public @Nullable String field(String name) {
        return fields.get(name);
    }

    /** Whether one of these fields may be another than before. */
    boolean mayTouch(Set<String> names) {
        return touched == null || touched.stream().anyMatch(names::contains);
    }
}
