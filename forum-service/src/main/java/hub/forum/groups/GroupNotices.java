package hub.forum.groups;

import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.Notifications;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Viewer;
import hub.platform.mail.Letter;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whom groups tell what: who decides, that somebody asks; who asked, what was decided; who is in it, that the agreement changed. */
@Configuration(proxyBeanMethods = false)
class GroupNotices {
    private static final String ASKED = "groups.asked";
    private static final String DECIDED = "groups.decided";
    private static final String AGREEMENT = "groups.agreement";

    @Bean
    EventConsumer tellOfGroups(Notifications notifications, MembershipStore members) {
        return EventConsumer.named("group-notices")
                .on(
                        GroupEvents.Asked.class,
                        asked -> accounts(
                                        members,
                                        asked.group(),
                                        member -> member.role().leads())
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
                        changed -> accounts(members, changed.group(), member -> true)
                                .flatMap(all -> notifications.tell(
                                        all,
                                        new Notification.Told(
                                                AGREEMENT,
                                                changed.group() + ":" + changed.version(),
                                                changed.group(),
                                                changed.group()))))
                .on(GroupEvents.MembershipEnded.class, ended -> notifications.withdraw(ended.account(), ended.group()));
    }

    /** Of no group: who was declined is not in it, and is told all the same. */
    private static Notification.Told decided(GroupEvents.RequestOver over) {
        return new Notification.Told(DECIDED, over.request(), over.request(), null);
    }

    private static Mono<List<String>> accounts(MembershipStore members, String group, Predicate<Membership> which) {
        return members.in(group).filter(which).map(Membership::account).collectList();
    }

    /** Somebody asks to join a group that the viewer decides for. */
    @Component
    static class AskedKind implements NotificationKind {
        private final Rights rights;
        private final JoinRequestStore requests;
        private final GroupStore groups;

        AskedKind(Rights rights, JoinRequestStore requests, GroupStore groups) {
            this.rights = rights;
            this.requests = requests;
            this.groups = groups;
        }

        @Override
        public String kind() {
            return ASKED;
        }

        @Override
        public MailChoice byDefault() {
            return MailChoice.AT_ONCE;
        }

        @Override
        public Mono<Shown> show(Notification notification, Viewer viewer) {
            return rights.of(viewer)
                    .flatMap(visibility -> requests.find(notification.about())
                            .filter(request -> request.open() && visibility.leads(request.group()))
                            .flatMap(request -> groups.find(request.group(), visibility::knows))
                            .map(group -> new Shown(
                                    Letter.Text.of("groups.asked.notice.say", group.name()),
                                    "/groups/" + group.id() + "/people")));
        }
    }

    /** What was decided about the viewer's own request. */
    @Component
    static class DecidedKind implements NotificationKind {
        private final Rights rights;
        private final JoinRequestStore requests;
        private final GroupStore groups;

        DecidedKind(Rights rights, JoinRequestStore requests, GroupStore groups) {
            this.rights = rights;
            this.requests = requests;
            this.groups = groups;
        }

        @Override
        public String kind() {
            return DECIDED;
        }

        @Override
        public MailChoice byDefault() {
            return MailChoice.AT_ONCE;
        }

        /** A group that the viewer may not know of any more is not named. */
        @Override
        public Mono<Shown> show(Notification notification, Viewer viewer) {
            return rights.of(viewer)
                    .flatMap(visibility -> requests.find(notification.about())
                            .filter(request -> request.account().equals(viewer.account()) && !request.open())
                            .flatMap(request -> groups.find(request.group(), visibility::knows)
                                    .map(group -> new Shown(sentence(request, group), group.path()))));
        }

        private static Letter.Text sentence(JoinRequest request, Group group) {
            String how = request.state() == JoinRequest.State.ACCEPTED ? "accepted" : "declined";
            return Letter.Text.of("groups.decided.notice." + how, group.name());
        }
    }

    /** The agreement of one of the viewer's groups changed. */
    @Component
    static class AgreementKind implements NotificationKind {
        private final Rights rights;
        private final GroupStore groups;

        AgreementKind(Rights rights, GroupStore groups) {
            this.rights = rights;
            this.groups = groups;
        }

        @Override
        public String kind() {
            return AGREEMENT;
        }

        @Override
        public MailChoice byDefault() {
            return MailChoice.DAILY;
        }

        /** Once it is accepted there is nothing to be told any more. */
        @Override
        public Mono<Shown> show(Notification notification, Viewer viewer) {
            String group = notification.bundle();
            return rights.of(viewer)
                    .filter(visibility -> visibility.mustAgreeFirst(group))
                    .flatMap(visibility -> groups.find(group, visibility::knows))
                    .map(found -> new Shown(
                            Letter.Text.of("groups.agreement.notice.say", found.name()),
                            "/groups/" + found.id() + "/agreement"));
        }
    }
}
