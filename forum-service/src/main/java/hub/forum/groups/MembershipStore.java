package hub.forum.groups;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.cache.DocumentChange;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.refusals.Rejected;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
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

    /** More people than a hub has. */
    private static final int MOST_MEMBERS = 10_000;

    private final Documents<Membership> memberships;
    private final Documents<Document> households;
    private final DocumentCache<String, List<Membership>> byAccount;

    MembershipStore(Collections collections) {
        this.memberships = collections.of(MEMBERSHIPS, Membership.class);
        this.households = collections.of(HOUSEHOLDS, Document.class);
        this.byAccount = memberships.cache(
                CacheKey.by(Set.of("account"), MembershipStore::whose),
                MOST_REMEMBERED,
                account -> memberships
                        .list(Query.query(where("account").is(account)).limit(GroupStore.MOST_GROUPS))
                        .collectList()
                        .map(List::copyOf));
    }

    private static @Nullable String whose(DocumentChange change) {
        String id = change.id();
        return id == null ? change.field("account") : Membership.accountIn(id);
    }

    Mono<List<Membership>> of(String account) {
        return byAccount.get(account);
    }

    Flux<Membership> in(String group) {
        return memberships.list(
                Query.query(where("group").is(group)).with(Sort.by("since")).limit(MOST_MEMBERS));
    }

    /** For the search index: as they are stored, not as they are remembered. */
    Flux<Membership> toIndex(Collection<String> accounts) {
        return memberships.list(Query.query(where("account").in(accounts)).limit(MOST_MEMBERS));
    }

    Mono<Membership> find(String group, String account) {
        return memberships.find(Membership.id(group, account));
    }

    Mono<Membership> insert(Membership membership) {
        return memberships.insert(membership);
    }

    Mono<Void> insertAll(List<Membership> members) {
        return memberships.insertAll(members);
    }

    Mono<Membership> setRole(String group, String account, GroupRole role) {
        return memberships.change(byId(group, account), new Update().set("role", role));
    }

    Mono<Void> setHousehold(String account, String household) {
        return memberships.changeAll(
                Query.query(where("account").is(account)), new Update().set("household", household));
    }

    /** An acceptance never goes back to an earlier version. */
    Mono<Void> setAgreement(String group, String account, int version) {
        return memberships
                .change(byId(group, account), new Update().max("agreement", version))
                .then();
    }

    Mono<Membership> remove(String group, String account) {
        return memberships.remove(byId(group, account));
    }

    /**
     * Makes a household one of this constellation's. To be called in a transaction: of two constellations that claim it at once, one conflicts,
     * is tried again, and then finds the other's claim.
     *
     * @throws Rejected {@code groups.household.elsewhere} (as a signal) if another constellation has it
     */
    Mono<Void> claim(String household, String group) {
        return households
                .find(household)
                .switchIfEmpty(households.insert(new Document("_id", household).append("group", group)))
                .filter(claim -> !group.equals(claim.getString("group")))
                .flatMap(elsewhere -> Mono.error(new Rejected(GroupRefusal.HOUSEHOLD_ELSEWHERE)));
    }

    Mono<Void> release(String household, String group) {
        return households
                .remove(Query.query(where("_id").is(household).and("group").is(group)))
                .then();
    }

    private static Query byId(String group, String account) {
        return Documents.byId(Membership.id(group, account));
    }
}
