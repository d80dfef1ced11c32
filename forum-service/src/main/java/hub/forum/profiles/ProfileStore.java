package hub.forum.profiles;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code profiles}. */
@Component
class ProfileStore {
    static final String PROFILES = "profiles";

    private static final String WIDEST = "widest";

    /** More people than a hub has. */
    private static final int MOST = 10_000;

    private final Documents<Profile> profiles;
    private final DocumentCache<String, Map<Audience, Set<String>>> shown;

    ProfileStore(Collections collections) {
        this.profiles = collections.of(PROFILES, Profile.class);
        this.shown = profiles.cache(CacheKey.any(), 1, any -> readShown());
    }

    Mono<Profile> of(String account) {
        return profiles.find(account).defaultIfEmpty(Profile.nothing(account));
    }

    /** The accounts of those whose profiles say something, by who sees the most open part of it. */
    Mono<Map<Audience, Set<String>>> shown() {
        return shown.get("");
    }

    private Mono<Map<Audience, Set<String>>> readShown() {
        return Flux.just(Audience.GROUPS, Audience.EVERYBODY)
                .concatMap(audience -> profiles.ids(
                                Query.query(where(WIDEST).is(audience)).limit(MOST))
                        .collect(Collectors.toUnmodifiableSet())
                        .map(ids -> Map.entry(audience, ids)))
                .collectList()
                .map(ProfileStore::byAudience);
    }

    private static Map<Audience, Set<String>> byAudience(List<Map.Entry<Audience, Set<String>>> found) {
        Map<Audience, Set<String>> all = new EnumMap<>(Audience.class);
        found.forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    /** Empty if it was changed meanwhile. */
    Mono<Profile> save(Profile before, Profile after) {
        return before.revision() == 0
                ? profiles.find(before.id())
                        .hasElement()
                        .flatMap(there -> there ? Mono.empty() : profiles.insert(after))
                : profiles.replace(
                        Query.query(where("_id").is(before.id()).and("revision").is(before.revision())), after);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration profileIndexes() {
            return new Migration(
                    "profiles-0001-indexes",
                    mongo -> mongo.indexOps(PROFILES)
                            .createIndex(new Index(WIDEST, Direction.ASC).on("_id", Direction.ASC))
                            .then());
        }
    }
}
