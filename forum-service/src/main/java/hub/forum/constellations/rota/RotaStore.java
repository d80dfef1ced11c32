package hub.forum.constellations.rota;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Visibility;
import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code constellation_rotas}. Wall time is stored as it is read, "2026-12-04T20:00": MongoDB's dates are instants, and would move with the clocks. */
@Component
class RotaStore {
    private static final String ROTAS = "constellation_rotas";
    private static final int MOST = 500;
    private static final int MOST_OF_ONE = 20;

    private final Documents<Stored> rotas;
    private final DocumentCache<String, Rota> byId;

    RotaStore(Collections collections) {
        this.rotas = collections.of(ROTAS, Stored.class);
        this.byId = rotas.cache(CacheKey.id(), MOST, this::toChange);
    }

    /** Empty if there is none yet, or the viewer may not read in the group. */
    Mono<Rota> find(String group, Visibility visibility) {
        return visibility.mayRead(group) ? byId.get(group) : Mono.empty();
    }

    /** Of those groups in which the viewer may read, by group. */
    Mono<Map<String, Rota>> findAll(Collection<String> groups, Visibility visibility) {
        Set<String> some = groups.stream().filter(visibility::mayRead).collect(Collectors.toSet());
        return byId.getAll(
                some, missing -> rotas.list(missing).map(Stored::rota).collectMap(Rota::id));
    }

    /** As it is stored, in the work that changes it or tells of it. */
    Mono<Rota> toChange(String group) {
        return rotas.find(group).map(Stored::rota);
    }

    /** Those that somebody is on, in the work that takes them off: nobody is on call in more constellations than a few. */
    Flux<Rota> withPerson(String account) {
        return rotas.list(Query.query(where("people.account").is(account)).limit(MOST_OF_ONE))
                .map(Stored::rota);
    }

    /** Ids of the groups that have one, after a given id. */
    Flux<String> idsAfter(String id, int limit) {
        return rotas.idsAfter(id, limit);
    }

    Mono<Rota> insert(Rota rota) {
        return rotas.insert(Stored.of(rota)).thenReturn(rota);
    }

    /** Empty if another change was first. */
    Mono<Rota> replace(Rota after, int versionBefore) {
        return rotas.replace(
                        Query.query(where("_id").is(after.id()).and("version").is(versionBefore)), Stored.of(after))
                .map(Stored::rota);
    }

    record Stored(
            String id,
            List<OnCallPerson> people,
            List<StoredTurn> pattern,
            List<StoredShift> changes,
            List<Swap> swaps,
            String evening,
            String morning,
            int version) {

        static Stored of(Rota rota) {
            return new Stored(
                    rota.id(),
                    rota.people(),
                    rota.pattern().stream().map(StoredTurn::of).toList(),
                    rota.changes().stream().map(StoredShift::of).toList(),
                    rota.swaps(),
                    rota.hours().evening().toString(),
                    rota.hours().morning().toString(),
                    rota.version());
        }

        Rota rota() {
            return new Rota(
                    id,
                    people,
                    pattern.stream().map(StoredTurn::turn).toList(),
                    changes.stream().map(StoredShift::shift).toList(),
                    swaps,
                    new CoverHours(LocalTime.parse(evening), LocalTime.parse(morning)),
                    version);
        }
    }

    record StoredTurn(
            String id,
            List<DayOfWeek> days,
            String from,
            String until,
            String account,
            int weeks,
            String since,
            @Nullable String last) {
        static StoredTurn of(Turn turn) {
            LocalDate last = turn.last();
            return new StoredTurn(
                    turn.id(),
                    turn.days().stream().sorted().toList(),
                    turn.from().toString(),
                    turn.until().toString(),
                    turn.account(),
                    turn.weeks(),
                    turn.since().toString(),
                    last == null ? null : last.toString());
        }

        Turn turn() {
            return new Turn(
                    id,
                    Set.copyOf(days),
                    LocalTime.parse(from),
                    LocalTime.parse(until),
                    account,
                    weeks,
                    LocalDate.parse(since),
                    last == null ? null : LocalDate.parse(last));
        }
    }

    record StoredShift(
            String key, String from, String until, @Nullable String account) {
        static StoredShift of(Shift shift) {
            return new StoredShift(
                    shift.key(), shift.from().toString(), shift.until().toString(), shift.account());
        }

        Shift shift() {
            return new Shift(key, LocalDateTime.parse(from), LocalDateTime.parse(until), account);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration rotasByPerson() {
            return new Migration(
                    "constellations-0002-rotas-by-person",
                    mongo -> mongo.indexOps(ROTAS)
                            .createIndex(new Index("people.account", Direction.ASC))
                            .then());
        }
    }
}
