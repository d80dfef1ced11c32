package hub.forum.accounts.imports;

import hub.forum.accounts.AccountDesk;
import hub.forum.accounts.SignInLetters;
import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an administrator does with a table of people. Anybody else gets {@link NotAllowed} as a signal. */
@Service
public class PeopleImports {
    /** Long enough to come back to it after a weekend; a table of people is not kept for longer than it is needed. */
    static final Duration KEPT = Duration.ofDays(14);

    private static final int MOST_GROUPS = 1000;

    private final AccountDesk desk;
    private final Accounts accounts;
    private final Groups groups;
    private final Memberships memberships;
    private final SignInLetters letters;
    private final PeopleImportStore store;
    private final Transactions transactions;
    private final Clock clock;

    PeopleImports(
            AccountDesk desk,
            Accounts accounts,
            Groups groups,
            Memberships memberships,
            SignInLetters letters,
            PeopleImportStore store,
            Transactions transactions,
            Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.groups = groups;
        this.memberships = memberships;
        this.letters = letters;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What became of a table.
     *
     * @param id of what is kept of it; empty if something is wrong with it
     */
    public record Tried(String id, List<Fault> faults) {}

    public enum Change implements Slug {
        FRESH,
        CHANGED,
        SAME
    }

    /** @param places only those that the person is not in yet */
    public record Planned(ImportRow row, Change change) {}

    /**
     * @param planned what would be done, line by line; empty once it is done
     * @param people who was new, once it is done
     * @param changed how many others were changed
     * @param written whether they have been written to
     */
    public record Shown(
            String id, boolean ready, List<Planned> planned, List<Account> people, int changed, boolean written) {}

    /**
     * Reads a table and tries it: all of it is done and taken back, so that what is shown next can be done.
     *
     * @param text as pasted or saved
     * @param roles by what people call them, in small letters
     * @param once the same table of the same form is one
     */
    public Mono<Tried> read(String text, Map<String, Role> roles, String once, Visibility by) {
        if (!by.viewer().administrator()) {
            return Mono.error(new NotAllowed());
        }
        PeopleTable table = PeopleTable.read(text);
        if (!table.faults().isEmpty()) {
            return Mono.just(new Tried("", table.faults()));
        }
        return Mono.zip(known(RowReader.emails(table.lines()), by.viewer()), groupsByName(by))
                .map(found -> new RowReader(found.getT1(), found.getT2(), roles).read(table.lines()))
                .flatMap(read -> read.faults().isEmpty() ? tried(read.rows(), once, by) : faulty(read.faults()));
    }

    private static Mono<Tried> faulty(List<Fault> faults) {
        return Mono.just(new Tried("", faults));
    }

    private Mono<Tried> tried(List<ImportRow> rows, String once, Visibility by) {
        String id = Ids.of("people by " + by.viewer().id() + " by " + once);
        PeopleImport fresh = PeopleImport.ready(
                id, by.viewer().id(), rows, clock.instant(), clock.instant().plus(KEPT));
        return transactions
                .run(bringIn(id, rows, by).then(Mono.<Void>error(new TakenBack())))
                .onErrorResume(TakenBack.class, tried -> Mono.empty())
                .then(Mono.defer(
                        () -> transactions.run(store.find(id).switchIfEmpty(Mono.defer(() -> store.insert(fresh))))))
                .map(kept -> new Tried(kept.id(), List.of()))
                .onErrorResume(RowRefused.class, refused -> faulty(List.of(refused.fault())));
    }

    /** Empty if there is none, or it is forgotten. */
    public Mono<Shown> find(String id, Visibility by) {
        return by.viewer().administrator()
                ? store.find(id).flatMap(kept -> kept.isReady() ? planned(kept, by) : done(kept))
                : Mono.empty();
    }

    private Mono<Shown> planned(PeopleImport kept, Visibility by) {
        return known(kept.rows().stream().map(ImportRow::email).collect(Collectors.toSet()), by.viewer())
                .map(known -> kept.rows().stream()
                        .map(row -> new Planned(row, change(row, known.get(row.email()))))
                        .toList())
                .map(planned -> new Shown(kept.id(), true, planned, List.of(), 0, false));
    }

    private static Change change(ImportRow row, @Nullable Account account) {
        if (account == null) {
            return Change.FRESH;
        }
        return details(row, account).equals(details(account))
                        && row.worker().isEmpty()
                        && row.places().isEmpty()
                ? Change.SAME
                : Change.CHANGED;
    }

    private Mono<Shown> done(PeopleImport kept) {
        return Flux.fromIterable(kept.brought())
                .concatMap(accounts::approved)
                .collectList()
                .map(people -> new Shown(kept.id(), false, List.of(), people, kept.changed(), kept.written()));
    }

    /**
     * Brings in all, or nobody. Done twice it is done once.
     *
     * @return what is wrong by now; nothing if it is done
     */
    public Mono<List<Fault>> run(String id, Visibility by) {
        if (!by.viewer().administrator()) {
            return Mono.error(new NotAllowed());
        }
        Mono<PeopleImport> steps = store.find(id)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(kept -> kept.isReady()
                        ? bringIn(id, kept.rows(), by)
                                .flatMap(people -> store.save(kept.done(
                                        people.stream()
                                                .filter(Brought::fresh)
                                                .map(Brought::account)
                                                .toList(),
                                        (int) people.stream()
                                                .filter(one -> one.changed())
                                                .count())))
                        : Mono.just(kept));
        return transactions
                .run(steps)
                .map(done -> List.<Fault>of())
                .onErrorResume(RowRefused.class, refused -> Mono.just(List.of(refused.fault())));
    }

    /** Each new person is sent a letter with a link of their own, once. */
    public Mono<Void> write(String id, Visibility by) {
        if (!by.viewer().administrator() || !mayWrite()) {
            return Mono.error(new NotAllowed());
        }
        return transactions.run(store.find(id)
                .filter(kept -> !kept.isReady())
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .filter(kept -> !kept.written())
                .flatMap(kept -> Flux.fromIterable(kept.brought())
                        .concatMap(accounts::approved)
                        .concatMap(letters::invite)
                        .then(Mono.defer(() -> store.save(kept.writtenTo()))))
                .then());
    }

    /** Whether letters with links can go out from here. */
    public boolean mayWrite() {
        return desk.canInvite() && letters.goOut();
    }

    /** Whether people sign in with links of this hub; elsewhere the council's own provider knows them by their address. */
    public boolean givesLinks() {
        return desk.canInvite();
    }

    private record Brought(String account, boolean fresh, boolean changed) {
        Brought and(boolean more) {
            return new Brought(account, fresh, changed || more && !fresh);
        }
    }

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakenBack() {
            super("It was only tried", null, false, false);
        }
    }

