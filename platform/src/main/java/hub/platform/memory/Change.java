package hub.platform.memory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That one or more documents of a collection changed.
 *
 * @param id of the one document; null if it may be several
 * @param fields text fields of what changed, as far as they are known: all when it was inserted or replaced, those it was sought by when it was
 *     changed in place
 */
public record Change(String collection, @Nullable String id, Map<String, String> fields) {

    public @Nullable String field(String name) {
        return fields.get(name);
    }
}
