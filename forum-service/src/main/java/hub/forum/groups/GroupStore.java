package hub.forum.groups;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code groups}, {@code memberships} and {@code moderator_entries}. */
@Component
class GroupStore {
    static final String GROUPS = "groups";
    static final String MEMBERSHIPS = "memberships";
    static final String ENTRIES = "moderator_entries";

    /** More groups than a council has; lists of groups are bounded by it. */
    static final int MOST_GROUPS = 500;

    private final ReactiveMongoTemplate mongo;

    GroupStore(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    Flux<Membership> membershipsOf(String account) {
        return mongo.find(Query.query(where("account").is(account)).limit(MOST_GROUPS), Membership.class, MEMBERSHIPS);
    }

    Flux<String> openGroups() {
        Query open = Query.query(where("privacy").is(Group.Privacy.OPEN)).limit(MOST_GROUPS);
        open.fields().include("_id");
        return mongo.find(open, Document.class, GROUPS).map(group -> group.getString("_id"));
    }

    Flux<String> enteredBy(String moderator, Instant now) {
        Query valid = Query.query(where("moderator").is(moderator).and("until").gt(now))
                .limit(MOST_GROUPS);
        return mongo.find(valid, Document.class, ENTRIES).map(entry -> entry.getString("group"));
    }

    Mono<Map<String, Integer>> agreementVersions(Collection<String> groups) {
        if (groups.isEmpty()) {
            return Mono.just(Map.of());
        }
        Query query = Query.query(where("_id").in(groups));
        query.fields().include("agreement.version");
        return mongo.find(query, Document.class, GROUPS)
                .collectMap(
                        group -> group.getString("_id"),
                        group -> group.get("agreement") instanceof Document agreement
                                ? agreement.getInteger("version", 0)
                                : 0);
    }

    /** A group the viewer may know of. */
    Mono<Group> find(String id, Visibility visibility) {
        Query query = Query.query(new Criteria().andOperator(where("_id").is(id), visibility.known()));
        return mongo.findOne(query, Group.class, GROUPS);
    }

    /** The groups the viewer may know of, by name. */
    Flux<Group> list(Visibility visibility) {
        return mongo.find(
                Query.query(visibility.known()).with(Sort.by("name")).limit(MOST_GROUPS), Group.class, GROUPS);
    }

    Flux<Membership> members(String group) {
        return mongo.find(Query.query(where("group").is(group)).with(Sort.by("since")), Membership.class, MEMBERSHIPS);
    }

    Mono<Long> insertAll(List<Group> groups, List<Membership> memberships) {
        return mongo.insert(groups, GROUPS)
                .thenMany(mongo.insert(memberships, MEMBERSHIPS))
                .count();
    }
}
