package hub.forum.groups;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.memory.Key;
import hub.platform.memory.Memory;
import hub.platform.memory.Remembered;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
    private static final int MOST_REMEMBERED = 500;

    private final ReactiveMongoTemplate mongo;

    private final Remembered<String, List<ModeratorEntry>> byModerator;

    ModeratorEntryStore(ReactiveMongoTemplate mongo, Memory memory, Clock clock) {
        this.mongo = mongo;
        this.byModerator = memory.of(
                ENTRIES,
                Key.field("moderator"),
                MOST_REMEMBERED,
                moderator -> mongo.find(
                                Query.query(where("moderator")
                                                .is(moderator)
                                                .and("until")
                                                .gt(clock.instant()))
                                        .limit(GroupStore.MOST_GROUPS),
                                ModeratorEntry.class,
                                ENTRIES)
                        .collectList());
    }

    /** An entry is never made longer; so those that were valid a while ago are enough to know those that still are. */
    Mono<List<ModeratorEntry>> validOf(String moderator, Instant now) {
        return byModerator
                .get(moderator)
                .map(entries -> entries.stream()
                        .filter(entry -> entry.until().isAfter(now))
                        .toList());
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
