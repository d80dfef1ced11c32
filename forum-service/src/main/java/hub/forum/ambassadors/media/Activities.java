package hub.forum.ambassadors.media;

import hub.forum.ambassadors.Ambassadors;
import hub.platform.audit.AuditLog;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What ambassadors do with the press. Recruitment and press officers propose, the press office approves, and the ambassador agrees to each one by itself. */
@Service
public class Activities {
    private final ActivityStore store;
    private final Ambassadors ambassadors;
    private final AuditLog audit;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    Activities(
            ActivityStore store,
            Ambassadors ambassadors,
            AuditLog audit,
            Events events,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.ambassadors = ambassadors;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the viewer proposes activities and sees them all. */
    public static boolean looksAfter(Viewer viewer) {
        return approves(viewer) || Ambassadors.recruits(viewer);
    }

    /** Whether the viewer is of the press office. */
    public static boolean approves(Viewer viewer) {
        return viewer.is(Role.PRESS_OFFICER);
    }

    /** What somebody can do with one. */
    public enum Act implements Slug {
        APPROVE,
        REFUSE,
        AGREE,
        DECLINE,
        DONE,
        TAKE_BACK,
        CALL_OFF;
    }

    /** What this viewer can do with it now, the likeliest first. */
    public static List<Act> open(Activity activity, Viewer viewer) {
        List<Act> acts = switch (activity.state()) {
            case PROPOSED -> List.of(Act.APPROVE, Act.REFUSE, Act.CALL_OFF);
            case APPROVED -> List.of(Act.AGREE, Act.DECLINE, Act.CALL_OFF);
            case AGREED -> List.of(Act.DONE, Act.TAKE_BACK, Act.CALL_OFF);
            case DONE -> List.of(Act.TAKE_BACK);
            case DECLINED, WITHDRAWN -> List.of();
        };
        return acts.stream().filter(act -> mayDo(act, activity, viewer)).toList();
    }

    private static boolean mayDo(Act act, Activity activity, Viewer viewer) {
        return switch (act) {
            case APPROVE, REFUSE -> approves(viewer);
            case AGREE, DECLINE, TAKE_BACK -> activity.ambassador().equals(viewer.account());
            case DONE, CALL_OFF -> looksAfter(viewer);
        };
    }

    /** One that the viewer may know of. */
    public Mono<Activity> find(String id, Viewer viewer) {
        return viewer.approved() ? store.find(id, viewer) : Mono.empty();
    }

    /** The viewer's own, the latest first: those that the press office has approved. */
    public Flux<Activity> own(Viewer viewer) {
        return viewer.approved() ? store.latest(viewer) : Flux.empty();
    }

    /** In one state, for those who look after them; nothing for everybody else. At most 500. */
    public Flux<Activity> in(Activity.State state, Viewer viewer) {
        return store.from(state, viewer);
    }

    /**
     * Proposes something to the press office.
     *
     * @param once of the form; the same one again finds what it made
     * @throws NotAllowed (as a signal) unless the viewer looks after them
     * @throws Rejected (as a signal) if the day is past, or the ambassador may not be asked
     */
    public Mono<Activity> propose(
            String ambassador, Activity.Kind kind, String what, LocalDate day, String once, Viewer by) {
        if (!looksAfter(by)) {
            return Mono.error(new NotAllowed());
        }
        if (day.isBefore(today())) {
            return Mono.error(new Rejected(ActivityRefusal.IN_THE_PAST));
        }
        String id = Ids.of("media activity by " + by.id() + " with " + once);
        Mono<Activity> fresh = ambassadors
                .forMedia()
                .any(ambassador::equals)
                .filter(may -> may)
                .switchIfEmpty(Mono.error(() -> new Rejected(ActivityRefusal.NOT_ASKED)))
                .flatMap(may ->
                        store.insert(Activity.propose(id, ambassador, by.id(), kind, what, day, clock.instant())))
                .delayUntil(proposed -> audit.record("ambassadors.media.propose", by.id(), id, null, Map.of()))
                .delayUntil(proposed -> told(proposed, by.id()));
        return transactions.run(store.byId(id).switchIfEmpty(fresh));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.LONDON);
    }

    /**
     * @throws NotAllowed (as a signal) unless it is the viewer's to do
     * @throws Rejected (as a signal) if it is not in a state for it
     */
    public Mono<Activity> act(String id, Act act, Viewer by) {
        return find(id, by)
                .filter(seen -> mayDo(act, seen, by))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(seen -> transactions.run(store.byId(id)
                        .delayUntil(before -> act == Act.APPROVE ? requireConsent(before) : Mono.empty())
                        .flatMap(before -> change(before, one -> done(act, one), by.id()))
                        .delayUntil(after ->
                                audit.record("ambassadors.media." + act.slug(), by.id(), id, null, Map.of()))));
    }

    private Mono<Void> requireConsent(Activity activity) {
        return ambassadors
                .forMedia()
                .any(activity.ambassador()::equals)
                .filter(may -> may)
                .switchIfEmpty(Mono.error(() -> new Rejected(ActivityRefusal.CONSENT_GONE)))
                .then();
    }

    private Activity done(Act act, Activity one) {
        var now = clock.instant();
        return switch (act) {
            case APPROVE -> one.approve(now);
            case REFUSE -> one.refuse(now);
            case AGREE -> one.agree(now);
            case DECLINE -> one.decline(now);
            case DONE -> one.done(today(), now);
            case TAKE_BACK -> one.takeBack(now);
            case CALL_OFF -> one.callOff(now);
        };
    }

    /** Who is no ambassador any more does nothing with the press that is still to come. */
    Mono<Void> endOf(String ambassador) {
        return transactions.run(store.of(ambassador)
                .filter(one -> one.state().open())
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(one -> change(one, open -> open.callOff(clock.instant()), ambassador))
                .then());
    }

    private Mono<Activity> change(Activity before, UnaryOperator<Activity> how, String by) {
        Activity after = how.apply(before);
        return after.equals(before)
                ? Mono.just(before)
                : store.replace(after, before.version())
                        .switchIfEmpty(Mono.error(() -> new Rejected(ActivityRefusal.CHANGED_MEANWHILE)))
                        .delayUntil(saved -> told(saved, by));
    }

    private Mono<Void> told(Activity now, String by) {
        return events.publish(new ActivityEvents.Moved(
                now.id(), now.ambassador(), now.proposedBy(), now.state().slug(), by, now.version()));
    }

    /** As it stands elsewhere, for the demo. */
    Mono<Void> addAll(List<Activity> all) {
        return store.byId(all.getFirst().id())
                .hasElement()
                .filter(there -> !there)
                .flatMap(missing -> store.insertAll(all));
    }
}
