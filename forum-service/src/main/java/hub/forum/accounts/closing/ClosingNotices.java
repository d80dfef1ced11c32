package hub.forum.accounts.closing;

import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.events.EventConsumer;
import hub.platform.time.Times;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever's account is to be closed hears of it, so that nobody else can ask for it unseen. */
@Configuration(proxyBeanMethods = false)
class ClosingNotices {
    private static final String ASKED = "accounts.closing";

    @Bean
    NotificationKind closingAskedNotice(Closings closings, Times times) {
        return NotificationKind.of(
                ASKED,
                MailChoice.AT_ONCE,
                (notification, viewer) -> closings.own(viewer)
                        .map(own ->
                                Shown.of("/accounts/closing", "accounts.closing.notice.say", times.day(own.closes()))));
    }

    @Bean
    EventConsumer tellOfClosing(Notifications notifications) {
        return EventConsumer.named("account-closings")
                .on(
                        ClosingAsked.class,
                        asked -> notifications.tell(
                                List.of(asked.account()),
                                new Notification.Told(ASKED, asked.account(), asked.account(), null)));
    }
}
