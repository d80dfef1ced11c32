package hub.forum.groups;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.memory.Key;
import hub.platform.memory.Memory;
import hub.platform.memory.Remembered;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code groups}. */
@Component
class GroupStore {
    static final String GROUPS = "groups";

    /** More groups than a council has; lists of groups are bounded by it. */
    static final int MOST_GROUPS = 2_000;

    private final ReactiveMongoTemplate mongo;
    private final Remembered<String, Group> byId;
    private final Remembered<String, Listed> listed;

    GroupStore(ReactiveMongoTemplate mongo, Memory memory) {
        this.mongo = mongo;
        this.byId = memory.of(GROUPS, Key.id(), MOST_GROUPS, id -> mongo.findById(id, Group.class, GROUPS));
        this.listed = memory.of(
                GROUPS,
                Key.any(),
                1,
                all -> mongo.find(new Query().with(Sort.by("_id")).limit(MOST_GROUPS), Group.class, GROUPS)
                        .collectList()
                        .map(Listed::of));
    }

    Mono<Set<String>> openGroups() {
        return listed.get("all").map(Listed::open);
    }

    Mono<Map<String, Group>> all(Collection<String> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : byId.getAll(
                        ids,
                        missing -> mongo.find(Query.query(where("_id").in(missing)), Group.class, GROUPS)
                                .collectMap(Group::id));
    }

    /** @param allowed a rule of {@link Visibility} on groups themselves */
    Mono<Group> find(String id, Predicate<Group> allowed) {
        return byId.get(id).filter(allowed);
    }

    /** The groups the viewer may know of, in no order. */
    Flux<Group> list(Visibility visibility) {
        return listed.get("all").flatMapIterable(Listed::groups).filter(visibility::knows);
    }

    private record Listed(List<Group> groups, Set<String> open) {
        static Listed of(List<Group> groups) {
            return new Listed(
                    List.copyOf(groups),
                    groups.stream()
                            .filter(group -> group.privacy() == Group.Privacy.OPEN)
                            .map(Group::id)
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** All groups by name, for those who manage them, from after a given one. */
    Flux<Group> register(Visibility visibility, @Nullable Group after, int limit) {
        Criteria later = after == null
                ? visibility.managed()
                : both(
                        new Criteria()
                                .orOperator(
                                        where("name").gt(after.name()),
                                        where("name")
                                                .is(after.name())
                                                .and("_id")
                                                .gt(after.id())),
                        visibility.managed());
        return mongo.find(Query.query(later).with(Sort.by("name", "_id")).limit(limit), Group.class, GROUPS);
    }

    /** The group that this person made with this form before. */
    Mono<Group> byFormKey(String formKey, String createdBy) {
        return mongo.findOne(
                Query.query(where("formKey").is(formKey).and("createdBy").is(createdBy)), Group.class, GROUPS);
    }

    Mono<Group> insert(Group group) {
        return mongo.insert(group, GROUPS);
    }

    /** Saves what an administrator says of a group, unless its agreement is no longer the version that they saw: then empty. */
    Mono<Group> describe(Group changed, int seenVersion) {
        Criteria asSeen = where("_id").is(changed.id());
        Criteria unchanged = seenVersion == 0
                ? asSeen.and("agreement").is(null)
                : asSeen.and("agreement.version").is(seenVersion);
        Update update = new Update()
                .set("name", changed.name())
                .set("slug", changed.slug())
                .set("privacy", changed.privacy())
                .set("area", changed.area())
                .set("purpose", changed.purpose())
                .set("venue", changed.venue())
                .set("agreement", changed.agreement());
        return mongo.findAndModify(
                Query.query(unchanged), update, FindAndModifyOptions.options().returnNew(true), Group.class, GROUPS);
    }

    Mono<Void> count(String group, Group.Readers readers) {
        return mongo.updateFirst(
                        Query.query(where("_id").is(group)), new Update().set("readers", readers), Group.class, GROUPS)
                .then();
    }

    private static Criteria both(Criteria one, Criteria other) {
        return new Criteria().andOperator(one, other);
    }
}
