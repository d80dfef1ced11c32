package hub.forum.groups;

import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Viewer;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Whom groups tell what: who decides, that somebody asks; who asked, what was decided; who is in it, that the agreement changed. */
@Configuration(proxyBeanMethods = false)
class GroupNotices {
    private static final String ASKED = "groups.asked";
    private static final String DECIDED = "groups.decided";
    private static final String AGREEMENT = "groups.agreement";

    private final Rights rights;
    private final JoinRequestStore requests;
    private final GroupStore groups;
    private final MembershipStore members;

    GroupNotices(Rights rights, JoinRequestStore requests, GroupStore groups, MembershipStore members) {
        this.rights = rights;
        this.requests = requests;
        this.groups = groups;
        this.members = members;
    }

    @Bean
    NotificationKind askedNotice() {
        return NotificationKind.of(
                ASKED,
                MailChoice.AT_ONCE,
                (notification, viewer) -> request(notification, viewer)
                        .filter(found -> found.request().open()
                                && found.by().leads(found.group().id()))
                        .map(found -> Shown.of(
                                "/groups/" + found.group().id() + "/people",
                                "groups.asked.notice.say",
                                found.group().name())));
    }

    @Bean
    NotificationKind decidedNotice() {
        return NotificationKind.of(
                DECIDED,
                MailChoice.AT_ONCE,
                (notification, viewer) -> request(notification, viewer)
                        .filter(found -> found.request().account().equals(viewer.account())
                                && !found.request().open())
                        .map(found -> Shown.of(
                                found.group().path(),
                                found.request().state() == JoinRequest.State.ACCEPTED
                                        ? "groups.decided.notice.accepted"
                                        : "groups.decided.notice.declined",
                                found.group().name())));
    }

    /** Once it is accepted there is nothing to be told any more. */
    @Bean
    NotificationKind agreementNotice() {
        return NotificationKind.of(
                AGREEMENT,
                MailChoice.DAILY,
                (notification, viewer) -> rights.of(viewer)
                        .filter(visibility -> visibility.mustAgreeFirst(notification.bundle()))
                        .flatMap(visibility -> groups.find(notification.bundle(), visibility::knows))
                        .map(group -> Shown.of(
                                "/groups/" + group.id() + "/agreement", "groups.agreement.notice.say", group.name())));
    }

    @Bean
    EventConsumer tellOfGroups(Notifications notifications) {
        return EventConsumer.named("group-notices")
                .on(
                        GroupEvents.Asked.class,
                        asked -> accounts(asked.group(), member -> member.role().leads())
                                .flatMap(leads -> notifications.tell(
                                        leads,
                                        new Notification.Told(ASKED, asked.request(), asked.group(), asked.group()))))
                .on(
                        GroupEvents.RequestOver.class,
                        over -> notifications
                                .withdraw(over.request())
                                .then(
                                        over.decided()
                                                ? notifications.tell(List.of(over.account()), decided(over))
                                                : Mono.empty()))
                .on(
                        GroupEvents.AgreementChanged.class,
                        changed -> accounts(changed.group(), member -> true)
                                .flatMap(all -> notifications.tell(all, toBeAccepted(changed))))
                .on(GroupEvents.MembershipEnded.class, ended -> notifications.withdraw(ended.account(), ended.group()));
    }

    /** Of no group: who was declined is not in it, and is told all the same. */
    private static Notification.Told decided(GroupEvents.RequestOver over) {
        return new Notification.Told(DECIDED, over.request(), over.request(), null);
    }

    private static Notification.Told toBeAccepted(GroupEvents.AgreementChanged changed) {
        String version = changed.group() + ":" + changed.version();
        return new Notification.Told(AGREEMENT, version, changed.group(), changed.group());
    }

    private Mono<List<String>> accounts(String group, Predicate<Membership> which) {
        return members.in(group).filter(which).map(Membership::account).collectList();
    }

    private record Found(JoinRequest request, Group group, Visibility by) {}

    /** The request that somebody was told of and its group, if they may know of that now. */
    private Mono<Found> request(Notification notification, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> requests.find(notification.about())
                        .flatMap(request -> groups.find(request.group(), visibility::knows)
                                .map(group -> new Found(request, group, visibility))));
    }
}
