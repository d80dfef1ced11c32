package hub.forum.concerns;

import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.due.DueHandler;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Role;
import hub.platform.mail.Mails;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Whom a worry tells what: safeguarding leads and the mailbox of whoever is on duty, that one waits; whoever raised it, that somebody has read it. */
@Configuration(proxyBeanMethods = false)
class ConcernNotices {
    private static final String WAITS = "concerns.waits";
    private static final String ANSWERED = "concerns.answered";
    private static final String PATH = "/concerns/";
    private static final int MOST_LEADS = 50;

    private final Concerns concerns;
    private final Accounts accounts;
    private final Notifications notifications;
    private final Mails mails;

    ConcernNotices(Concerns concerns, Accounts accounts, Notifications notifications, Mails mails) {
        this.concerns = concerns;
        this.accounts = accounts;
        this.notifications = notifications;
        this.mails = mails;
    }

    /** As long as nobody has acknowledged it, for safeguarding leads alone, whatever the hour. */
    @Bean
    NotificationKind concernWaits() {
        return new NotificationKind(
                WAITS,
                MailChoice.AT_ONCE,
                true,
                (notification, viewer) -> concerns.find(notification.bundle(), viewer)
                        .filter(concern -> Concerns.answers(viewer) && concern.state() == Concern.State.RAISED)
                        .map(concern ->
                                Shown.of(PATH + concern.id(), "concerns.waits.notice.say", concern.reference())));
    }

    @Bean
    NotificationKind concernAnswered() {
        return NotificationKind.of(
                ANSWERED,
                MailChoice.AT_ONCE,
                (notification, viewer) -> concerns.find(notification.bundle(), viewer)
                        .filter(concern -> concern.account().equals(viewer.account())
                                && notification.about().endsWith(concern.state().slug()))
                        .map(concern -> Shown.of(
                                PATH + concern.id(),
                                "concerns.answered.notice.say."
                                        + concern.state().slug(),
                                concern.reference())));
    }

    @Bean
    EventConsumer tellOfConcerns() {
        return EventConsumer.named("concern-notices")
                .on(
                        ConcernEvents.Waits.class,
                        waits -> accounts.withRole(Role.SAFEGUARDING_LEAD, MOST_LEADS)
                                .map(PersonName::id)
                                .collectList()
                                .flatMap(leads -> notifications.tell(
                                        leads,
                                        new Notification.Told(
                                                WAITS,
                                                waits.concern() + ":" + waits.reminders(),
                                                waits.concern(),
                                                null)))
                                .then(mails.sendToGuest(
                                        DutyLetters.WAITS, waits.concern(), waits.concern() + ":" + waits.reminders())))
                .on(
                        ConcernEvents.Answered.class,
                        answered -> notifications
                                .withdraw(answered.concern())
                                .then(notifications.tell(
                                        List.of(answered.account()),
                                        new Notification.Told(
                                                ANSWERED,
                                                answered.concern() + ":" + answered.state(),
                                                answered.concern(),
                                                null))));
    }

    @Bean
    DueHandler unreadConcern() {
        return new DueHandler() {
            @Override
            public String kind() {
                return Concerns.UNREAD;
            }

            @Override
            public Mono<Void> handle(String subject, Instant due) {
                return concerns.remind(subject);
            }
        };
    }
}
