package hub.forum.meetings;

import hub.forum.groups.Groups;
import hub.forum.groups.Memberships;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.audit.AuditLog;
import hub.platform.events.Events;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.PersonName;
import hub.platform.identity.Supervisions;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import hub.platform.mongo.Turns;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who comes to meetings. However many answer at once, no place is given twice. */
@Service
public class Replies {
    private final ReplyStore store;
    private final MeetingStore meetings;
    private final CountReplies count;
    private final Groups groups;
    private final Memberships memberships;
    private final Rights rights;
    private final Accounts accounts;
    private final Supervisions supervisions;
    private final AuditLog audit;
    private final Events events;
    private final Transactions transactions;
    private final Turns turns;
    private final Clock clock;

    Replies(
            ReplyStore store,
            MeetingStore meetings,
            CountReplies count,
            Groups groups,
            Memberships memberships,
            Rights rights,
            Accounts accounts,
            Supervisions supervisions,
            AuditLog audit,
            Events events,
            Transactions transactions,
            Turns turns,
            Clock clock) {
        this.store = store;
        this.meetings = meetings;
        this.count = count;
        this.groups = groups;
        this.memberships = memberships;
        this.rights = rights;
        this.accounts = accounts;
        this.supervisions = supervisions;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.turns = turns;
        this.clock = clock;
    }

    /** What the viewer has answered; empty if nothing. */
    public Mono<Reply> own(Meeting meeting, Visibility visibility) {
        return visibility.viewer().approved()
                ? store.find(Reply.id(meeting.id(), MeetingPolicy.answersAs(visibility, meeting)))
                : Mono.empty();
    }

    /** All answers in the order in which they came, for those who may see who comes; nothing for other people. */
    public Flux<Reply> to(Meeting meeting, Visibility visibility) {
        return MeetingPolicy.maySeeWhoComes(visibility, meeting) ? store.to(meeting.id()) : Flux.empty();
    }

    /**
     * The viewer's own answer, in the place of the one before.
     *
     * @throws NotAllowed (as a signal) unless the viewer may answer
     * @throws Rejected (as a signal) if they are more than there is room for, or it has begun or is over
     */
    public Mono<Reply> answer(String meeting, Reply.Wish wish, Visibility by) {
        return inTurn(
                meeting, toAnswer(meeting, by).flatMap(found -> counted(found, answering(found, by), wish, null)));
    }

    /**
     * An answer for somebody who could give it themselves; they are told.
     *
     * @throws NotAllowed (as a signal) unless the viewer may answer for them
     * @throws Rejected (as a signal) as in {@link #answer}
     */
    public Mono<Reply> answerFor(String meeting, String account, Reply.Wish wish, Visibility by) {
        String actor = by.viewer().id();
        Mono<Reply> steps = meetings.toChange(meeting)
                .flatMap(found -> accounts.viewer(account).filterWhen(person -> mayAnswerFor(found, person, by)))
                .flatMap(rights::of)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(theirs -> toAnswer(meeting, theirs)
                        .flatMap(found -> counted(found, answering(found, theirs), wish, actor)))
                .delayUntil(reply ->
                        audit.record("meetings.answerFor", actor, account, reply.group(), Map.of("meeting", meeting)))
                .delayUntil(reply ->
                        events.publish(new MeetingEvents.AnsweredFor(meeting, reply.group(), account, reply.ticket())));
        return inTurn(meeting, steps);
    }

    /** Whoever leads the group, and the social worker of that person's household; that the meeting is to be seen by whoever answers is asked by whoever shows it. */
    private Mono<Boolean> mayAnswerFor(Meeting meeting, Viewer person, Visibility by) {
        return by.leads(meeting.group())
                ? Mono.just(true)
                : groups.find(meeting.group(), by)
                        .filter(group -> MeetingPolicy.maySee(by, meeting, group))
                        .flatMap(group -> supervisions.supervises(by.viewer(), person.household()))
                        .defaultIfEmpty(false);
    }

    /** Approved people whose names begin so, among those whom the viewer supervises. */
    public Flux<PersonName> supervisedNamed(String beginning, int limit, Visibility by) {
        return accounts.approvedNamed(beginning, limit, by.viewer())
                .filterWhen(person -> accounts.viewer(person.id())
                        .flatMap(viewer -> supervisions.supervises(by.viewer(), viewer.household())));
    }

    /** The accounts of those who said that they would come, for what follows from a meeting; never shown. */
    public Flux<String> going(String meeting) {
        return store.to(meeting).filter(Reply::going).mapNotNull(Reply::account);
    }

    /**
     * The answer of somebody without an account, to a public date.
     *
     * @param guest by which they are known to whoever asks for them
     * @param name a first name, as the members of the group will see it
     * @param together what belongs to the same transaction
     * @throws NotAllowed (as a signal) if there is no such public date
     * @throws Rejected (as a signal) as in {@link #answer}
     */
    public Mono<Reply> answerAsGuest(String meeting, String guest, String name, Reply.Wish wish, Mono<Void> together) {
        return inTurn(
                meeting,
                meetings.toChange(meeting)
                        .filterWhen(
                                found -> groups.withPublicDates(found.group()).hasElement())
                        .filter(Meeting::listed)
                        .switchIfEmpty(Mono.error(NotAllowed::new))
                        .doOnNext(this::requireOpen)
                        .flatMap(found -> counted(found, new Answering(guest, guest, name), wish, null))
                        .delayUntil(reply -> together));
    }

