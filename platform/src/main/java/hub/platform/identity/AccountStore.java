package hub.platform.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.memory.Key;
import hub.platform.memory.Memory;
import hub.platform.memory.Remembered;
import hub.platform.mongo.Conflicts;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches the collection {@code accounts}. */
@Component
class AccountStore {
    static final String ACCOUNTS = "accounts";
    private static final String GUARDS = "guards";

    /** A council has a few hundred carers; a large one with all its staff some thousands. */
    private static final int MOST_REMEMBERED = 10_000;

    private final ReactiveMongoTemplate mongo;
    private final TransactionalOperator transaction;
    private final Remembered<String, Known> byId;

    AccountStore(ReactiveMongoTemplate mongo, TransactionalOperator transaction, Memory memory) {
        this.mongo = mongo;
        this.transaction = transaction;
        this.byId = memory.of(
                ACCOUNTS,
                Key.id(),
                MOST_REMEMBERED,
                id -> mongo.findById(id, Account.class, ACCOUNTS).map(Known::of));
    }

    /** An account with what is shown of it, which a page of posts asks for twenty times. */
    private record Known(Account account, PersonName name) {
        static Known of(Account account) {
            return new Known(account, PersonName.of(account));
        }
    }

    Mono<Account> find(String id) {
        return byId.get(id).map(Known::account);
    }

    Mono<Names> names(Collection<String> ids) {
        return byId.getAll(
                        ids,
                        missing -> mongo.find(Query.query(where("_id").in(missing)), Account.class, ACCOUNTS)
                                .collectMap(Account::id, Known::of))
                .map(known -> {
                    Map<String, PersonName> names = HashMap.newHashMap(known.size());
                    known.forEach((id, person) -> names.put(id, person.name()));
                    return new Names(names);
                });
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
        return mongo.findAndModify(
                Query.query(where("identity").is(fresh.identity())),
                update,
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                Account.class,
                ACCOUNTS);
    }

    Mono<Account> insert(Account account) {
        return mongo.insert(account, ACCOUNTS);
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
        Mono<Account> steps = mongo.findAndModify(
                        Query.query(where("_id").is("administrators")),
                        new Update().inc("changes", 1),
                        FindAndModifyOptions.options().upsert(true),
                        org.bson.Document.class,
                        GUARDS)
                .then(find(id))
                .flatMap(before -> save(how.apply(before))
                        .flatMap(after -> requireAnAdministrator(before, after)
                                .then(follow.apply(before, after))
                                .thenReturn(after)));
        return transaction.transactional(steps).retryWhen(Conflicts.retry());
    }

    Mono<Void> forgetNewLink(String id) {
        return mongo.updateFirst(Query.query(where("_id").is(id)), new Update().unset("newLink"), ACCOUNTS)
                .then();
    }

    private Mono<Account> save(Account account) {
        return mongo.findAndReplace(
                Query.query(where("_id").is(account.id())),
                account,
                FindAndReplaceOptions.options().returnNew(),
                Account.class,
                ACCOUNTS,
                Account.class);
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
        return mongo.exists(Query.query(activeAdministrators()), ACCOUNTS);
    }

    Mono<Boolean> anAdministratorExistsBeside(String id) {
        return mongo.exists(Query.query(activeAdministrators().and("_id").ne(id)), ACCOUNTS);
    }

    private static Criteria activeAdministrators() {
        return where("roles").is(Role.ADMINISTRATOR).and("approval").is(Approval.APPROVED);
    }

    /** A page of one approval state by name, after a given name and id. */
    Flux<Account> list(Approval approval, String afterName, String afterId, int limit) {
        Criteria later = new Criteria()
                .orOperator(
                        where("name").gt(afterName),
                        where("name").is(afterName).and("_id").gt(afterId));
        Criteria criteria = afterName.isEmpty()
                ? where("approval").is(approval)
                : new Criteria().andOperator(where("approval").is(approval), later);
        return mongo.find(Query.query(criteria).with(Sort.by("name", "_id")).limit(limit), Account.class, ACCOUNTS);
    }

    /** Approved people whose name begins so, letters in any case, for choosing a person. */
    Flux<Account> approvedNamed(String beginning, int limit) {
        return mongo.find(
                Query.query(where("approval")
                                .is(Approval.APPROVED)
                                .and("name")
                                .regex("^" + Pattern.quote(beginning), "i"))
                        .with(Sort.by("name", "_id"))
                        .limit(limit),
                Account.class,
                ACCOUNTS);
    }
}
