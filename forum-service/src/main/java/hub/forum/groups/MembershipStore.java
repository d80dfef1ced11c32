package hub.forum.groups;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.identity.Rejected;
import hub.platform.memory.Change;
import hub.platform.memory.Key;
import hub.platform.memory.Memory;
import hub.platform.memory.Remembered;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code memberships} and {@code constellation_households}. */
@Component
class MembershipStore {
    static final String MEMBERSHIPS = "memberships";
    static final String HOUSEHOLDS = "constellation_households";

    private static final int MOST_REMEMBERED = 10_000;

    private final ReactiveMongoTemplate mongo;
    private final Remembered<String, List<Membership>> byAccount;

    MembershipStore(ReactiveMongoTemplate mongo, Memory memory) {
        this.mongo = mongo;
        this.byAccount = memory.of(
                MEMBERSHIPS,
                Key.by(Set.of("account"), MembershipStore::whose),
                MOST_REMEMBERED,
                account -> mongo.find(
                                Query.query(where("account").is(account)).limit(GroupStore.MOST_GROUPS),
                                Membership.class,
                                MEMBERSHIPS)
                        .collectList()
                        .map(List::copyOf));
    }

    private static @Nullable String whose(Change change) {
        String id = change.id();
        return id == null ? change.field("account") : Membership.accountIn(id);
    }

    Mono<List<Membership>> of(String account) {
        return byAccount.get(account);
    }

    Flux<Membership> in(String group) {
        return mongo.find(Query.query(where("group").is(group)).with(Sort.by("since")), Membership.class, MEMBERSHIPS);
    }

    Mono<Membership> find(String group, String account) {
        return mongo.findById(Membership.id(group, account), Membership.class, MEMBERSHIPS);
    }

    Mono<Membership> insert(Membership membership) {
        return mongo.insert(membership, MEMBERSHIPS);
    }

    Mono<Void> insertAll(List<Membership> memberships) {
        return mongo.insert(memberships, MEMBERSHIPS).then();
    }

    Mono<Membership> setRole(String group, String account, GroupRole role) {
        return mongo.findAndModify(
                byId(group, account),
                new Update().set("role", role),
                FindAndModifyOptions.options().returnNew(true),
                Membership.class,
                MEMBERSHIPS);
    }

    Mono<Void> setHousehold(String account, String household) {
        return mongo.updateMulti(
                        Query.query(where("account").is(account)),
                        new Update().set("household", household),
                        Membership.class,
                        MEMBERSHIPS)
                .then();
    }

    /** An acceptance never goes back to an earlier version. */
    Mono<Void> setAgreement(String group, String account, int version) {
        return mongo.updateFirst(
                        byId(group, account), new Update().max("agreement", version), Membership.class, MEMBERSHIPS)
                .then();
    }

    Mono<Membership> remove(String group, String account) {
        return mongo.findAndRemove(byId(group, account), Membership.class, MEMBERSHIPS);
    }

    /**
     * Makes a household one of this constellation's. To be called in a transaction: of two constellations that claim it at once, one conflicts,
     * is tried again, and then finds the other's claim.
     *
     * @throws Rejected {@code groups.household.elsewhere} (as a signal) if another constellation has it
     */
    Mono<Void> claim(String household, String group) {
        return mongo.findById(household, Document.class, HOUSEHOLDS)
                .switchIfEmpty(mongo.insert(new Document("_id", household).append("group", group), HOUSEHOLDS))
                .filter(claim -> !group.equals(claim.getString("group")))
                .flatMap(elsewhere -> Mono.error(new Rejected(GroupRefusal.HOUSEHOLD_ELSEWHERE)));
    }

    Mono<Void> release(String household, String group) {
        return mongo.remove(Query.query(where("_id").is(household).and("group").is(group)), HOUSEHOLDS)
                .then();
    }

    private static Query byId(String group, String account) {
        return Query.query(where("_id").is(Membership.id(group, account)));
    }
}
