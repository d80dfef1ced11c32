package hub.forum.groups;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code moderator_entries}. */
@Component
class ModeratorEntryStore {
    static final String ENTRIES = "moderator_entries";

    private final ReactiveMongoTemplate mongo;

    ModeratorEntryStore(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    Flux<ModeratorEntry> validOf(String moderator, Instant now) {
        return mongo.find(
                Query.query(where("moderator").is(moderator).and("until").gt(now))
                        .limit(GroupStore.MOST_GROUPS),
                ModeratorEntry.class,
                ENTRIES);
    }

    Flux<ModeratorEntry> newest(String group, int limit) {
        return mongo.find(
                Query.query(where("group").is(group))
                        .with(Sort.by(Direction.DESC, "at"))
                        .limit(limit),
                ModeratorEntry.class,
                ENTRIES);
    }

    Mono<ModeratorEntry> find(String id) {
        return mongo.findById(id, ModeratorEntry.class, ENTRIES);
    }

    Mono<ModeratorEntry> insert(ModeratorEntry entry) {
        return mongo.insert(entry, ENTRIES);
    }
}
