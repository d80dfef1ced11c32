package hub.forum.groups;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code moderator_entries}. */
@Component
class ModeratorEntryStore {
    static final String ENTRIES = "moderator_entries";
    private static final int MOST_REMEMBERED = 500;

    private final Documents<ModeratorEntry> entries;
    private final DocumentCache<String, List<ModeratorEntry>> byModerator;

    ModeratorEntryStore(Collections collections, Clock clock) {
        this.entries = collections.of(ENTRIES, ModeratorEntry.class);
        this.byModerator = entries.cache(
                CacheKey.field("moderator"),
                MOST_REMEMBERED,
                moderator -> entries.list(Query.query(where("moderator")
                                        .is(moderator)
                                        .and("until")
                                        .gt(clock.instant()))
                                .limit(GroupStore.MOST_GROUPS))
                        .collectList());
    }

    /** An entry is never made longer; so those that were valid a while ago are enough to know those that still are. */
    Mono<List<ModeratorEntry>> validOf(String moderator, Instant now) {
        return byModerator
                .get(moderator)
                .map(found -> found.stream()
                        .filter(entry -> entry.until().isAfter(now))
                        .toList());
    }

    Flux<ModeratorEntry> newest(String group, int limit) {
        return entries.list(Query.query(where("group").is(group))
                .with(Sort.by(Direction.DESC, "at"))
                .limit(limit));
    }

    Mono<ModeratorEntry> find(String id) {
        return entries.find(id);
    }

    Mono<ModeratorEntry> insert(ModeratorEntry entry) {
        return entries.insert(entry);
    }
}
