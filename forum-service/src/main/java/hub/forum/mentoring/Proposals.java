package hub.forum.mentoring;

import hub.forum.groups.Group;
import hub.forum.groups.GroupDetails;
import hub.forum.groups.SchemeGroups;
import hub.forum.mentoring.mentors.Mentors;
import hub.platform.audit.AuditLog;
import hub.platform.due.DueWork;
import hub.platform.events.Events;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * From a proposal to the end. A place of the mentor is held from the moment she is asked until it ends, in the same transaction, so that she never has more than she has room
 * for, however many decide at once.
 */
@Service
public class Proposals {
    static final String REMIND = "mentoring.remind";
    static final String FALL_BACK = "mentoring.fall-back";

    private final MentorshipStore store;
    private final Mentorships mentorships;
    private final Mentors mentors;
    private final SchemeGroups groups;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Events events;
    private final DueWork due;
    private final Transactions transactions;
    private final MessageSource messages;
    private final Clock clock;
    private final Duration remindAfter;
    private final Duration fallBackAfter;

    /**
     * @param remindAfter how long a proposal waits before whoever has not answered is reminded
     * @param fallBackAfter and before another is looked for
     */
    Proposals(
            MentorshipStore store,
            Mentorships mentorships,
            Mentors mentors,
            SchemeGroups groups,
            Accounts accounts,
            AuditLog audit,
            Events events,
            DueWork due,
            Transactions transactions,
            MessageSource messages,
            Clock clock,
            @Value("${hearth.mentoring.remind-after:3d}") Duration remindAfter,
            @Value("${hearth.mentoring.fall-back-after:7d}") Duration fallBackAfter) {
        this.store = store;
        this.mentorships = mentorships;
        this.mentors = mentors;
        this.groups = groups;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.due = due;
        this.transactions = transactions;
        this.messages = messages;
        this.clock = clock;
        this.remindAfter = remindAfter;
        this.fallBackAfter = fallBackAfter;
    }

    /**
     * Proposes a mentor to a mentee and asks her.
     *
     * @throws NotAllowed (as a signal) unless the viewer matches
     * @throws Rejected (as a signal) if it does not wait, or she is full or paused
     */
    public Mono<Mentorship> propose(String id, String mentor, Viewer by) {
        if (!Mentors.matches(by)) {
            return Mono.error(new NotAllowed());
        }
        Mono<Mentorship> steps = accounts.approved(mentor)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .then(change(id, waiting -> waiting.propose(mentor, clock.instant())))
                .delayUntil(proposed -> mentors.take(mentor).switchIfEmpty(Mono.error(NotAllowed::new)))
                .delayUntil(proposed -> readers(id, Set.of(proposed.mentee(), mentor)))
                .delayUntil(proposed -> due.at(REMIND, id, clock.instant().plus(remindAfter)))
                .delayUntil(proposed -> due.at(FALL_BACK, id, clock.instant().plus(fallBackAfter)))
                .delayUntil(proposed -> audit.record("mentoring.propose", by.id(), id, null, Map.of()))
                .delayUntil(proposed -> events.publish(
                        new MentoringEvents.Proposed(id, proposed.mentee(), mentor, proposed.version())));
        return mentors.inTurn(mentor, steps);
    }

    /**
     * One of the two says yes. With the second yes they have a group of their own.
     *
     * @param shown the mentor whom the page showed: a yes to one is none to another who was proposed meanwhile
     * @throws NotAllowed (as a signal) unless the viewer is one of them
     * @throws Rejected (as a signal) if it is not proposed any more
     */
    public Mono<Mentorship> accept(String id, String shown, Viewer by) {
        return own(id, by)
                .flatMap(seen -> transactions.run(change(
                                id,
                                proposed ->
                                        stillOf(shown, ofViewer(proposed, by)).accept(by.id(), clock.instant()))
                        .delayUntil(after -> after.active() && !seen.active() ? begin(after) : Mono.empty())));
    }

    private Mono<Void> begin(Mentorship begun) {
        return together(begun)
                .then(due.cancel(REMIND, begun.id()))
                .then(due.cancel(FALL_BACK, begun.id()))
                .then(events.publish(
                        new MentoringEvents.Began(begun.id(), begun.mentee(), Objects.requireNonNull(begun.mentor()))));
    }

    /** Gives the two their group; a step of the caller's transaction. */
    Mono<Void> together(Mentorship begun) {
        String mentor = Objects.requireNonNull(begun.mentor());
        List<String> two = List.of(begun.mentee(), mentor);
        return accounts.names(two)
                .flatMap(names -> groups.begin(begun.id(), details(begun, mentor, names), two, mentor))
                .then();
    }

    private GroupDetails details(Mentorship begun, String mentor, Names names) {
        return GroupDetails.clean(
                say(
                        "mentoring.group.two",
                        names.of(begun.mentee()).firstName(),
                        names.of(mentor).firstName()),
                Group.Kind.MENTORSHIP,
                Group.Privacy.HIDDEN,
                say("mentoring.group.area"),
                say("mentoring.group.two.purpose"),
                "",
                say("mentoring.group.two.agreement"));
    }

