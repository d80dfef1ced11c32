package hub.forum.constellations.sleepovers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.groups.Visibility;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code constellation_sleepovers}. */
@Component
class SleepoverStore {
    static final String SLEEPOVERS = "constellation_sleepovers";

    /** Of one constellation in some months. */
    private static final int MOST = 300;

    private static final int MOST_A_YEAR = 2_000;

    private static final String UNTIL = "ask.until";
    private static final List<Sleepover.State> HOLDING = List.of(Sleepover.State.REQUESTED, Sleepover.State.ACCEPTED);

    private final Documents<Sleepover> sleepovers;

    SleepoverStore(Collections collections) {
        this.sleepovers = collections.of(SLEEPOVERS, Sleepover.class);
    }

    /** Empty for whoever may not see it. */
    Mono<Sleepover> find(String id, Visibility visibility) {
        return sleepovers.find(id).filter(found -> SleepoverPolicy.maySee(visibility, found));
    }

    /** As it is stored, in the work that changes it or tells of it. */
    Mono<Sleepover> toChange(String id) {
        return sleepovers.find(id);
    }

    /** Those of a group that are not over at a moment and that the viewer may see, the first to end first. */
    Flux<Sleepover> endingAfter(String group, Instant moment, Visibility visibility) {
        return sleepovers.list(Query.query(seen(group, visibility).and(UNTIL).gt(moment))
                .with(Sort.by(UNTIL, "_id"))
                .limit(MOST));
    }

    /** Those that were over between two moments, the latest first. */
    Flux<Sleepover> ended(String group, Instant from, Instant until, Visibility visibility) {
        return sleepovers.list(
                Query.query(seen(group, visibility).and(UNTIL).gt(from).lte(until))
                        .with(Sort.by(Direction.DESC, UNTIL, "_id"))
                        .limit(MOST));
    }

    /** Those that began between two moments; whoever comes stays {@value Ask#MOST_NIGHTS} nights at most. */
    Flux<Sleepover> begun(String group, Instant from, Instant until, Visibility visibility) {
        return sleepovers.list(Query.query(new Criteria()
                        .andOperator(
                                seen(group, visibility)
                                        .and(UNTIL)
                                        .gt(from)
                                        .lt(until.plus(Duration.ofDays(Ask.MOST_NIGHTS + 1))),
                                where("ask.from").gte(from).lt(until)))
                .limit(MOST_A_YEAR));
    }

    /** Those that wait in these groups and that have reached the viewer or are for them to answer, the longest wait first. */
    Flux<Sleepover> waiting(Set<String> groups, Visibility visibility) {
        List<String> kept = groups.stream()
                .filter(group -> ConstellationPolicy.mayKeep(visibility, group))
                .toList();
        List<String> others = groups.stream()
                .filter(visibility::mayPost)
                .filter(group -> !kept.contains(group))
                .toList();
        Criteria theirs = new Criteria()
                .orOperator(
                        where("group").in(kept),
                        where("group")
                                .in(others)
                                .and("reached")
                                .is(visibility.viewer().id()));
        return groups.isEmpty()
                ? Flux.empty()
                : sleepovers.list(Query.query(new Criteria()
                                .andOperator(
                                        where("group").in(groups).and("state").is(Sleepover.State.REQUESTED), theirs))
                        .limit(MOST));
    }

    private static Criteria seen(String group, Visibility visibility) {
        Criteria in = where("group").in(visibility.mayPost(group) ? List.of(group) : List.of());
        String viewer = visibility.viewer().id();
        return ConstellationPolicy.mayKeep(visibility, group)
                ? in
                : in.orOperator(where("askedBy").is(viewer), where("reached").is(viewer));
    }

    /** Those that keep beds at some time, for counting: no more than this says leaves the check. */
    Flux<Sleepover> holding(String group, Instant from, Instant until) {
        return sleepovers.list(Query.query(where("group")
                        .is(group)
                        .and(UNTIL)
                        .gt(from)
                        .and("state")
                        .in(HOLDING)
                        .and("ask.nights")
                        .is(true)
                        .and("ask.from")
                        .lt(until))
                .limit(MOST));
    }

    Mono<Sleepover> insert(Sleepover sleepover) {
        return sleepovers.insert(sleepover);
    }

    Mono<Void> insertAll(List<Sleepover> some) {
        return sleepovers.insertAll(some);
    }

    /** Empty if another change was first. */
    Mono<Sleepover> replace(Sleepover after, int versionBefore) {
        return sleepovers.replace(
                Query.query(where("_id").is(after.id()).and("version").is(versionBefore)), after);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration sleepoverIndexes() {
            return new Migration("constellations-0001-sleepovers", mongo -> {
                var indexes = mongo.indexOps(SLEEPOVERS);
                return Flux.concat(
                                indexes.createIndex(new Index("group", Direction.ASC)
                                        .on(UNTIL, Direction.ASC)
                                        .on("_id", Direction.ASC)),
                                indexes.createIndex(new Index("group", Direction.ASC).on("state", Direction.ASC)))
                        .then();
            });
        }
    }
}
