package hub.forum.ambassadors;

import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Account;
import hub.platform.identity.AccountFollower;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.PersonName;
import hub.platform.identity.Role;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Whom ambassadors and those who ask them tell what, and what follows by itself. */
@Configuration(proxyBeanMethods = false)
class AmbassadorNotices {
    private static final String ASKED = "ambassadors.asked";
    private static final String ACCEPTED = "ambassadors.accepted";
    private static final int MOST_OFFICERS = 100;

    private final Ambassadors ambassadors;
    private final Accounts accounts;
    private final Notifications notifications;

    AmbassadorNotices(Ambassadors ambassadors, Accounts accounts, Notifications notifications) {
        this.ambassadors = ambassadors;
        this.accounts = accounts;
        this.notifications = notifications;
    }

    /** As long as she has not answered. */
    @Bean
    NotificationKind ambassadorAsked() {
        return NotificationKind.of(
                ASKED,
                MailChoice.AT_ONCE,
                (notification, viewer) -> ambassadors
                        .own(viewer)
                        .filter(own -> own.state() == Ambassador.State.ASKED)
                        .map(own -> Shown.of("/ambassadors/profile", "ambassadors.asked.notice.say")));
    }

    @Bean
    NotificationKind ambassadorAccepted() {
        return NotificationKind.of(
                ACCEPTED,
                MailChoice.AT_ONCE,
                (notification, viewer) -> Mono.just(viewer)
                        .filter(Ambassadors::recruits)
                        .flatMap(officer -> accounts.names(List.of(notification.bundle())))
                        .map(names -> Shown.of(
                                "/ambassadors/register",
                                "ambassadors.accepted.notice.say",
                                names.of(notification.bundle()).name())));
    }

    @Bean
    EventConsumer tellOfAmbassadors() {
        return EventConsumer.named("ambassador-notices")
                .on(
                        AmbassadorEvents.Asked.class,
                        event -> tell(ASKED, event.ambassador(), event.version(), List.of(event.ambassador())))
                .on(AmbassadorEvents.Accepted.class, this::accepted);
    }

    private Mono<Void> accepted(AmbassadorEvents.Accepted event) {
        return accounts.withRole(Role.RECRUITMENT_OFFICER, MOST_OFFICERS)
                .map(PersonName::id)
                .collectList()
                .flatMap(officers -> tell(ACCEPTED, event.ambassador(), event.version(), officers));
    }

    private Mono<Void> tell(String kind, String ambassador, int version, List<String> people) {
        return notifications.tell(people, new Notification.Told(kind, ambassador + ":" + version, ambassador, null));
    }

    @Bean
    AccountFollower ambassadorsAreCarers() {
        return new AccountFollower() {
            @Override
            public Mono<Void> changed(Account before, Account after) {
                if (!carer(after) || after.approval() == Approval.ENDED) {
                    return ambassadors.endAfterCaring(after.id());
                }
                return after.approval() == Approval.SUSPENDED
                        ? ambassadors.pauseWhileSuspended(after.id())
                        : Mono.empty();
            }
        };
    }

    private static boolean carer(Account account) {
        return (account.roles().contains(Role.CARER) || account.roles().contains(Role.KINSHIP_CARER));
    }
}
