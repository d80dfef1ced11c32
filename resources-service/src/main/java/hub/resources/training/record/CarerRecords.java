package hub.resources.training.record;

import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Supervisions;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.time.Times;
import hub.resources.training.TrainingPolicy;
import hub.resources.training.courses.Course;
import hub.resources.training.courses.Courses;
import hub.resources.training.courses.TrainingSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What carers have learned, for whom it concerns. */
@Service
public class CarerRecords {
    private final LearningStore store;
    private final RecordPolicy policy;
    private final Supervisions supervisions;
    private final Courses courses;
    private final Accounts accounts;
    private final Transactions transactions;
    private final CarerRecord.Rules rules;
    private final Clock clock;

    CarerRecords(
            LearningStore store,
            RecordPolicy policy,
            Supervisions supervisions,
            Courses courses,
            Accounts accounts,
            Transactions transactions,
            @Value("${hearth.training.hours-a-year:20}") double hoursAYear,
            @Value("${hearth.training.tsd-months:12}") int tsdMonths,
            @Value("${hearth.training.tsd-months-kinship:18}") int tsdMonthsKinship,
            @Value("${hearth.training.expiring-days:90}") int expiringDays,
            Clock clock) {
        this.store = store;
        this.policy = policy;
        this.supervisions = supervisions;
        this.courses = courses;
        this.accounts = accounts;
        this.transactions = transactions;
        this.rules = new CarerRecord.Rules(hoursAYear, tsdMonths, tsdMonthsKinship, expiringDays);
        this.clock = clock;
    }

    /** The viewer's own and that of the other carer of the household, the viewer's first; empty for whoever is no carer. */
    public Flux<CarerRecord> own(Viewer viewer) {
        return TrainingPolicy.mayBook(viewer)
                ? household(viewer.household(), viewer)
                        .sort(Comparator.comparing(
                                record -> !record.carer().id().equals(viewer.account())))
                : Flux.empty();
    }

    /** Those of the household of a carer; empty if there is none whom this viewer may look at. */
    public Flux<CarerRecord> of(String account, Viewer viewer) {
        return accounts.approved(account)
                .filterWhen(carer -> policy.mayRead(viewer, carer))
                .flatMapMany(carer -> household(carer.household(), viewer));
    }

    private Flux<CarerRecord> household(String household, Viewer viewer) {
        return accounts.ofHousehold(household)
                .filterWhen(carer -> accounts.viewer(carer.id()).map(TrainingPolicy::mayBook))
                .filterWhen(carer -> policy.mayRead(viewer, carer))
                .concatMap(this::record);
    }

    private Mono<CarerRecord> record(Account carer) {
        return store.of(carer.id())
                .collectList()
                .zipWith(courses.byId())
                .map(both -> new CarerRecord(carer, both.getT1(), both.getT2().values(), rules, clock.instant()));
    }

    /** Whether the viewer confirms what this carer says they learned elsewhere. */
    public Mono<Boolean> confirms(CarerRecord record, Viewer viewer) {
        return policy.mayConfirm(viewer, record.carer());
    }

    /** The carers whom the viewer supervises, household by household; none for whoever supervises nobody. */
    public Flux<Account> supervised(Viewer viewer) {
        return supervisions
                .householdsOf(viewer)
                .flatMapIterable(TreeSet::new)
                .concatMap(accounts::ofHousehold)
                .filterWhen(carer -> accounts.viewer(carer.id()).map(TrainingPolicy::mayBook));
    }

    /** The certificate of this code, for anybody who has it. */
    public Mono<Learning> certificate(String code) {
        return store.find(code).filter(Learning::certified);
    }

    /**
     * What somebody was there for, in the transaction of the register; told again, it is put right and keeps its code.
     *
     * @param hours 0 if they were not there after all
     */
    public Mono<Void> attended(String account, TrainingSession session, Course course, boolean whole, double hours) {
        Mono<Learning> before = store.on(account, session.id());
        if (hours == 0) {
            return before.flatMap(wrong -> store.remove(wrong.id())).then();
        }
        return accounts.names(List.of(account))
                .map(names -> new Learning(
                        Ids.next(),
                        account,
                        names.of(account).name(),
                        course.id(),
                        course.title(),
                        session.id(),
                        session.ends(),
                        hours,
                        course.outline().standards(),
                        validUntil(course, session.ends()),
                        whole ? Learning.Kind.ATTENDED : Learning.Kind.PART,
                        null))
                .flatMap(now -> before.map(there -> there.corrected(now)).defaultIfEmpty(now))
                .flatMap(store::save)
                .then();
    }

    private static @Nullable Instant validUntil(Course course, Instant from) {
        Integer months = course.outline().validMonths();
        return months == null
                ? null
                : from.atZone(Times.LONDON).plusMonths(months).toInstant();
    }

    /**
     * What the viewer says they learned elsewhere; it counts when somebody has confirmed it. Sent twice it is there once.
     *
     * @param standards numbers of TSD standards
     */
    public Mono<Learning> tell(
            String title, Instant on, double hours, List<Integer> standards, String formKey, Viewer by) {
        if (!TrainingPolicy.mayBook(by)) {
            return Mono.error(new NotAllowed());
        }
        Learning told = new Learning(
                Ids.next(),
                by.id(),
                by.name(),
                null,
                title,
                "told:" + formKey,
                on,
                hours,
                standards,
                null,
                Learning.Kind.ELSEWHERE,
                null);
        return store.on(by.id(), told.occasion()).switchIfEmpty(Mono.defer(() -> store.save(told)));
    }

    /**
     * @throws NotAllowed (as a signal) unless the viewer confirms what this carer says
     * @throws Rejected (as a signal) if it does not wait for that
     */
    public Mono<Learning> confirm(String account, String id, Viewer by) {
        return accounts.approved(account)
                .filterWhen(carer -> policy.mayConfirm(by, carer))
                .flatMap(carer -> transactions.run(store.find(id)
                        .filter(one -> one.account().equals(account))
                        .map(one -> one.confirm(by.id()))
                        .flatMap(store::save)))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }
}
