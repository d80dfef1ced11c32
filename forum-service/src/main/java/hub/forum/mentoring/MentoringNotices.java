package hub.forum.mentoring;

import hub.forum.groups.GroupEvents;
import hub.forum.mentoring.mentors.Mentors;
import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.due.DueHandler;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Account;
import hub.platform.identity.AccountFollower;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Role;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whom mentoring tells what, and what follows by itself. */
@Configuration(proxyBeanMethods = false)
class MentoringNotices {
    private static final String WAITS = "mentoring.waits";
    private static final String FOR_YOU = "mentoring.for-you";
    private static final String PROPOSED = "mentoring.proposed";
    private static final String UNANSWERED = "mentoring.unanswered";
    private static final String BEGAN = "mentoring.began";
    private static final String ENDED = "mentoring.ended";
    private static final int MOST_COORDINATORS = 100;

    private final Mentorships mentorships;
    private final Accounts accounts;
    private final Notifications notifications;

    MentoringNotices(Mentorships mentorships, Accounts accounts, Notifications notifications) {
        this.mentorships = mentorships;
        this.accounts = accounts;
        this.notifications = notifications;
    }

    /** As long as it waits, for those who match. */
    @Bean
    NotificationKind mentoringWaits() {
        return NotificationKind.of(
                WAITS,
                MailChoice.AT_ONCE,
                (notification, viewer) -> Mono.just(viewer)
                        .filter(Mentors::matches)
                        .flatMap(coordinator -> mentorships.find(notification.bundle(), coordinator))
                        .filter(found -> found.state() == Mentorship.State.REQUESTED)
                        .map(found -> Shown.of("/mentoring/requests/" + found.id(), "mentoring.waits.notice.say")));
    }

    @Bean
    NotificationKind mentoringForYou() {
        return NotificationKind.of(
                FOR_YOU,
                MailChoice.AT_ONCE,
                (notification, viewer) -> mentorships
                        .find(notification.bundle(), viewer)
                        .filter(found ->
                                found.mentee().equals(viewer.account()) && found.state() != Mentorship.State.ENDED)
                        .flatMap(found -> shown(found, found.askedBy(), "mentoring.for-you.notice.say")));
    }

    @Bean
    NotificationKind mentoringProposed() {
        return waitingForAnswer(PROPOSED);
    }

    @Bean
    NotificationKind mentoringUnanswered() {
        return waitingForAnswer(UNANSWERED);
    }

    private NotificationKind waitingForAnswer(String kind) {
        return NotificationKind.of(
                kind,
                MailChoice.AT_ONCE,
                (notification, viewer) -> mentorships
                        .find(notification.bundle(), viewer)
                        .filter(found -> found.waitsFor(viewer.account()))
                        .flatMap(found -> shown(
                                found,
                                other(found, Objects.requireNonNull(viewer.account())),
                                kind
                                        + (found.mentee().equals(viewer.account())
                                                ? ".notice.mentee"
                                                : ".notice.mentor"))));
    }

    @Bean
    NotificationKind mentoringBegan() {
        return NotificationKind.of(
                BEGAN,
                MailChoice.AT_ONCE,
                (notification, viewer) -> mentorships
                        .find(notification.bundle(), viewer)
                        .filter(found -> found.active() && found.isOf(viewer.account()))
                        .flatMap(found -> shown(
                                found,
                                other(found, Objects.requireNonNull(viewer.account())),
                                "mentoring.began.notice.say")));
    }

    @Bean
    NotificationKind mentoringEnded() {
        return NotificationKind.of(
                ENDED,
                MailChoice.AT_ONCE,
                (notification, viewer) -> mentorships
                        .find(notification.bundle(), viewer)
                        .filter(found -> found.state() == Mentorship.State.ENDED
                                && found.mentor() != null
                                && found.isOf(viewer.account()))
                        .flatMap(found -> shown(
                                found,
                                other(found, Objects.requireNonNull(viewer.account())),
                                "mentoring.ended.notice.say")));
    }

    private static String other(Mentorship found, String account) {
        String mentor = found.mentor();
        return mentor == null || mentor.equals(account) ? found.mentee() : mentor;
    }

    private Mono<Shown> shown(Mentorship found, String person, String key) {
        return accounts.names(List.of(person))
                .map(names -> Shown.of(found.path(), key, names.of(person).name()));
    }

    @Bean
    EventConsumer tellOfMentoring() {
        return EventConsumer.named("mentoring-notices")
                .on(MentoringEvents.Waits.class, this::waits)
                .on(
                        MentoringEvents.Proposed.class,
                        event -> notifications
                                .withdraw(event.mentorship())
                                .then(tell(
                                        PROPOSED,
                                        event.mentorship(),
                                        event.version(),
                                        List.of(event.mentee(), event.mentor()))))
                .on(MentoringEvents.Unanswered.class, this::remind)
                .on(
                        MentoringEvents.Began.class,
                        event -> tell(BEGAN, event.mentorship(), 0, List.of(event.mentee(), event.mentor())))
                .on(MentoringEvents.Ended.class, this::ended);
    }

    private Mono<Void> waits(MentoringEvents.Waits event) {
        Mono<Void> forYou = event.first() && !event.askedBy().equals(event.mentee())
                ? tell(FOR_YOU, event.mentorship(), 0, List.of(event.mentee()))
                : Mono.empty();
        return forYou.then(accounts.withRole(Role.MENTOR_COORDINATOR, MOST_COORDINATORS)
                .map(PersonName::id)
                .collectList()
                .flatMap(coordinators -> tell(WAITS, event.mentorship(), event.version(), coordinators)));
    }

    /** Both are told; whoever has answered is shown nothing. */
    private Mono<Void> remind(MentoringEvents.Unanswered event) {
        return mentorships
                .two(event.mentorship())
                .flatMap(two -> tell(UNANSWERED, event.mentorship(), event.version(), two));
    }

    private Mono<Void> ended(MentoringEvents.Ended event) {
        return Flux.just(event.mentee(), event.mentor() == null ? event.mentee() : event.mentor())
                .filter(account -> !account.equals(event.by()))
                .distinct()
                .collectList()
                .flatMap(others -> tell(ENDED, event.mentorship(), 0, others));
    }

    private Mono<Void> tell(String kind, String mentorship, int version, List<String> people) {
        return notifications.tell(people, new Notification.Told(kind, mentorship + ":" + version, mentorship, null));
    }

    /** Whoever leaves the group of two has ended it. */
    @Bean
    EventConsumer endAfterLeaving(Proposals proposals) {
        return EventConsumer.named("mentoring-leaving")
                .on(GroupEvents.MembershipEnded.class, left -> proposals.endAfterLeaving(left.group(), left.account()));
    }

    @Bean
    DueHandler remindOfProposal(Proposals proposals) {
        return DueHandler.of(Proposals.REMIND, proposals::remind);
    }

    @Bean
    DueHandler fallBackFromProposal(Proposals proposals) {
        return DueHandler.of(Proposals.FALL_BACK, proposals::fallBack);
    }

    @Bean
    AccountFollower householdsOfMentees() {
        return new AccountFollower() {
            @Override
            public Mono<Void> changed(Account before, Account after) {
                return before.household().equals(after.household())
                        ? Mono.empty()
                        : mentorships.move(after.id(), after.household());
            }
        };
    }
}
