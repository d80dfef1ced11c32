package hub.platform.mongo;

import hub.platform.cache.DocumentCaches;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;

/** The collections of the database: where a Store gets its {@link Documents} from. */
@Component
public class Collections {
    private final ReactiveMongoTemplate mongo;
    private final DocumentCaches caches;
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    Collections(ReactiveMongoTemplate mongo, DocumentCaches caches) {
        this.mongo = mongo;
        this.caches = caches;
    }

    /** @param type of the documents, whose component {@code id} is their {@code _id} */
    public <T> Documents<T> of(String collection, Class<T> type) {
        names.add(collection);
        return new Documents<>(collection, type, mongo, caches);
    }

    /** Of all collections that this process has asked for. */
    public Set<String> names() {
        return Set.copyOf(names);
    }
}
