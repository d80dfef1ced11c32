package hub.platform.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.PageKey;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches the collection {@code accounts}. */
@Component
class AccountStore {
    static final String ACCOUNTS = "accounts";
    private static final String GUARDS = "guards";

    /** A council has a few hundred carers; a large one with all its staff some thousands. */
    private static final int MOST_REMEMBERED = 10_000;

    /** In characters; no name is so long, and MongoDB refuses long expressions. */
    private static final int LONGEST_BEGINNING = 200;

    private static final int MOST_OF_A_HOUSEHOLD = 10;
    private static final int MOST_WITH_EMAILS = 1_000;

    private final Documents<Account> accounts;
    private final Documents<Document> guards;
    private final Transactions transactions;
    private final DocumentCache<String, Known> byId;

    AccountStore(Collections collections, Transactions transactions) {
        this.accounts = collections.of(ACCOUNTS, Account.class);
        this.guards = collections.of(GUARDS, Document.class);
        this.transactions = transactions;
        this.byId = accounts.cache(
                CacheKey.id(), MOST_REMEMBERED, id -> accounts.find(id).map(Known::of));
    }

    /** An account with what is shown of it, which a page of posts asks for twenty times. */
    private record Known(Account account, PersonName name) {
        static Known of(Account account) {
            return new Known(account, PersonName.of(account));
        }
    }

    Mono<Account> withIdentity(String identity) {
        return accounts.first(Query.query(where("identity").is(identity)).limit(1));
    }

    Mono<Account> find(String id) {
        return byId.get(id).map(Known::account);
    }

    Mono<Names> names(Collection<String> ids) {
        return byId.getAll(
                        ids,
                        missing -> accounts.list(
                                        Query.query(where("_id").in(missing)).limit(missing.size()))
                                .collectMap(Account::id, Known::of))
                .map(known -> {
                    Map<String, PersonName> names = HashMap.newHashMap(known.size());
                    known.forEach((id, person) -> names.put(id, person.name()));
                    return new Names(names);
                });
    }

    /** For the search index: as they are stored, not as they are remembered. */
    Flux<PersonName> toIndex(Collection<String> ids) {
        return accounts.list(ids).map(PersonName::of);
    }

    Flux<String> idsAfter(String id, int limit) {
        return accounts.idsAfter(id, limit);
    }

    /** Finds by identity, noting the time; or inserts what is given. Two first sign-ins at once yield one account. */
    Mono<Account> seenOrInserted(Account fresh, Instant at) {
        Update update = new Update()
                .set("lastSeenAt", at)
                .setOnInsert("_id", fresh.id())
                .setOnInsert("name", fresh.name())
                .setOnInsert("household", fresh.household())
                .setOnInsert("line", fresh.line())
                .setOnInsert("email", fresh.email())
                .setOnInsert("approval", fresh.approval())
                .setOnInsert("roles", fresh.roles())
                .setOnInsert("createdAt", fresh.createdAt());
        return accounts.upsert(Query.query(where("identity").is(fresh.identity())), update);
    }

    Mono<Account> insert(Account account) {
        return accounts.insert(account);
    }

    /**
     * Changes an account with all that follows from it, or not at all. The guard document makes any two changes conflict, so that one of them is
     * tried again and then sees the other's result: no change is made from what another is just changing, and an active administrator is
     * always left.
     *
     * @return empty if there is no such account
     * @throws Rejected {@code accounts.lastAdministrator} (as a signal) if no active administrator would be left
     */
    Mono<Account> change(String id, UnaryOperator<Account> how, BiFunction<Account, Account, Mono<Void>> follow) {
        return transactions.run(guards.upsert(Documents.byId("administrators"), new Update().inc("changes", 1))
                .then(find(id))
                .flatMap(before -> save(how.apply(before))
                        .flatMap(after -> requireAnAdministrator(before, after)
                                .then(follow.apply(before, after))
                                .thenReturn(after))));
    }

    Mono<Void> forgetNewLink(String id) {
        return accounts.change(Documents.byId(id), new Update().unset("newLink"))
                .then();
    }

    private Mono<Account> save(Account account) {
        return accounts.replace(Documents.byId(account.id()), account);
    }

    private Mono<Void> requireAnAdministrator(Account before, Account after) {
        return before.isActiveAdministrator() && !after.isActiveAdministrator()
                ? anAdministratorExists()
                        .filter(oneIsLeft -> oneIsLeft)
                        .switchIfEmpty(Mono.error(() -> new Rejected(AccountRefusal.LAST_ADMINISTRATOR)))
                        .then()
                : Mono.empty();
    }

    Mono<Boolean> anAdministratorExists() {
        return accounts.exists(Query.query(activeAdministrators()));
    }

    Mono<Boolean> anAdministratorExistsBeside(String id) {
        return accounts.exists(Query.query(activeAdministrators().and("_id").ne(id)));
    }

    private static Criteria activeAdministrators() {
        return where("roles").is(Role.ADMINISTRATOR).and("approval").is(Approval.APPROVED);
    }

    /** @param spellings no more than a thousand */
    Flux<Account> withEmails(Collection<String> spellings) {
        return accounts.list(Query.query(where("email").in(spellings)).limit(MOST_WITH_EMAILS));
    }

    /** Somebody who was brought in and whom the provider names for the first time; nothing if there is none, or they have an identity. */
    Mono<Account> name(String identity, String email) {
        return accounts.change(
                Query.query(where("email").is(email).and("identity").isNull()), new Update().set("identity", identity));
    }

    Mono<Boolean> hasEmail(String spelling) {
        return accounts.exists(Query.query(where("email").is(spelling)));
    }

    Flux<Account> withRole(Role role, int limit) {
        return accounts.list(Query.query(where("roles").is(role).and("approval").is(Approval.APPROVED))
                .limit(limit));
    }

    /** A page of one approval state by name, after a given name and id. */
    Flux<Account> list(Approval approval, String afterName, String afterId, int limit) {
        Criteria criteria = afterName.isEmpty()
                ? where("approval").is(approval)
                : new Criteria().andOperator(where("approval").is(approval), PageKey.after("name", afterName, afterId));
        return accounts.list(Query.query(criteria).with(Sort.by("name", "_id")).limit(limit));
    }

    /** Approved people whose name begins so, letters in any case, for choosing a person. */
    Flux<Account> approvedNamed(String beginning, int limit) {
        if (beginning.length() > LONGEST_BEGINNING) {
            return Flux.empty();
        }
        return accounts.list(Query.query(
                        where("approval").is(Approval.APPROVED).and("name").regex("^" + Pattern.quote(beginning), "i"))
                .with(Sort.by("name", "_id"))
                .limit(limit));
    }

    Flux<Account> ofHousehold(String household) {
        return accounts.list(
                Query.query(where("household").is(household).and("approval").is(Approval.APPROVED))
                        .with(Sort.by("name", "_id"))
                        .limit(MOST_OF_A_HOUSEHOLD));
    }
}