    /** People first, then who looks after them, then their groups: each may be of the same table. */
    private Mono<List<Brought>> bringIn(String id, List<ImportRow> rows, Visibility by) {
        return Mono.defer(() -> known(emails(rows), by.viewer()))
                .flatMap(known -> Flux.fromIterable(rows)
                        .concatMap(row -> asRow(row, person(id, row, known, by.viewer())))
                        .collectList()
                        .flatMap(people -> {
                            Map<String, String> ids = new HashMap<>();
                            known.forEach((email, account) -> ids.put(email, account.id()));
                            for (int i = 0; i < rows.size(); i++) {
                                ids.put(rows.get(i).email(), people.get(i).account());
                            }
                            return Flux.range(0, rows.size())
                                    .concatMap(i -> asRow(rows.get(i), places(rows.get(i), ids, by))
                                            .map(people.get(i)::and))
                                    .collectList();
                        }));
    }

    private static Set<String> emails(List<ImportRow> rows) {
        List<String> all = new ArrayList<>();
        rows.forEach(row -> all.addAll(List.of(row.email(), row.worker())));
        return all.stream().filter(email -> !email.isEmpty()).collect(Collectors.toSet());
    }

    private static <T> Mono<T> asRow(ImportRow row, Mono<T> steps) {
        return steps.onErrorMap(Rejected.class, refusal -> new RowRefused(row, refusal));
    }

    private Mono<Brought> person(String id, ImportRow row, Map<String, Account> known, Viewer by) {
        Account account = known.get(row.email());
        if (account == null) {
            String fresh = Ids.of("person of " + id + ": " + row.email());
            AccountDesk.Details details = new AccountDesk.Details(row.name(), row.household(), row.line(), row.roles());
            return desk.bringIn(fresh, details, row.email(), by).map(made -> new Brought(made.id(), true, false));
        }
        if (account.approval() == Approval.SUSPENDED || account.approval() == Approval.ENDED) {
            return Mono.error(new Rejected(ImportRefusal.PAUSED, account.name()));
        }
        if (account.approval() == Approval.AWAITING) {
            return Mono.error(new Rejected(ImportRefusal.AWAITS, account.name()));
        }
        Mono<Account> approved =
                account.approval() == Approval.AWAITING ? desk.approve(account.id(), by) : Mono.just(account);
        AccountDesk.Details details = details(row, account);
        return details.equals(details(account))
                ? Mono.just(new Brought(account.id(), false, false))
                : desk.workerOf(account)
                        .flatMap(worker -> desk.change(account.id(), details, worker, by))
                        .map(after -> new Brought(after.id(), false, true));
    }

    private static AccountDesk.Details details(Account account) {
        return new AccountDesk.Details(account.name(), account.household(), account.line(), account.roles());
    }

    private static AccountDesk.Details details(ImportRow row, Account account) {
        return new AccountDesk.Details(
                row.name(),
                row.household().isEmpty() ? account.household() : row.household(),
                row.line().isEmpty() ? account.line() : row.line(),
                row.roles().isEmpty() ? account.roles() : row.roles());
    }

    /**
     * @param ids of accounts, by their emails
     * @return whether anything is other than before
     */
    private Mono<Boolean> places(ImportRow row, Map<String, String> ids, Visibility by) {
        String account = ids.getOrDefault(row.email(), "");
        Mono<Boolean> worker = row.worker().isEmpty()
                ? Mono.just(false)
                : desk.assignWorker(account, ids.getOrDefault(row.worker(), row.worker()), by.viewer());
        return worker.flatMap(assigned -> Flux.fromIterable(row.places())
                .concatMap(place -> joins(account, place, by))
                .reduce(assigned, Boolean::logicalOr));
    }

    private Mono<Boolean> joins(String account, ImportRow.Place place, Visibility by) {
        return groups.toManage(place.group(), by)
                .flatMap(group -> memberships
                        .find(group, account, by)
                        .map(there -> false)
                        .switchIfEmpty(Mono.defer(() -> memberships
                                .nominate(group, account, place.role(), by)
                                .thenReturn(true))));
    }

    private Mono<Map<String, Account>> known(Set<String> emails, Viewer by) {
        return accounts.withEmails(emails, by)
                .sort(Comparator.comparing((Account account) -> account.approval() != Approval.AWAITING))
                .collectMap(account -> Optional.ofNullable(account.email()).orElse(""), Function.identity());
    }

    private Mono<Map<String, Optional<Group>>> groupsByName(Visibility by) {
        return groups.register(null, MOST_GROUPS, by)
                .collectMultimap(group -> group.name().toLowerCase(Locale.UK))
                .map(all -> all.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().size() == 1
                                        ? Optional.of(
                                                entry.getValue().iterator().next())
                                        : Optional.empty())));
    }
}
