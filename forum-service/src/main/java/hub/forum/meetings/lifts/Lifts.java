package hub.forum.meetings.lifts;

import hub.forum.groups.GroupEvents;
import hub.forum.groups.GroupRole;
import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import hub.forum.meetings.Activity;
import hub.forum.meetings.GroupMeeting;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingEvents;
import hub.forum.meetings.MeetingPolicy;
import hub.platform.events.EventConsumer;
import hub.platform.identity.AccountFollower;
import hub.platform.identity.Approval;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Transactions;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lifts to activities. They go when the activity is over or off, and when whoever said it leaves the group, is not invited any more, or not approved any more. */
@Service
public class Lifts {
    private static final Set<GroupRole> ARRANGE = Set.of(GroupRole.HUB_CARER, GroupRole.LIAISON_WORKER);

    private final LiftStore store;
    private final Transactions transactions;
    private final Clock clock;

    Lifts(LiftStore store, Transactions transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether lifts are arranged on its page now: of an activity that says so, until it begins. */
    public boolean areArranged(Meeting meeting) {
        Activity activity = meeting.details().activity();
        return activity != null && activity.lifts() && meeting.on() && !meeting.started(clock.instant());
    }

    /** All to one activity that the viewer has been found to see; nothing for whoever may not see who comes. */
    public Flux<Lift> to(GroupMeeting found, Visibility visibility) {
        return MeetingPolicy.maySeeWhoComes(visibility, found.meeting()) ? store.to(found.id()) : Flux.empty();
    }

    /** What the viewer has said; empty if nothing. */
    public Mono<Lift> own(GroupMeeting found, Visibility visibility) {
        return store.find(Lift.id(found.id(), visibility.viewer().id()));
    }

    /**
     * In the place of what the viewer said before.
     *
     * @throws NotAllowed (as a signal) unless the viewer may answer, and lifts are arranged
     */
    public Mono<Lift> say(GroupMeeting found, Lift.Kind kind, int seats, String words, Visibility by) {
        if (!maySay(found, by)) {
            return Mono.error(new NotAllowed());
        }
        String account = by.viewer().id();
        Lift lift = Lift.of(found.id(), found.group().id(), account, kind, seats, words, clock.instant());
        return transactions.run(store.put(lift));
    }

    public boolean maySay(GroupMeeting found, Visibility by) {
        return areArranged(found.meeting())
                && MeetingPolicy.maySeeWhoComes(by, found.meeting())
                && MeetingPolicy.mayReply(by, found.group());
    }

    /** Done twice it is done once. */
    public Mono<Void> takeBack(GroupMeeting found, Visibility by) {
        return transactions
                .run(store.remove(Lift.id(found.id(), by.viewer().id())))
                .then();
    }

    /** Puts in a lift as it is: for content that is brought in. */
    public Mono<Void> bringIn(Lift lift) {
        return store.put(lift).then();
    }

    private Mono<Void> removeAll(Flux<Lift> some) {
        return some.collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(lift -> store.remove(lift.id()))
                .then();
    }

    /** Those of households that are not invited any more; whoever arranges the activity sees it still, and keeps theirs. */
    private Mono<Void> uninvited(MeetingEvents.Uninvited off, Memberships memberships) {
        return memberships
                .toTell(off.group(), ARRANGE)
                .collectList()
                .flatMapMany(arrange -> memberships
                        .toTellIn(off.group(), Set.copyOf(off.households()))
                        .filter(account -> !arrange.contains(account)))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(account -> store.remove(Lift.id(off.meeting(), account)))
                .then();
    }

    @Configuration(proxyBeanMethods = false)
    static class Ends {
        @Bean
        EventConsumer endLifts(Lifts lifts, LiftStore store, Memberships memberships) {
            return EventConsumer.named("meeting-lifts")
                    .on(MeetingEvents.Over.class, over -> lifts.removeAll(store.to(over.meeting())))
                    .on(MeetingEvents.Cancelled.class, off -> lifts.removeAll(store.to(off.meeting())))
                    .on(MeetingEvents.Uninvited.class, off -> lifts.uninvited(off, memberships))
                    .on(
                            GroupEvents.MembershipEnded.class,
                            ended -> lifts.removeAll(store.of(ended.account(), ended.group())));
        }

        @Bean
        AccountFollower liftsFollowAccounts(Lifts lifts, LiftStore store) {
            return (before, after) -> before.approval() == Approval.APPROVED && after.approval() != Approval.APPROVED
                    ? lifts.removeAll(store.of(after.id()))
                    : Mono.empty();
        }
    }
}
