package hub.platform.cache;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That one or more documents of a collection changed, or may have changed.
 *
 * @param id of the one document; null if it may be several, or is no text
 * @param fields text fields of what changed, as far as they are known: all when it was inserted or replaced, those it was sought by when it was
 *     changed in place
 */
public record DocumentChange(String collection, @Nullable String id, Map<String, String> fields) {
    private static final String ID = "_id";

    public @Nullable String field(String name) {
        return fields.get(name);
    }

    /** @param parts of one document: the whole of it, or what is known */
    @SafeVarargs
    public static DocumentChange of(String collection, Map<String, ?>... parts) {
        Map<String, String> texts = new HashMap<>();
        for (Map<String, ?> part : parts) {
            collect(part, texts);
        }
        return new DocumentChange(collection, texts.get(ID), texts);
    }

    /** Of the documents that a filter finds: one for each id if it lists ids, so that no others are forgotten. */
    public static List<DocumentChange> soughtBy(String collection, Map<String, ?> filter) {
        if (filter.get(ID) instanceof Map<?, ?> sought && sought.get("$in") instanceof Collection<?> ids) {
            return ids.stream()
                    .map(id -> of(collection, filter, Map.of(ID, id)))
                    .toList();
        }
        return List.of(of(collection, filter));
    }

    private static void collect(Map<?, ?> document, Map<String, String> into) {
        document.forEach((name, value) -> {
            if (value instanceof String text) {
                into.put(name.toString(), text);
            } else if ("$and".equals(name) && value instanceof Collection<?> parts) {
                parts.forEach(part -> {
                    if (part instanceof Map<?, ?> inner) {
                        collect(inner, into);
                    }
                });
            }
        });
    }
}
