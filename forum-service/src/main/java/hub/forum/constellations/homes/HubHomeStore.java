package hub.forum.constellations.homes;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Visibility;
import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The only place that touches {@code constellation_homes}. Days are stored as they are read, "2026-12-04". */
@Component
class HubHomeStore {
    private static final String HOMES = "constellation_homes";
    private static final int MOST = 500;

    private final Documents<Stored> homes;
    private final DocumentCache<String, HubHome> byId;

    HubHomeStore(Collections collections) {
        this.homes = collections.of(HOMES, Stored.class);
        this.byId = homes.cache(CacheKey.id(), MOST, this::toChange);
    }

    /** Empty if there is none yet, or the viewer may not read in the group. */
    Mono<HubHome> find(String group, Visibility visibility) {
        return visibility.mayRead(group) ? byId.get(group) : Mono.empty();
    }

    /** As it is stored, in the work that changes it. */
    Mono<HubHome> toChange(String group) {
        return homes.find(group).map(Stored::home);
    }

    Mono<HubHome> insert(HubHome home) {
        return homes.insert(Stored.of(home)).thenReturn(home);
    }

    /** Empty if another change was first. */
    Mono<HubHome> replace(HubHome after, int versionBefore) {
        return homes.replace(
                        Query.query(where("_id").is(after.id()).and("version").is(versionBefore)), Stored.of(after))
                .map(Stored::home);
    }

    Mono<Void> touch(String group) {
        return homes.change(Documents.byId(group), new Update().inc("version", 1))
                .then();
    }

    record Stored(String id, List<StoredBed> beds, String backup, String backupNumber, int version) {
        static Stored of(HubHome home) {
            return new Stored(
                    home.id(),
                    home.beds().stream().map(StoredBed::of).toList(),
                    home.backup(),
                    home.backupNumber(),
                    home.version());
        }

        HubHome home() {
            return new HubHome(id, beds.stream().map(StoredBed::bed).toList(), backup, backupNumber, version);
        }
    }

    record StoredBed(
            String id,
            Bed.Kind kind,
            int count,
            String from,
            @Nullable String until) {
        static StoredBed of(Bed bed) {
            LocalDate until = bed.until();
            return new StoredBed(
                    bed.id(), bed.kind(), bed.count(), bed.from().toString(), until == null ? null : until.toString());
        }

        Bed bed() {
            return new Bed(id, kind, count, LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
        }
    }
}