    /**
     * One of the two says no: another is looked for. Nobody is asked why, and who it was is not kept.
     *
     * @param shown the mentor whom the page showed
     * @throws NotAllowed (as a signal) unless the viewer is one of them
     */
    public Mono<Mentorship> decline(String id, String shown, Viewer by) {
        return own(id, by)
                .map(seen -> stillOf(shown, seen))
                .flatMap(seen -> passOver(seen, Mentorship.Outcome.SAID_NO));
    }

    private static Mentorship stillOf(String shown, Mentorship proposed) {
        if (!shown.equals(proposed.mentor())) {
            throw new Rejected(MentoringRefusal.CHANGED_MEANWHILE);
        }
        return proposed;
    }

    /** A mentor's place is taken and released by what was seen: if it is another's by now, nothing is done. */
    private static Mentorship asSeen(Mentorship seen, Mentorship now) {
        if (seen.state() != now.state() || !Objects.equals(seen.mentor(), now.mentor())) {
            throw new Rejected(MentoringRefusal.CHANGED_MEANWHILE);
        }
        return now;
    }

    private Mono<Mentorship> passOver(Mentorship seen, Mentorship.Outcome outcome) {
        String mentor = seen.mentor();
        if (mentor == null) {
            return Mono.error(new Rejected(MentoringRefusal.NOT_NOW));
        }
        String id = seen.id();
        Mono<Mentorship> steps = change(id, proposed -> asSeen(seen, proposed).passOver(outcome, clock.instant()))
                .delayUntil(waits -> mentors.release(mentor))
                .delayUntil(waits -> readers(id, Set.of(waits.mentee())))
                .delayUntil(waits -> due.cancelAll(id))
                .delayUntil(waits -> events.publish(
                        new MentoringEvents.Waits(id, waits.mentee(), waits.askedBy(), false, waits.version())));
        return mentors.inTurn(mentor, steps);
    }

    /**
     * It is over: the group of the two is closed to both, and the mentor has a place again.
     *
     * @throws NotAllowed (as a signal) unless the viewer is one of the two, or asked for it and nobody has been found yet
     * @throws Rejected (as a signal) if it is over already, or has not begun and would be completed
     */
    public Mono<Mentorship> end(String id, Mentorship.Ending how, Viewer by) {
        return mentorships
                .find(id, by)
                .filter(seen -> seen.isOf(by.account()) || (seen.askedBy().equals(by.account()) && !seen.active()))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(seen ->
                        seen.state() == Mentorship.State.PROPOSED && by.id().equals(seen.mentor())
                                ? passOver(seen, Mentorship.Outcome.SAID_NO)
                                : end(seen, how, by.id()));
    }

    private Mono<Mentorship> end(Mentorship seen, Mentorship.Ending how, String by) {
        String id = seen.id();
        String mentor = seen.mentor();
        Mono<Mentorship> steps = change(id, open -> asSeen(seen, open).end(how, clock.instant()))
                .delayUntil(over -> mentor == null ? Mono.<Void>empty() : mentors.release(mentor))
                .delayUntil(over -> readers(id, Set.of(over.mentee())))
                .delayUntil(over -> over.group() == null ? Mono.<Void>empty() : groups.end(over.group()))
                .delayUntil(over -> due.cancelAll(id))
                .delayUntil(over -> events.publish(new MentoringEvents.Ended(id, over.mentee(), mentor, by)));
        return mentor == null ? transactions.run(steps) : mentors.inTurn(mentor, steps);
    }

    /** One of the two left the group, or may not come in any more: it ends without a word. Nothing if it is over. */
    Mono<Void> endAfterLeaving(String group, String account) {
        return store.byId(group)
                .filter(open -> open.active() && open.isOf(account))
                .flatMap(open -> end(open, Mentorship.Ending.WITHDRAWN, account))
                .then();
    }

    /** What is due: whoever has not answered is reminded. */
    Mono<Void> remind(String id) {
        return store.byId(id)
                .filter(open -> open.state() == Mentorship.State.PROPOSED)
                .flatMap(open -> events.publish(new MentoringEvents.Unanswered(id, open.version())));
    }

    /** What is due: nobody waits for an answer for ever. */
    Mono<Void> fallBack(String id) {
        return store.byId(id)
                .filter(open -> open.state() == Mentorship.State.PROPOSED)
                .flatMap(open -> passOver(open, Mentorship.Outcome.NO_ANSWER))
                .then();
    }

    private Mono<Mentorship> own(String id, Viewer by) {
        return mentorships.find(id, by).map(seen -> ofViewer(seen, by));
    }

    /** As it is at that moment: whoever was proposed before may not be any more. */
    private static Mentorship ofViewer(Mentorship mentorship, Viewer by) {
        if (!mentorship.isOf(by.account())) {
            throw new NotAllowed();
        }
        return mentorship;
    }

    private Mono<Void> readers(String id, Set<String> accounts) {
        return store.wordsById(id)
                .flatMap(words -> store.put(words.readBy(accounts)))
                .then();
    }

    private Mono<Mentorship> change(String id, UnaryOperator<Mentorship> how) {
        return store.byId(id).switchIfEmpty(Mono.error(NotAllowed::new)).flatMap(before -> {
            Mentorship after = how.apply(before);
            return after.equals(before)
                    ? Mono.just(before)
                    : store.replace(after, before.version())
                            .switchIfEmpty(Mono.error(() -> new Rejected(MentoringRefusal.CHANGED_MEANWHILE)));
        });
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}
