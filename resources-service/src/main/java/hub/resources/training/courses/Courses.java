package hub.resources.training.courses;

import hub.platform.audit.AuditLog;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.resources.audiences.Audiences;
import hub.resources.training.TrainingPolicy;
import hub.resources.training.TrainingRefusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is taught. Reads give what the viewer may know of; everything else is for those who run training. */
@Service
public class Courses {
    private final CourseStore store;
    private final TrainingSessionStore sessions;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    Courses(CourseStore store, TrainingSessionStore sessions, AuditLog audit, Transactions transactions, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** By title; those who run training see what is retired too. */
    public Flux<Course> list(Viewer viewer) {
        return store.all().flatMapIterable(all -> all).filter(course -> mayKnow(course, viewer));
    }

    /** Empty if there is none or this viewer may not know of it. */
    public Mono<Course> find(String id, Viewer viewer) {
        return store.find(id).filter(course -> mayKnow(course, viewer));
    }

    /** By id, retired ones too: for the names of what somebody has booked or learned already. */
    public Mono<Map<String, Course>> byId() {
        return store.all()
                .map(all -> all.stream().collect(Collectors.toUnmodifiableMap(Course::id, Function.identity())));
    }

    private static boolean mayKnow(Course course, Viewer viewer) {
        return TrainingPolicy.manages(viewer)
                || (viewer.approved()
                        && !course.retired()
                        && Audiences.mayRead(viewer, course.outline().audience()));
    }

    /** @throws NotAllowed (as a signal) unless the viewer runs training and there is such a course */
    public Mono<Course> forStaff(String id, Viewer viewer) {
        return TrainingPolicy.asManager(viewer).then(store.find(id)).switchIfEmpty(Mono.error(NotAllowed::new));
    }

    /** Sent twice with the same key it is added once. */
    public Mono<Course> add(Outline outline, String formKey, Viewer by) {
        return TrainingPolicy.asManager(by)
                .then(Mono.defer(() -> store.insertOrFind(Course.fresh(Ids.next(), outline, change(formKey, by)))));
    }

    /**
     * @param seen the version that the form was shown with
     * @throws Rejected (as a signal) if somebody else changed it since
     */
    public Mono<Course> describe(String id, Outline outline, long seen, String formKey, Viewer by) {
        return transactions.run(forStaff(id, by).flatMap(now -> {
            if (now.cameWith(by.id(), formKey)) {
                return Mono.just(now);
            }
            return now.version() == seen ? replace(now.describe(outline, change(formKey, by))) : meanwhile();
        }));
    }

    /** Nothing more is planned of it; what was learned stays. */
    public Mono<Course> retire(String id, Viewer by) {
        return transactions.run(forStaff(id, by)
                .flatMap(now -> now.retired() ? Mono.just(now) : replace(now.retire(change("", by))))
                .delayUntil(now -> audit.record("training.retire", by.id(), now.id(), null, Map.of())));
    }

    private Mono<Course> replace(Course next) {
        return store.replace(next).switchIfEmpty(meanwhile()).delayUntil(sessions::audienceOf);
    }

    private static Mono<Course> meanwhile() {
        return Mono.error(() -> new Rejected(TrainingRefusal.CHANGED_MEANWHILE));
    }

    private Change change(String formKey, Viewer by) {
        return new Change(by.id(), clock.instant(), formKey);
    }

    /** All there are, for those who check a whole import against them. */
    public Mono<List<Course>> all(Viewer viewer) {
        return TrainingPolicy.asManager(viewer).then(store.all());
    }
}
