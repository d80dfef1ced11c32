package hub.forum.moderation;

import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.due.DueHandler;
import hub.platform.events.Event;
import hub.platform.events.EventConsumer;
import hub.platform.events.EventName;
import hub.platform.identity.Account;
import hub.platform.identity.AccountFollower;
import hub.platform.identity.Approval;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Whoever a moderator acted about is told, and told when it is over; a suspension ends at its time, or with what an administrator does to the account. */
@Configuration(proxyBeanMethods = false)
class PersonNotices {
    private static final String ACTED = "moderation.acted";
    private static final String LIFTED = "moderation.lifted";

    /** A moderator acted about somebody. */
    @EventName("moderation.acted")
    record Acted(String act, String person) implements Event {
        @Override
        public String subject() {
            return person;
        }
    }

    /** It is over. */
    @EventName("moderation.lifted")
    record Lifted(String act, String person) implements Event {
        @Override
        public String subject() {
            return person;
        }
    }

    @Bean
    NotificationKind personActedNotice(PersonActStore acts) {
        return NotificationKind.of(
                ACTED,
                MailChoice.AT_ONCE,
                (notification, viewer) -> acts.own(notification.about(), viewer)
                        .map(act -> Shown.of(
                                "/moderation/acts/" + act.id(), "moderation.acted.notice.say", act.reference())));
    }

    @Bean
    NotificationKind personLiftedNotice(PersonActStore acts) {
        return NotificationKind.of(
                LIFTED,
                MailChoice.AT_ONCE,
                (notification, viewer) -> acts.own(notification.about(), viewer)
                        .filter(act -> act.lifted() != null)
                        .map(act -> Shown.of(
                                "/moderation/acts/" + act.id(), "moderation.lifted.notice.say", act.reference())));
    }

    @Bean
    EventConsumer tellOfPersonActs(Notifications notifications) {
        return EventConsumer.named("person-acts")
                .on(
                        Acted.class,
                        acted -> notifications.tell(
                                List.of(acted.person()), new Notification.Told(ACTED, acted.act(), acted.act(), null)))
                .on(
                        Lifted.class,
                        lifted -> notifications.tell(
                                List.of(lifted.person()),
                                new Notification.Told(LIFTED, lifted.act(), lifted.act(), null)));
    }

    @Bean
    DueHandler endSuspension(PersonActs acts) {
        return new DueHandler() {
            @Override
            public String kind() {
                return PersonActs.ENDS;
            }

            @Override
            public Mono<Void> handle(String act, Instant moment) {
                return acts.endAtItsTime(act);
            }
        };
    }

    @Bean
    AccountFollower suspensionFollowsAccount(ObjectProvider<PersonActs> acts) {
        return new AccountFollower() {
            @Override
            public Mono<Void> changed(Account before, Account after) {
                return before.approval() == Approval.SUSPENDED && after.approval() != Approval.SUSPENDED
                        ? acts.getObject().endedByAccount(after.id())
                        : Mono.empty();
            }

            @Override
            public Mono<Void> suspendedByAdministrator(Account account) {
                return acts.getObject().endedByAccount(account.id());
            }
        };
    }
}
