package hub.forum.groups;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.PageKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
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

    private final Documents<Group> groups;
    private final DocumentCache<String, Group> byId;
    private final DocumentCache<String, Listed> listed;

    GroupStore(Collections collections) {
        this.groups = collections.of(GROUPS, Group.class);
        this.byId = groups.cache(CacheKey.id(), MOST_GROUPS, groups::find);
        this.listed = groups.cache(
                CacheKey.any(),
                1,
                all -> groups.list(Query.query(read()).with(Sort.by("_id")).limit(MOST_GROUPS))
                        .collectList()
                        .map(Listed::of));
    }

    /** Mentorships that ended have nobody who reads them, and would in time be more than all others. */
    private static Criteria read() {
        return new Criteria()
                .orOperator(
                        where("kind").in(Group.Kind.managed()),
                        where("readers.carers").gt(0));
    }

    Mono<Set<String>> openGroups() {
        return listed.get("all").map(Listed::open);
    }

    Mono<Map<String, Group>> all(Collection<String> ids) {
        return byId.getAll(
                ids,
                missing -> groups.list(Query.query(where("_id").in(missing)).limit(missing.size()))
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

    /** The clusters that everybody may know of. */
    Flux<Group> withPublicDates() {
        return listed.get("all").flatMapIterable(Listed::groups).filter(Group::datesArePublic);
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

    /** For the search index: as they are stored, not as they are remembered. */
    Flux<Group> toIndex(Collection<String> ids) {
        return groups.list(ids);
    }

    Flux<String> idsAfter(String id, int limit) {
        return groups.idsAfter(id, limit);
    }

    /** All groups by name, for those who manage them, from after a given one. */
    Flux<Group> register(Visibility visibility, @Nullable Group after, int limit) {
        Criteria later = after == null
                ? visibility.managed()
                : new Criteria().andOperator(PageKey.after("name", after.name(), after.id()), visibility.managed());
        return groups.list(Query.query(later).with(Sort.by("name", "_id")).limit(limit));
    }

    /** The group that this person made with this form before. */
    Mono<Group> byFormKey(String formKey, String createdBy) {
        return groups.first(
                Query.query(where("formKey").is(formKey).and("createdBy").is(createdBy)));
    }

    Mono<Group> insert(Group group) {
        return groups.insert(group);
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
        return groups.change(Query.query(unchanged), update);
    }

    Mono<Void> count(String group, Group.Readers readers) {
        return groups.change(Documents.byId(group), new Update().set("readers", readers))
                .then();
    }
}
