package hub.forum.constellations.contacts;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.rota.RotaMembers;
import hub.forum.groups.Group;
import hub.forum.groups.Membership;
import hub.forum.groups.Visibility;
import hub.forum.notifications.Notifications;
import hub.platform.audit.AuditLog;
import hub.platform.due.DueWork;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Support contacts of constellations. */
@Service
public class Contacts {
    static final String FOLLOW_UP = "constellations.contact.follow-up";

    /** When something more is wanted on a day, people are reminded in its morning. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** How far back one can be written down. */
    private static final int LONGEST_AGO_DAYS = 400;

    public static final int PAGE = 20;

    private final ContactStore store;
    private final RotaMembers members;
    private final AuditLog audit;
    private final Events events;
    private final DueWork due;
    private final Notifications notifications;
    private final Transactions transactions;
    private final Clock clock;

    Contacts(
            ContactStore store,
            RotaMembers members,
            AuditLog audit,
            Events events,
            DueWork due,
            Notifications notifications,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.audit = audit;
        this.events = events;
        this.due = due;
        this.notifications = notifications;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * One as somebody writes it down.
     *
     * @param carer whom it was for
     */
    public record Told(
            String carer,
            LocalDate day,
            SupportContact.Way way,
            SupportContact.Kind kind,
            SupportContact.Length length,
            SupportContact.Risk risk,
            String helped,
            @Nullable LocalDate followUp) {}

    /** Empty for whoever may not see it. */
    public Mono<SupportContact> find(String id, Visibility visibility) {
        return store.find(id, visibility);
    }

    /** A page and one more of those that the viewer may see, the latest first. @param before the id of the last one of the page before; empty for the first page */
    public Mono<List<SupportContact>> latest(Group group, String before, Visibility visibility) {
        return before.isEmpty()
                ? store.latest(group.id(), null, PAGE + 1, visibility).collectList()
                : store.find(before, visibility)
                        .flatMap(last -> store.latest(group.id(), last, PAGE + 1, visibility)
                                .collectList());
    }

    /** Where something more is wanted, of what the viewer may see, the first by when first. */
    public Mono<List<SupportContact>> open(Group group, Visibility visibility) {
        return store.open(group.id(), visibility).collectList();
    }

    /** All of some days, to be counted by those who keep the constellation; empty for everybody else. */
    public Flux<SupportContact> between(String group, LocalDate first, LocalDate last, Visibility visibility) {
        return store.between(group, first, last, visibility);
    }

    /**
     * Writes one down: a carer their own, those who keep the constellation for anybody in it. The liaison worker hears when a home is felt at risk.
     *
     * @param formKey of the form it came with; the same one again finds what it made
     * @throws NotAllowed (as a signal) unless the viewer is in the constellation, or it is for somebody else and they do not keep it
     * @throws Rejected (as a signal) if the carer is not in the constellation, or a day cannot be
     */
    public Mono<SupportContact> add(Group group, Told told, String formKey, Visibility by) {
        String account = by.viewer().id();
        boolean own = told.carer().equals(account);
        if (!by.mayPost(group.id()) || (!own && !ConstellationPolicy.mayKeep(by, group.id()))) {
            return Mono.error(new NotAllowed());
        }
        String id = Ids.of("contact of " + account + " by " + formKey);
        Mono<SupportContact> fresh = members.in(group, by)
                .flatMap(all -> Mono.justOrEmpty(all.stream()
                        .filter(member -> member.account().equals(told.carer()))
                        .findFirst()))
                .switchIfEmpty(Mono.error(() -> new Rejected(ContactRefusal.NOT_IN_IT)))
                .map(member -> contact(id, group.id(), account, told, member))
                .flatMap(store::insert)
                .delayUntil(this::reminded)
                .delayUntil(made -> made.risk() == SupportContact.Risk.YES
                        ? events.publish(new ContactEvents.HomeAtRisk(group.id(), id, account))
                        : Mono.empty())
                .delayUntil(made -> audit.record("constellations.contact", account, id, group.id(), Map.of()));
        return transactions.run(store.toChange(id).switchIfEmpty(fresh));
    }

    private SupportContact contact(String id, String group, String by, Told told, Membership member) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Times.LONDON);
        if (told.day().isAfter(today)) {
            throw new Rejected(ContactRefusal.IN_THE_FUTURE);
        }
        if (told.day().isBefore(today.minusDays(LONGEST_AGO_DAYS))) {
            throw new Rejected(ContactRefusal.LONG_AGO);
        }
        LocalDate more = told.followUp();
        if (more != null && more.isBefore(today)) {
            throw new Rejected(ContactRefusal.FOLLOW_UP_PAST);
        }
        return new SupportContact(
                id,
                group,
                told.carer(),
                member.household(),
                by,
                told.day(),
                told.way(),
                told.kind(),
                told.length(),
                told.risk(),
                told.helped(),
                more,
                false,
                clock.instant(),
                1);
    }

    private Mono<Void> reminded(SupportContact contact) {
        LocalDate more = contact.followUp();
        return more == null
                ? Mono.empty()
                : due.atWallTime(FOLLOW_UP, contact.id(), more.atTime(MORNING), Times.LONDON);
    }

    /** @throws NotAllowed (as a signal) for whoever may not see it; Rejected (as a signal) if nothing more was wanted */
    public Mono<SupportContact> followedUp(String id, Visibility by) {
        return transactions.run(toSee(id, by).flatMap(before -> {
            SupportContact after = before.followedUpNow();
            return after.equals(before)
                    ? Mono.just(before)
                    : store.replace(after, before.version())
                            .switchIfEmpty(Mono.error(() -> new Rejected(ContactRefusal.CHANGED_MEANWHILE)))
                            .delayUntil(saved -> due.cancel(FOLLOW_UP, id))
                            .delayUntil(saved -> audit.record(
                                    "constellations.contact.followed-up",
                                    by.viewer().id(),
                                    id,
                                    saved.group(),
                                    Map.of()));
        }));
    }

    /** Takes out what was a mistake. @throws NotAllowed (as a signal) unless the viewer wrote it down or oversees the constellation */
    public Mono<SupportContact> remove(String id, Visibility by) {
        return transactions.run(toSee(id, by)
                .filter(contact -> ContactPolicy.mayRemove(by, contact))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .delayUntil(contact -> store.remove(id))
                .delayUntil(contact -> due.cancel(FOLLOW_UP, id))
                .delayUntil(contact -> notifications.withdraw(id))
                .delayUntil(contact -> audit.record(
                        "constellations.contact.removed", by.viewer().id(), id, contact.group(), Map.of())));
    }

    private Mono<SupportContact> toSee(String id, Visibility by) {
        return store.toChange(id)
                .filter(contact -> ContactPolicy.maySee(by, contact))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }
}
