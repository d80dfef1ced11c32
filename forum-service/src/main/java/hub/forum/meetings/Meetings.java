package hub.forum.meetings;

import hub.forum.groups.AgreementFirst;
import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import hub.platform.audit.AuditLog;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.places.Places;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Arranging meetings: each change is one transaction with what follows from it, and is in the audit log once people could see it. */
@Service
public class Meetings {
    /** As much of a reason as the audit log repeats; the whole stands on the meeting's page. */
    private static final int OF_REASON = 120;

    private final MeetingStore store;
    private final ReplyStore replies;
    private final CountReplies count;
    private final MeetingSchedule schedule;
    private final Groups groups;
    private final Memberships memberships;
    private final Places places;
    private final AuditLog audit;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    Meetings(
            MeetingStore store,
            ReplyStore replies,
            CountReplies count,
            MeetingSchedule schedule,
            Groups groups,
            Memberships memberships,
            Places places,
            AuditLog audit,
            Events events,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.replies = replies;
        this.count = count;
        this.schedule = schedule;
        this.groups = groups;
        this.memberships = memberships;
        this.places = places;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A meeting that the viewer may see; empty if there is none such.
     *
     * @throws AgreementFirst (as a signal) if the viewer is a member who has yet to accept the agreement, and it is not a public date
     */
    public Mono<GroupMeeting> find(String id, Visibility visibility) {
        return store.find(id)
                .flatMap(meeting -> inGroup(meeting, visibility))
                // Whoever is not invited is not told of the agreement either: that would say that it is there.
                .filter(found -> MeetingPolicy.isInvited(visibility, found.meeting()))
                .doOnNext(found -> {
                    if (found.meeting().listed() && !found.group().datesArePublic()) {
                        requireAgreement(found.group(), visibility);
                    }
                })
                .filter(found -> MeetingPolicy.maySee(visibility, found.meeting(), found.group()));
    }

    /** As {@link #find}; empty, too, while the agreement has to be accepted. */
    Mono<GroupMeeting> findQuietly(String id, Visibility visibility) {
        return find(id, visibility).onErrorResume(AgreementFirst.class, later -> Mono.empty());
    }

    private static void requireAgreement(Group group, Visibility visibility) {
        if (visibility.mustAgreeFirst(group.id())) {
            throw new AgreementFirst(group.id());
        }
    }

    /** One that has taken place, for what follows from it, such as a question to those who came; empty for all others. Whoever shows it asks for rights again. */
    public Mono<Meeting> held(String id) {
        return store.toChange(id).filter(meeting -> meeting.state() == Meeting.State.HELD);
    }

    /** A public date, for whoever asks; empty if there is none such. */
    public Mono<GroupMeeting> findPublic(String id) {
        return store.find(id)
                .filter(Meeting::listed)
                .flatMap(meeting ->
                        groups.withPublicDates(meeting.group()).map(group -> new GroupMeeting(meeting, group)));
    }

    /** A meeting that the viewer arranges; empty if there is none such, or they do not. */
    public Mono<GroupMeeting> toArrange(String id, Visibility visibility) {
        return find(id, visibility).filter(found -> MeetingPolicy.mayArrange(visibility, found.group()));
    }

    private Mono<GroupMeeting> inGroup(Meeting meeting, Visibility visibility) {
        return groups.find(meeting.group(), visibility).map(group -> new GroupMeeting(meeting, group));
    }

    /** The meeting that was made with a form; another form makes another. */
    private static String idOf(String formKey, Visibility by) {
        return Ids.of("meeting of " + by.viewer().id() + " by " + formKey);
    }

    /**
     * Saves a draft, which those who arrange meetings of the group see.
     *
     * @param formKey of the form it came with; the same one again finds the meeting that it made
     * @throws NotAllowed (as a signal) unless the viewer arranges meetings of the group
     * @throws Rejected (as a signal) if there is no such hub
     */
    public Mono<Meeting> draft(Group group, MeetingDetails details, String formKey, Visibility by) {
        if (!MeetingPolicy.mayArrange(by, group)) {
            return Mono.error(new NotAllowed());
        }
        String id = idOf(formKey, by);
        Mono<Meeting> fresh = Mono.defer(() -> store.insert(Meeting.draft(
                id, group.id(), details, null, clock.instant(), by.viewer().id())));
        return transactions.run(requireHub(details, "").then(store.toChange(id).switchIfEmpty(fresh)));
    }

    /**
     * Everybody who may see meetings of the group sees it from now on. Done twice it is done once.
     *
     * @throws NotAllowed (as a signal) unless the viewer arranges it
     * @throws Rejected (as a signal) if it is over, or in the past
     */
    public Mono<Meeting> publish(String id, Visibility by) {
        return transactions.run(changed(id, by, meeting -> meeting.publish(clock.instant()))
                .flatMap(meeting -> schedule.of(meeting).thenReturn(meeting))
                .delayUntil(this::invite));
    }

    /** A step of the transaction that publishes an activity or invites more to it. */
    private Mono<Void> invite(Meeting meeting) {
        return meeting.details().activity() == null
                ? Mono.empty()
                : events.publish(new MeetingEvents.Invited(meeting.id(), meeting.group()));
    }

    /**
     * Everybody who has answered is told what is different.
     *
     * @param seenVersion of the meeting, as the form was shown with
     * @throws NotAllowed (as a signal) unless the viewer arranges it
     * @throws Rejected (as a signal) if it was changed meanwhile, has begun, is over, or would be in the past; or if there is no such hub
     */
    public Mono<Meeting> change(String id, MeetingDetails details, int seenVersion, Visibility by) {
        return change(id, by, meeting -> meeting.describedAs(details, seenVersion, clock.instant()));
    }

    /** As {@link #change(String, MeetingDetails, int, Visibility)}, of whatever it is now; may be part of a transaction with others. */
    Mono<Meeting> change(String id, Visibility by, UnaryOperator<Meeting> how) {
        return transactions.run(store.toChange(id)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(before -> changed(id, by, how)
                        .delayUntil(after ->
                                requireHub(after.details(), before.details().hub()))
                        .delayUntil(after ->
                                after.on() && after.sequence() > before.sequence() ? follow(after) : Mono.<Void>empty())
                        .delayUntil(after -> after.on() && after.version() > before.version()
                                ? invitedAnew(before, after)
                                : Mono.empty())));
    }

    /** Of an activity other households may be invited now: some more, and some no more. */
    private Mono<Void> invitedAnew(Meeting before, Meeting after) {
        return after.details().activity() == null
                ? Mono.empty()
                : replies.to(after.id())
                        .filter(reply -> !after.details().invites(reply.whose()))
                        .collectList()
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(reply -> replies.remove(reply.id()))
                        .then(count.settle(after))
                        .then(uninvite(before, after))
                        .then(invite(after));
    }

    private Mono<Void> uninvite(Meeting before, Meeting after) {
        return memberships
                .households(after.group())
                .filter(household ->
                        before.details().invites(household) && !after.details().invites(household))
                .collectList()
                .filter(some -> !some.isEmpty())
                .flatMap(some ->
                        events.publish(new MeetingEvents.Uninvited(after.id(), after.group(), some, after.version())));
    }

    private Mono<Meeting> follow(Meeting after) {
        return replies.setUntil(after.id(), after.details().ends())
                .then(schedule.of(after))
                .then(count.settle(after))
                .delayUntil(meeting ->
                        events.publish(new MeetingEvents.Changed(after.id(), after.group(), after.sequence())));
    }

    /**
     * Everybody who has answered is told, and why.
     *
     * @throws NotAllowed (as a signal) unless the viewer arranges it
     * @throws Rejected (as a signal) if it is a draft, has begun, or is over
     */
    public Mono<Meeting> cancel(String id, String reason, Visibility by) {
        return transactions.run(changed(id, by, meeting -> meeting.cancel(reason, clock.instant()))
                .delayUntil(schedule::cancelled)
                .delayUntil(meeting -> events.publish(new MeetingEvents.Cancelled(id, meeting.group()))));
    }

    /**
     * Throws a draft away. What was published is cancelled instead, so that whoever was told hears of it.
     *
     * @throws NotAllowed (as a signal) unless the viewer arranges it
     * @throws Rejected (as a signal) if it is no draft any more
     */
    public Mono<Void> discard(String id, Visibility by) {
        return transactions
                .run(toChange(id, by)
                        .filter(found -> found.meeting().draft())
                        .flatMap(found -> store.remove(id, found.meeting().version()))
                        .switchIfEmpty(Mono.error(() -> new Rejected(MeetingRefusal.CHANGED_MEANWHILE))))
                .then();
    }

    /** What is due at its end. */
    Mono<Void> over(String id) {
        return transactions
                .run(store.toChange(id)
                        .flatMap(meeting -> save(meeting, meeting.hold(clock.instant())))
                        .delayUntil(meeting -> events.publish(new MeetingEvents.Over(id, meeting.group()))))
                .then();
    }

    private Mono<Meeting> changed(String id, Visibility by, UnaryOperator<Meeting> how) {
        return toChange(id, by).flatMap(found -> {
            Meeting before = found.meeting();
            Meeting after = how.apply(before);
            return after.equals(before)
                    ? Mono.just(before)
                    : save(before, after).flatMap(saved -> recorded(before, saved, by));
        });
    }

    private Mono<GroupMeeting> toChange(String id, Visibility by) {
        return store.toChange(id)
                .flatMap(meeting -> inGroup(meeting, by))
                .filter(found -> MeetingPolicy.mayArrange(by, found.group()))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    private Mono<Meeting> save(Meeting before, Meeting after) {
        return after.equals(before)
                ? Mono.just(before)
                : store.replace(after, before.version())
                        .switchIfEmpty(Mono.error(() -> new Rejected(MeetingRefusal.CHANGED_MEANWHILE)));
    }

    /** A draft is its writers' own affair. */
    private Mono<Meeting> recorded(Meeting before, Meeting after, Visibility by) {
        String act = switch (after.state()) {
            case DRAFT -> "";
            case PUBLISHED -> before.draft() ? "meetings.publish" : "";
            case CHANGED, HELD -> "meetings.change";
            case CANCELLED -> "meetings.cancel";
        };
        String reason = after.reason();
        return act.isEmpty()
                ? Mono.just(after)
                : audit.record(
                                act,
                                by.viewer().id(),
                                after.id(),
                                after.group(),
                                reason == null ? Map.of() : Map.of("reason", InputText.cut(reason, OF_REASON)))
                        .thenReturn(after);
    }

    /** A retired hub stays where it was chosen before. */
    private Mono<Void> requireHub(MeetingDetails details, String before) {
        return details.withoutHub() || details.hub().equals(before)
                ? Mono.empty()
                : places.find(details.hub())
                        .filter(hub -> !hub.retired())
                        .switchIfEmpty(Mono.error(() -> new Rejected(MeetingRefusal.NO_SUCH_HUB)))
                        .then();
    }
}