    /** What a guest has answered; empty if nothing. */
    public Mono<Reply> ofGuest(String meeting, String guest) {
        return store.find(Reply.id(meeting, guest));
    }

    /** Of a guest stays that somebody came. */
    public Mono<Void> forgetName(String meeting, String guest) {
        return store.find(Reply.id(meeting, guest))
                .flatMap(reply -> store.put(reply.withoutName()))
                .then();
    }

    /**
     * What a guest answered is erased, and their place is free.
     *
     * @param together what belongs to the same transaction
     */
    public Mono<Void> eraseGuest(String meeting, String guest, Mono<Void> together) {
        return inTurn(
                        meeting,
                        store.remove(Reply.id(meeting, guest))
                                .then(together)
                                .then(meetings.toChange(meeting))
                                .flatMap(count::settle))
                .then();
    }

    /** Whoever is in a group no more comes to none of its meetings that are for members; the rest of a household still comes. To be called in a transaction. */
    Mono<Void> left(String group, String account) {
        return groups.withPublicDates(group)
                .hasElement()
                .filter(open -> !open)
                .flatMap(closed -> takenBack(
                        store.of(account, clock.instant())
                                .filter(reply -> reply.group().equals(group)),
                        account));
    }

    /** Whoever is not approved any more comes to none; the rest of a household still comes. To be called in a transaction. */
    Mono<Void> gone(String account) {
        return takenBack(store.of(account, clock.instant()), account);
    }

    private Mono<Void> takenBack(Flux<Reply> some, String account) {
        return some.collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(reply -> another(reply, account)
                        .flatMap(person -> store.put(reply.givenBy(person)))
                        .hasElement()
                        .filter(kept -> !kept)
                        .flatMap(nobody -> store.remove(reply.id()))
                        .flatMap(gone -> meetings.toChange(gone.meeting()))
                        .flatMap(count::settle))
                .then();
    }

    /** Somebody else of the household whose answer it is, who is still there; empty for the answer of one person. */
    private Mono<String> another(Reply reply, String account) {
        return reply.whose().equals(account)
                ? Mono.empty()
                : memberships
                        .toTellIn(reply.group(), Set.of(reply.whose()))
                        .filter(person -> !person.equals(account))
                        .collectList()
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(accounts::approved)
                        .map(Account::id)
                        .next();
    }

    private <T> Mono<T> inTurn(String meeting, Mono<T> steps) {
        return turns.of(meeting, transactions.run(steps));
    }

    private Mono<Meeting> toAnswer(String id, Visibility by) {
        return meetings.toChange(id)
                .flatMap(meeting -> groups.find(meeting.group(), by)
                        .filter(group -> MeetingPolicy.maySee(by, meeting, group) && MeetingPolicy.mayReply(by, group))
                        .map(group -> meeting))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .doOnNext(this::requireOpen);
    }

    private void requireOpen(Meeting meeting) {
        if (!meeting.on()) {
            throw new Rejected(meeting.draft() ? MeetingRefusal.DRAFT : MeetingRefusal.OVER);
        }
        if (meeting.started(clock.instant())) {
            throw new Rejected(MeetingRefusal.STARTED);
        }
    }

    /**
     * Who answers.
     *
     * @param whose whose answer it is: the person's own, or their household's
     * @param guest their name, for whoever has no account
     */
    private record Answering(
            String person, String whose, @Nullable String guest) {}

    private static Answering answering(Meeting meeting, Visibility by) {
        return new Answering(by.viewer().id(), MeetingPolicy.answersAs(by, meeting), null);
    }

    /** The answer with its place or its turn; then those who wait have what it left free. */
    private Mono<Reply> counted(Meeting meeting, Answering who, Reply.Wish wish, @Nullable String broughtBy) {
        String id = Reply.id(meeting.id(), who.whose());
        return store.to(meeting.id()).collectList().flatMap(all -> {
            Attendance attendance = new Attendance(meeting.details().places(), all);
            Optional<Reply> before = attendance.of(id);
            Reply.Answer answer = wish.going() ? attendance.outcome(before.orElse(null), wish) : Reply.Answer.NOT_GOING;
            int ticket = before.filter(old -> old.answer() == answer)
                    .map(Reply::ticket)
                    .orElse(meeting.tickets() + 1);
            Reply reply = Reply.of(meeting, who.person(), who.guest(), wish, answer, ticket, broughtBy, clock.instant())
                    .of(who.whose());
            return store.put(reply)
                    .then(count.settle(meeting, attendance.with(reply)))
                    .thenReturn(reply);
        });
    }
}
